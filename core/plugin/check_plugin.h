// `horocycle-cli plugins check`: is this plugin fit to be used?
#pragma once

#include <filesystem>
#include <vector>

#include "core/plugin/check_method.h"
#include "core/plugin/plugin.h"

namespace horo {

struct HOROCYCLE_EXPORT PluginCheck {
    Plugin plugin;
    std::vector<MethodFinding> findings;
    bool passed() const;
};

/// `file` = a description, the folder it lies in, or the library beside it. Opens that plugin alone, besides
/// what is built in and what it needs, and tries each of its methods. Error: no such file, no description
/// there.
HOROCYCLE_EXPORT Result<PluginCheck> checkPlugin(const std::filesystem::path& file);

}  // namespace horo
