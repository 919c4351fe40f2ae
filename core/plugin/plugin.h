// A plugin as it is known before any of its code runs, and what became of it.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/plugin/build_difference.h"

namespace horo {

/// What a description (NAME.plugin.json) says. A plugin is either a `library`, or `methods` that outside
/// programs compute.
struct PluginDescription {
    std::string id;    ///< "org.example.marks", lower case
    std::string name;  ///< as people call it
    std::string version, author, licence, summary;
    std::vector<std::string> offers;  ///< "chunk.marks", "reader:newick", "view:radii"
    std::vector<std::string> needs;   ///< ids of plugins that must be there first
    std::string library;              ///< file name beside the description, empty for outside programs
    BuildFacts build;                 ///< fingerprint that the build wrote in
    nlohmann::json methods = nlohmann::json::array();  ///< descriptions of outside programs
    std::filesystem::path file;                        ///< the description

    std::filesystem::path folder() const { return file.parent_path(); }
};

/// Reads and checks a description. Error: unreadable, no JSON, a missing or malformed field (named).
HOROCYCLE_EXPORT Result<PluginDescription> readPluginDescription(const std::filesystem::path& file);

/// How the name of a description ends.
constexpr std::string_view pluginEnding = ".plugin.json";

enum class PluginState {
    Found,    ///< not opened: switched off, or its views need the workbench
    Refused,  ///< what is known without its code says that it must not be opened
    Loaded,   ///< what it offers is there
    Failed,   ///< it was opened and something went wrong
};

HOROCYCLE_EXPORT std::string_view pluginStateName(PluginState state);

struct Plugin {
    PluginDescription description;
    PluginState state = PluginState::Found;
    std::string reason;       ///< a sentence: why it is not loaded, or what should be known; may be empty
    std::string folder;       ///< what the folder is to a person: "user", "installation" or its path
    bool off = false;         ///< switched off by the person
    bool crashed = false;     ///< the program ended while it was being opened
    void* library = nullptr;  ///< as dlopen gave it; never closed
};

}  // namespace horo
