// A plugins folder of a test, filled with samples and descriptions that a test changes.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "core/plugin/plugins.h"
#include "tests/core/scratch.h"

namespace horo {

class PluginShelf : public testing::Test {
protected:
    using json = nlohmann::json;

    /// Copies a built sample into the folder. `change` edits its description.
    std::filesystem::path put(const std::string& sample, const std::function<void(json&)>& change = {}) {
        const std::string name = "sample-" + sample;
        const auto from = std::filesystem::path(HOROCYCLE_SAMPLE_PLUGINS) / name, to = folder() / name;
        std::filesystem::create_directories(to);
        using enum std::filesystem::copy_options;
        std::filesystem::copy(from, to, overwrite_existing | recursive);
        const auto file = to / (name + ".plugin.json");
        if (change) {
            json description = json::parse(std::ifstream(file));
            change(description);
            std::ofstream(file) << description;
        }
        return file;
    }
    std::filesystem::path put(const std::string& name, const std::string& description) {
        std::filesystem::create_directories(folder());
        const auto file = folder() / (name + ".plugin.json");
        std::ofstream(file) << description;
        return file;
    }

    Plugins find(PluginHost host = {}) {
        return Plugins({{folder(), "test"}}, scratch_.folder() / "config" / "plugins.json", std::move(host),
                       registry_);
    }
    Plugins load() {
        Plugins plugins = find();
        plugins.load();
        return plugins;
    }
    /// The only plugin, after opening what may be opened.
    Plugin loadOne() {
        const Plugins plugins = load();
        EXPECT_EQ(plugins.all().size(), 1u);
        return plugins.all().empty() ? Plugin() : plugins.all().front();
    }
    static const Plugin& named(const Plugins& plugins, const std::string& name) {
        for (const auto& plugin : plugins.all())
            if (plugin.description.name == name) return plugin;
        ADD_FAILURE() << name << " is not there";
        return plugins.all().front();
    }

    std::filesystem::path folder() const { return scratch_.folder() / "plugins"; }

    Scratch scratch_;
    Registry registry_;
};

/// The state with the reason, for one comparison.
inline std::string told(const Plugin& plugin) {
    return std::string(pluginStateName(plugin.state)) + ": " + plugin.reason;
}

}  // namespace horo
