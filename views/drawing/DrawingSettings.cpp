#include "views/drawing/DrawingSettings.h"

#include <algorithm>
#include <array>

namespace horo::views {

namespace {
const std::array<std::string, 3> extraNames{"none", "selection", "all"};
}

DrawingSettings drawingSettingsFromJson(const nlohmann::json& json) {
    DrawingSettings settings;
    if (!json.is_object()) return settings;
    const auto text = [&](const char* key, std::string& value) {
        if (const auto found = json.find(key); found != json.end() && found->is_string())
            value = found->get<std::string>();
    };
    text("layout", settings.layout);
    text("size", settings.size);
    text("colour", settings.colour);
    text("focus", settings.focus);
    if (!std::ranges::count(Drawing::layouts(), settings.layout)) settings.layout = "icicle";
    if (const auto found = json.find("level"); found != json.end() && found->is_number_integer())
        settings.level = std::clamp(found->get<int>(), 0, 32);
    if (const auto found = json.find("labels"); found != json.end() && found->is_boolean())
        settings.labels = found->get<bool>();
    std::string extra;
    text("extra", extra);
    if (const auto found = std::ranges::find(extraNames, extra); found != extraNames.end())
        settings.extra = static_cast<ExtraParents>(found - extraNames.begin());
    return settings;
}

nlohmann::json toJson(const DrawingSettings& settings) {
    return {{"layout", settings.layout}, {"size", settings.size},   {"colour", settings.colour},
            {"level", settings.level},   {"focus", settings.focus}, {"labels", settings.labels},
            {"extra", extraNames[static_cast<size_t>(settings.extra)]}};
}

}  // namespace horo::views
