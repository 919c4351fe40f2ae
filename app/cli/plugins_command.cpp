#include <fmt/format.h>

#include "app/cli/commands.h"
#include "app/cli/terminal.h"
#include "core/plugin/check_plugin.h"
#include "core/plugin/plugins.h"

namespace horo::cli {

namespace {

using nlohmann::json;

json describe(const Plugin& plugin) {
    const PluginDescription& d = plugin.description;
    return {{"id", d.id},
            {"name", d.name},
            {"version", d.version},
            {"author", d.author},
            {"licence", d.licence},
            {"summary", d.summary},
            {"offers", d.offers},
            {"needs", d.needs},
            {"file", d.file.string()},
            {"library", d.library},
            {"build", d.build},
            {"folder", plugin.folder},
            {"state", pluginStateName(plugin.state)},
            {"reason", plugin.reason},
            {"off", plugin.off}};
}

void print(const json& object) {
    fmt::print("{}\n", object.dump(2, ' ', false, json::error_handler_t::replace));
}

int list(const PluginsOptions& options) {
    json all = json::array();
    std::vector<std::pair<std::string, std::string>> rows;
    for (const auto& plugin : Plugins::global().all()) {
        const PluginDescription& d = plugin.description;
        all.push_back(describe(plugin));
        rows.emplace_back(d.id.empty() ? d.name : d.id,
                          fmt::format("{} {}{}", d.version, pluginStateName(plugin.state),
                                      plugin.reason.empty() ? "" : ": " + plugin.reason));
        rows.emplace_back("", d.summary.empty() ? d.file.string()
                                                : fmt::format("{} Offers {}. {}", d.summary,
                                                              fmt::join(d.offers, ", "), d.file.string()));
    }
    json folders = json::array();
    for (const auto& folder : pluginFolders())
        folders.push_back(folder.path.string());
    if (options.json) {
        print({{"plugins", all}, {"folders", folders}});
    } else {
        for (const auto& folder : pluginFolders())
            rows.emplace_back("searched", folder.path.string());
        printPairs(rows);
    }
    return 0;
}

Result<int> check(const PluginsOptions& options) {
    const auto result = checkPlugin(options.check);
    if (!result) return result.error();
    json findings = json::array();
    std::vector<std::pair<std::string, std::string>> rows;
    for (const auto& finding : result->findings) {
        findings.push_back({{"method", finding.method}, {"check", finding.check}, {"fault", finding.fault}});
        rows.emplace_back(finding.method,
                          finding.check + (finding.fault.empty() ? ": passed" : ": " + finding.fault));
    }
    if (options.json) {
        json object = describe(result->plugin);
        object["checks"] = findings;
        object["passed"] = result->passed();
        print(object);
    } else {
        rows.emplace_back(
            result->plugin.description.id,
            result->passed() ? "passed"
            : result->plugin.reason.empty()
                ? "did not pass"
                : fmt::format("{}: {}", pluginStateName(result->plugin.state), result->plugin.reason));
        printPairs(rows);
    }
    return result->passed() ? 0 : 1;
}

}  // namespace

Result<int> plugins(const PluginsOptions& options) {
    if (!options.check.empty()) return check(options);
    for (const bool off : {false, true})
        if (const std::string& id = off ? options.off : options.on; !id.empty()) {
            if (auto done = Plugins::global().setOff(id, off); !done) return done.error();
            return 0;
        }
    return list(options);
}

}  // namespace horo::cli
