// All plugins of this program: found, refused or opened, each with the reason.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/method/registry.h"
#include "core/plugin/plugin.h"
#include "core/plugin/plugin_folders.h"
#include "core/plugin/plugin_preferences.h"

namespace horo {

/// What a program has for plugins beyond the core.
struct PluginHost {
    BuildFacts facts = coreFacts();
    /// Enters what else an opened library offers (its views); the names of that, such as "view:radii".
    std::function<Result<std::vector<std::string>>(void* library)> take;
};

/// To be used on one thread; methods that are running are not touched by anything here.
class HOROCYCLE_EXPORT Plugins {
public:
    /// The program's own, opened on the first call; what they offer enters Registry::global() and the
    /// readers.
    static Plugins& global(const PluginHost& host = {});

    /// Searches `folders`; nothing is opened yet.
    Plugins(const std::vector<PluginFolder>& folders, std::filesystem::path preferences, PluginHost host,
            Registry& registry);

    /// Opens all that may be: those that are needed before those that need them. One that fails changes
    /// nothing for the others.
    void load();

    /// Opens the plugin of one description and those that it needs.
    void loadFor(const std::filesystem::path& description);

    /// In the order of their names.
    const std::vector<Plugin>& all() const { return plugins_; }
    const Plugin* find(std::string_view id) const;

    /// Remembered for all later starts. On: opened now, a bad start forgiven. Off: what is open stays until
    /// the program ends, since code is never taken away under a running method. Error: no such plugin; the
    /// preferences cannot be written.
    Result<void> setOff(std::string_view id, bool off);
    Result<void> tryAgain(std::string_view id) { return setOff(id, false); }

private:
    void add(const std::filesystem::path& file, const std::string& folder);
    void resolve(Plugin& plugin, std::vector<std::string>& chain);
    void open(Plugin& plugin);
    Result<void> enter(Plugin& plugin);
    void rememberCrashes();

    std::vector<Plugin> plugins_;
    std::filesystem::path preferencesFile_, marks_;
    PluginPreferences preferences_;
    PluginHost host_;
    Registry& registry_;
};

}  // namespace horo
