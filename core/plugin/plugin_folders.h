// Where plugins lie, and where their preferences are kept.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/export.h"

namespace horo {

/// A folder that is searched, and what it is to a person.
struct PluginFolder {
    std::filesystem::path path;
    std::string name;  ///< "user", "installation", or the path for one of HOROCYCLE_PLUGIN_PATH
};

/// Those of HOROCYCLE_PLUGIN_PATH (parted by colons), the user's ($XDG_DATA_HOME/horocycle/plugins) and the
/// installation's (plugins beside the libraries), in this order: of two plugins with one id the first is
/// taken.
HOROCYCLE_EXPORT std::vector<PluginFolder> pluginFolders();

/// $XDG_DATA_HOME/horocycle/plugins, usually ~/.local/share/horocycle/plugins.
HOROCYCLE_EXPORT std::filesystem::path userPluginFolder();

/// $XDG_CONFIG_HOME/horocycle/plugins.json: what is switched off.
HOROCYCLE_EXPORT std::filesystem::path pluginPreferencesFile();

/// Descriptions in a folder and in the folders in it, in the order of their names.
HOROCYCLE_EXPORT std::vector<std::filesystem::path> pluginDescriptionsIn(const std::filesystem::path& folder);

}  // namespace horo
