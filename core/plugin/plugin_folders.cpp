#include "core/plugin/plugin_folders.h"

#include <dlfcn.h>

#include <algorithm>
#include <cstdlib>
#include <sstream>

#include "core/plugin/plugin.h"

namespace horo {

namespace fs = std::filesystem;

namespace {

fs::path homeFolder(const char* variable, const char* fallback) {
    if (const char* set = std::getenv(variable); set && *set == '/') return set;
    const char* home = std::getenv("HOME");
    return fs::path(home ? home : "/") / fallback;
}

fs::path libraryFolder() {
    Dl_info own{};
    if (dladdr(reinterpret_cast<const void*>(&pluginFolders), &own) == 0) return {};
    std::error_code ignored;
    return fs::weakly_canonical(own.dli_fname, ignored).parent_path();
}

}  // namespace

std::vector<PluginFolder> pluginFolders() {
    std::vector<PluginFolder> folders;
    if (const char* set = std::getenv("HOROCYCLE_PLUGIN_PATH")) {
        std::stringstream list(set);
        for (std::string path; std::getline(list, path, ':');)
            if (!path.empty()) folders.push_back({path, path});
    }
    folders.push_back({userPluginFolder(), "user"});
    folders.push_back({libraryFolder() / "plugins", "installation"});
    return folders;
}

fs::path userPluginFolder() {
    return homeFolder("XDG_DATA_HOME", ".local/share") / "horocycle" / "plugins";
}

fs::path pluginPreferencesFile() {
    return homeFolder("XDG_CONFIG_HOME", ".config") / "horocycle" / "plugins.json";
}

std::vector<fs::path> pluginDescriptionsIn(const fs::path& folder) {
    std::vector<fs::path> found;
    const auto search = [&](const fs::path& place, bool deeper, const auto& self) -> void {
        std::error_code failed;
        for (auto entry = fs::directory_iterator(place, failed); !failed && entry != fs::directory_iterator();
             entry.increment(failed)) {
            std::error_code ignored;
            if (entry->is_directory(ignored)) {
                if (deeper) self(entry->path(), false, self);
            } else if (entry->path().filename().string().ends_with(pluginEnding)) {
                found.push_back(entry->path());
            }
        }
    };
    search(folder, true, search);
    std::ranges::sort(found);
    return found;
}

}  // namespace horo
