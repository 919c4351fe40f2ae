#include "core/plugin/check_plugin.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/plugin/plugins.h"

namespace horo {

namespace fs = std::filesystem;

namespace {

/// The description that `file` means.
Result<fs::path> descriptionOf(const fs::path& file) {
    std::error_code ignored;
    if (!fs::exists(file, ignored))
        return inputError("there is no such file or folder", "give NAME.plugin.json", file.string());
    if (file.filename().string().ends_with(pluginEnding)) return file;
    const auto folder = fs::is_directory(file, ignored) ? file : fs::absolute(file).parent_path();
    std::vector<fs::path> found = pluginDescriptionsIn(folder);
    if (!fs::is_directory(file, ignored))
        std::erase_if(found, [&](const fs::path& each) {
            const auto description = readPluginDescription(each);
            return !description || description->library != file.filename();
        });
    if (found.size() == 1) return found.front();
    return inputError(found.empty() ? "there is no description of a plugin (NAME.plugin.json)"
                                    : fmt::format("there are {} descriptions of plugins", found.size()),
                      "give the description itself", file.string());
}

}  // namespace

bool PluginCheck::passed() const {
    return plugin.state == PluginState::Loaded &&
           std::ranges::all_of(findings, [](const MethodFinding& finding) { return finding.fault.empty(); });
}

Result<PluginCheck> checkPlugin(const fs::path& file) {
    const auto chosen = descriptionOf(file);
    if (!chosen) return chosen.error();
    std::error_code ignored;
    const auto description = fs::weakly_canonical(*chosen, ignored);
    // Its own folder first, so that it is this one and not an installed one of the same id.
    std::vector<PluginFolder> folders{{description.parent_path(), description.parent_path().string()}};
    for (auto& folder : pluginFolders())
        folders.push_back(std::move(folder));
    // Preferences of nobody: what is switched off is checked, too.
    Plugins plugins(folders, fs::temp_directory_path(ignored) / "horocycle-check" / "plugins.json", {},
                    Registry::global());
    PluginCheck check;
    plugins.loadFor(description);
    for (const auto& plugin : plugins.all())
        if (fs::weakly_canonical(plugin.description.file, ignored) == description) check.plugin = plugin;
    if (check.plugin.state != PluginState::Loaded) return check;
    for (const auto& entry : Registry::global().entries())
        if (std::ranges::find(check.plugin.description.offers, entry.method->declaration().id) !=
            check.plugin.description.offers.end())
            for (auto& finding : checkMethod(*entry.method))
                check.findings.push_back(std::move(finding));
    return check;
}

}  // namespace horo
