// Plugins in every state, made up.
#pragma once

#include <algorithm>

#include "app/PluginAccess.h"

namespace horo::app {

inline Plugin madeUpPlugin(const std::string& id, const std::string& name, PluginState state,
                           const std::string& reason) {
    Plugin plugin;
    plugin.description.id = id;
    plugin.description.name = name;
    plugin.description.version = "1.2";
    plugin.description.author = "A. Person";
    plugin.description.licence = "GPL-3.0-or-later";
    plugin.description.summary = "Cuts a text before every mark of punctuation, as a control for chunkers.";
    plugin.description.offers = {"chunk.spaces", "reader:newick", "view:radii"};
    plugin.description.file = "/home/person/.local/share/horocycle/plugins/" + id + "/" + id + ".plugin.json";
    plugin.state = state;
    plugin.reason = reason;
    plugin.folder = "user";
    return plugin;
}

/// Loaded, found, refused, failed, ended the program, and one whose description cannot be read.
inline std::vector<Plugin> madeUpPlugins() {
    std::vector<Plugin> all{
        madeUpPlugin("org.example.marks", "Marks", PluginState::Loaded, ""),
        madeUpPlugin("org.example.newick", "Newick trees", PluginState::Found, "it is switched off"),
        madeUpPlugin("org.example.old", "Old wavelets", PluginState::Refused,
                     "it was built for plugin interface 0, this Horocycle has 1"),
        madeUpPlugin("org.example.lost", "Lost and found", PluginState::Failed,
                     "libmissing.so.3: cannot open shared object file: No such file or directory"),
        madeUpPlugin("org.example.crash", "Bold <moves>", PluginState::Refused,
                     "Horocycle ended while this plugin was being opened the last time"),
        madeUpPlugin("", "broken.plugin.json", PluginState::Refused, "it has no field 'id'")};
    all[1].off = true;
    all[2].description.needs = {"org.example.marks", "org.example.base"};
    all[4].crashed = true;
    Plugin& broken = all[5];
    broken.description.version.clear();
    broken.description.author.clear();
    broken.description.licence.clear();
    broken.description.summary.clear();
    broken.description.offers.clear();
    broken.description.file = "/home/person/.local/share/horocycle/plugins/broken/broken.plugin.json";
    return all;
}

/// Functions over `plugins`, which must outlive them; a switch does what the core would do.
inline PluginAccess accessTo(std::vector<Plugin>& plugins) {
    const auto find = [&plugins](const std::string& id) -> Plugin& {
        return *std::ranges::find(plugins, id, [](const Plugin& plugin) { return plugin.description.id; });
    };
    PluginAccess access;
    access.folder = QStringLiteral("/home/person/.local/share/horocycle/plugins");
    access.all = [&plugins] { return plugins; };
    access.setOff = [find](const std::string& id, bool off) -> Result<void> {
        if (id == "org.example.lost") return inputError("the preferences cannot be written", "make room");
        Plugin& plugin = find(id);
        plugin.off = off;
        if (!off) plugin.state = PluginState::Loaded, plugin.reason.clear();
        return {};
    };
    access.tryAgain = [find](const std::string& id) -> Result<void> {
        Plugin& plugin = find(id);
        plugin.crashed = false;
        plugin.state = PluginState::Loaded;
        plugin.reason.clear();
        return {};
    };
    return access;
}

}  // namespace horo::app
