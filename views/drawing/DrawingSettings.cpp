#include "views/drawing/DrawingSettings.h"

#include <algorithm>
#include <array>

#include "views/view/SettingsJson.h"

namespace horo::views {

namespace {
const std::array<std::string, 3> extraNames{"none", "selection", "all"};
}

DrawingSettings drawingSettingsFromJson(const nlohmann::json& json) {
    DrawingSettings settings;
    if (!json.is_object()) return settings;
    take(json, "layout", settings.layout), take(json, "size", settings.size);
    take(json, "colour", settings.colour), take(json, "focus", settings.focus);
    take(json, "level", settings.level), take(json, "labels", settings.labels);
    settings.level = std::clamp(settings.level, 0, 32);
    if (!std::ranges::count(Drawing::layouts(), settings.layout)) settings.layout = "icicle";
    std::string extra;
    take(json, "extra", extra);
    if (const auto found = std::ranges::find(extraNames, extra); found != extraNames.end())
        settings.extra = static_cast<ExtraParents>(found - extraNames.begin());
    return settings;
}

nlohmann::json toJson(const DrawingSettings& settings) {
    return {{"layout", settings.layout},
            {"size", settings.size},
            {"colour", settings.colour},
            {"level", settings.level},
            {"focus", settings.focus},
            {"labels", settings.labels},
            {"extra", extraNames[static_cast<size_t>(settings.extra)]}};
}

}  // namespace horo::views
