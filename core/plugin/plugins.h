// All plugins of this program: found, refused or opened, each with the reason.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/method/registry.h"
#include "core/plugin/plugin.h"

namespace horo {

/// A folder that is searched, and what a person calls it.
struct PluginFolder {
    std::filesystem::path path;
    std::string name;
};

/// Those of HOROCYCLE_PLUGIN_PATH (parted by colons), the user's ($XDG_DATA_HOME/horocycle/plugins) and the
/// installation's (lib/horocycle/plugins), in this order: the first plugin of an id is taken.
HOROCYCLE_EXPORT std::vector<PluginFolder> pluginFolders();

/// Plugins are searched and opened once, on the thread that asks first; later changes on that thread only.
class HOROCYCLE_EXPORT Plugins {
public:
    /// The program's own, entering what they offer into Registry::global() and the readers. `facts` = what
    /// the program has beyond the core, such as {"qt", "6.4"}: a plugin that needs more stays found.
    static Plugins& open(const std::map<std::string, std::string>& facts = {});

    /// Searches `folders`; nothing is opened yet. `preferences` = the file that holds what is switched off.
    Plugins(const std::vector<PluginFolder>& folders, std::filesystem::path preferences,
            std::map<std::string, std::string> facts);

    /// Opens all that may be: descriptions first, needs before those who need them. One that fails changes
    /// nothing for the others.
    void load(Registry& registry);

    /// In the order of their names.
    const std::vector<Plugin>& all() const { return plugins_; }
    const Plugin* find(std::string_view id) const;
    /// Remembers it for all later starts. On: opened at once where it was not. Off: what is open stays until
    /// the program ends, since code is never taken away under a running method. Error: preferences cannot be
    /// written.
    Result<void> setOff(std::string_view id, bool off, Registry& registry);
    /// Clears the mark of a bad start, so that the plugin is opened now and at later starts.
    Result<void> tryAgain(std::string_view id, Registry& registry);

private:
    void loadOne(Plugin& plugin, Registry& registry);
    std::string whyNot(const Plugin& plugin) const;
    Result<void> savePreferences() const;

    std::vector<Plugin> plugins_;
    std::filesystem::path preferences_;
    std::map<std::string, std::string> facts_;
};

}  // namespace horo
