// What a person decided about plugins, and which of them ended the program while they were being opened.
#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "core/base/result.h"

namespace horo {

struct HOROCYCLE_EXPORT PluginPreferences {
    std::set<std::string> off;      ///< ids that are switched off
    std::set<std::string> crashed;  ///< ids that ended the program at a start; not opened until tried again

    /// A file that is missing or damaged gives empty preferences.
    static PluginPreferences load(const std::filesystem::path& file);
    Result<void> save(const std::filesystem::path& file) const;
};

/// A mark on the disk while a plugin is being opened. When the program ends in between, the mark stays, and
/// `findCrashed` tells of it at the next start; programs that run at the same time do not mistake each other.
class HOROCYCLE_EXPORT OpeningMark {
public:
    /// `folder` is made where it is missing; without a place to write nothing is marked.
    OpeningMark(const std::filesystem::path& folder, const std::string& pluginId);
    ~OpeningMark();
    OpeningMark(const OpeningMark&) = delete;
    OpeningMark& operator=(const OpeningMark&) = delete;

    /// Plugins whose mark was left behind; the marks are taken away.
    static std::set<std::string> findCrashed(const std::filesystem::path& folder);

private:
    std::filesystem::path file_;
    int descriptor_ = -1;
};

}  // namespace horo
