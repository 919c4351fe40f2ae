#include "core/plugin/plugins.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/io/reader.h"
#include "core/plugin/plugin_contents.h"

namespace horo {

namespace {

std::string sentence(const Error& error) {
    return error.place.empty() ? error.cause : error.place + ": " + error.cause;
}

void set(Plugin& plugin, PluginState state, std::string reason) {
    plugin.state = state;
    plugin.reason = std::move(reason);
}

constexpr const char* isOff = "it is switched off";
constexpr const char* hasCrashed = "Horocycle ended while this plugin was being opened the last time";

}  // namespace

Plugins& Plugins::global(const PluginHost& host) {
    static Plugins plugins = [&] {
        Plugins found(pluginFolders(), pluginPreferencesFile(), host, Registry::global());
        found.load();
        return found;
    }();
    return plugins;
}

Plugins::Plugins(const std::vector<PluginFolder>& folders, std::filesystem::path preferences, PluginHost host,
                 Registry& registry)
    : preferencesFile_(std::move(preferences)),
      marks_(preferencesFile_.parent_path() / "opening"),
      preferences_(PluginPreferences::load(preferencesFile_)),
      host_(std::move(host)),
      registry_(registry) {
    rememberCrashes();
    for (const auto& folder : folders)
        for (const auto& file : pluginDescriptionsIn(folder.path))
            add(file, folder.name);
    std::ranges::stable_sort(plugins_, {}, [](const Plugin& plugin) { return plugin.description.name; });
}

void Plugins::rememberCrashes() {
    const auto crashed = OpeningMark::findCrashed(marks_);
    if (crashed.empty()) return;
    preferences_.crashed.insert(crashed.begin(), crashed.end());
    static_cast<void>(preferences_.save(preferencesFile_));  // without it the plugin is only tried once more
}

void Plugins::add(const std::filesystem::path& file, const std::string& folder) {
    std::error_code ignored;  // a folder may be searched twice
    const auto isThis = [&](const Plugin& p) {
        return std::filesystem::equivalent(p.description.file, file, ignored);
    };
    if (std::ranges::any_of(plugins_, isThis)) return;
    Plugin plugin;
    plugin.folder = folder;
    auto description = readPluginDescription(file);
    if (!description) {
        plugin.description.file = file;
        plugin.description.name = file.filename().string();
        set(plugin, PluginState::Refused, description.error().cause);
        plugins_.push_back(std::move(plugin));
        return;
    }
    const Plugin* earlier = find(description->id);
    plugin.description = std::move(*description);
    if (earlier) {
        set(plugin, PluginState::Refused,
            fmt::format("another plugin has its id {}: {}", plugin.description.id,
                        earlier->description.file.string()));
        plugin.description.id.clear();  // the id belongs to the other one
    } else {
        plugin.off = preferences_.off.contains(plugin.description.id);
        plugin.crashed = preferences_.crashed.contains(plugin.description.id);
    }
    plugins_.push_back(std::move(plugin));
}

void Plugins::load() {
    for (auto& plugin : plugins_) {
        std::vector<std::string> chain;
        resolve(plugin, chain);
    }
}

void Plugins::loadFor(const std::filesystem::path& description) {
    std::error_code ignored;
    for (auto& plugin : plugins_)
        if (std::filesystem::weakly_canonical(plugin.description.file, ignored) == description) {
            std::vector<std::string> chain;
            resolve(plugin, chain);
        }
}

void Plugins::resolve(Plugin& plugin, std::vector<std::string>& chain) {
    if (plugin.state != PluginState::Found) return;
    if (plugin.off) return set(plugin, PluginState::Found, isOff);
    if (plugin.crashed) return set(plugin, PluginState::Refused, hasCrashed);
    chain.push_back(plugin.description.id);
    for (const auto& need : plugin.description.needs) {
        if (const auto start = std::ranges::find(chain, need); start != chain.end()) {
            const std::vector<std::string> cycle(start, chain.end());
            return set(plugin, PluginState::Refused,
                       fmt::format("it needs itself: {} -> {}", fmt::join(cycle, " -> "), need));
        }
        const auto needed =
            std::ranges::find(plugins_, need, [](const Plugin& p) { return p.description.id; });
        if (needed == plugins_.end())
            return set(plugin, PluginState::Refused,
                       fmt::format("it needs the plugin {}, which is not there", need));
        resolve(*needed, chain);
        if (plugin.state != PluginState::Found) return;  // found to be part of a cycle
        if (needed->state != PluginState::Loaded)
            return set(plugin, PluginState::Refused,
                       fmt::format("it needs the plugin {}, which is not loaded: {}", need, needed->reason));
    }
    chain.pop_back();
    open(plugin);
}

void Plugins::open(Plugin& plugin) {
    const auto& description = plugin.description;
    if (!description.library.empty()) {
        if (const auto difference = buildDifference(description.build, host_.facts); !difference.empty())
            return set(plugin, PluginState::Refused, difference);
        for (const auto& [fact, what] :
             {std::pair{"views", "its views need the workbench"},
              std::pair{"libtorch", "it needs LibTorch, which this Horocycle lacks"}})
            if (description.build.contains(fact) && !host_.facts.contains(fact))
                return set(plugin, PluginState::Found, what);
    }
    for (const auto& id : description.offers)
        for (const auto& entry : registry_.entries())
            if (entry.method->declaration().id == id)
                return set(plugin, PluginState::Refused,
                           fmt::format("it offers {}, which is there already (from {})", id, entry.origin));
    const OpeningMark mark(marks_, description.id);
    const auto entered = enter(plugin);
    if (entered)
        set(plugin, PluginState::Loaded, "");
    else
        set(plugin, PluginState::Failed, sentence(entered.error()));
}

Result<void> Plugins::enter(Plugin& plugin) {
    auto contents = openPlugin(plugin.description);
    if (!contents) return contents.error();
    plugin.library = contents->library;
    std::vector<std::string> offered;
    for (const auto& method : contents->methods)
        offered.push_back(method->declaration().id);
    for (const auto& reader : contents->readers)
        offered.push_back("reader:" + std::string(reader->format()));
    if (host_.take && contents->library) {
        Result<std::vector<std::string>> more = std::vector<std::string>();
        const auto taken = guardPlugin("making a view", [&] { more = host_.take(contents->library); });
        if (!taken) return taken.error();
        if (!more) return more.error();
        offered.insert(offered.end(), more->begin(), more->end());
    }
    auto announced = plugin.description.offers;
    std::ranges::sort(offered);
    std::ranges::sort(announced);
    if (offered != announced)
        return inputError(fmt::format("it announces {}, but offers {}", fmt::join(announced, ", "),
                                      fmt::join(offered, ", ")),
                          "correct 'offers' in its description");
    const std::string origin = plugin.description.id + " " + plugin.description.version;
    for (auto& method : contents->methods)
        if (auto added = registry_.add(std::move(method), origin); !added) return added.error();
    for (auto& reader : contents->readers)
        if (auto added = addReader(std::move(reader)); !added) return added.error();
    return {};
}

const Plugin* Plugins::find(std::string_view id) const {
    const auto found = std::ranges::find(plugins_, id, [](const Plugin& p) { return p.description.id; });
    return found == plugins_.end() || id.empty() ? nullptr : &*found;
}

Result<void> Plugins::setOff(std::string_view id, bool off) {
    const auto found = std::ranges::find(plugins_, id, [](const Plugin& p) { return p.description.id; });
    if (found == plugins_.end() || id.empty())
        return usageError(fmt::format("there is no plugin '{}'", id), "see 'horocycle-cli plugins'");
    PluginPreferences changed = preferences_;
    changed.crashed.erase(std::string(id));
    off ? static_cast<void>(changed.off.insert(std::string(id)))
        : static_cast<void>(changed.off.erase(std::string(id)));
    if (auto saved = changed.save(preferencesFile_); !saved) return saved.error();
    preferences_ = std::move(changed);
    found->off = off;
    found->crashed = false;
    if (found->state == PluginState::Loaded) {
        found->reason = off ? "it stays loaded until Horocycle ends" : "";
    } else if (off) {
        set(*found, PluginState::Found, isOff);
    } else if (!found->library) {
        set(*found, PluginState::Found, "");
        std::vector<std::string> chain;
        resolve(*found, chain);
    }
    return {};
}

}  // namespace horo
