#include "core/plugin/plugin_preferences.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include "core/base/file.h"
#include "core/io/json_text.h"

namespace horo {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

std::set<std::string> textsOf(const json& object, const char* key) {
    std::set<std::string> texts;
    if (const auto found = object.find(key); found != object.end() && found->is_array())
        for (const auto& text : *found)
            if (text.is_string()) texts.insert(text.get<std::string>());
    return texts;
}

}  // namespace

PluginPreferences PluginPreferences::load(const fs::path& file) {
    std::error_code ignored;
    if (!fs::exists(file, ignored)) return {};
    const auto text = readFile(file);
    const auto object = text ? parseJson(*text, file.string()) : text.error();
    if (!object || !object->is_object()) return {};
    return {textsOf(*object, "off"), textsOf(*object, "crashed")};
}

Result<void> PluginPreferences::save(const fs::path& file) const {
    std::error_code failed;
    fs::create_directories(file.parent_path(), failed);
    return writeFile(file, json({{"off", off}, {"crashed", crashed}}).dump(2) + "\n");
}

OpeningMark::OpeningMark(const fs::path& folder, const std::string& pluginId) {
    std::error_code ignored;
    fs::create_directories(folder, ignored);
    file_ = folder / fmt::format("{}-{}", pluginId, getpid());
    descriptor_ = open(file_.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    // The lock ends with the program: whoever can take it later knows that nobody is opening any more.
    if (descriptor_ >= 0) flock(descriptor_, LOCK_EX | LOCK_NB);
}

OpeningMark::~OpeningMark() {
    if (descriptor_ < 0) return;
    unlink(file_.c_str());
    close(descriptor_);
}

std::set<std::string> OpeningMark::findCrashed(const fs::path& folder) {
    std::set<std::string> ids;
    std::error_code failed;
    for (auto entry = fs::directory_iterator(folder, failed); !failed && entry != fs::directory_iterator();
         entry.increment(failed)) {
        const int descriptor = open(entry->path().c_str(), O_RDWR | O_CLOEXEC);
        if (descriptor < 0) continue;
        if (flock(descriptor, LOCK_EX | LOCK_NB) == 0) {
            const std::string name = entry->path().filename();
            ids.insert(name.substr(0, name.rfind('-')));
            unlink(entry->path().c_str());
        }
        close(descriptor);
    }
    return ids;
}

}  // namespace horo
