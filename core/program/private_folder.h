// A folder for one run, gone when the run is.
#pragma once

#include <filesystem>
#include <string_view>

#include "core/base/result.h"

namespace horo {

/// Under the folder for temporary files (TMPDIR), for this person only.
class PrivateFolder {
public:
    /// Error: it cannot be made there.
    static Result<PrivateFolder> create();
    PrivateFolder(PrivateFolder&& other) noexcept;
    PrivateFolder& operator=(PrivateFolder&&) = delete;
    ~PrivateFolder();

    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path file(std::string_view name) const { return path_ / name; }

private:
    explicit PrivateFolder(std::filesystem::path path) : path_(std::move(path)) {}
    std::filesystem::path path_;  ///< empty = moved away
};

}  // namespace horo
