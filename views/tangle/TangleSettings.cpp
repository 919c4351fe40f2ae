#include "views/tangle/TangleSettings.h"

#include <algorithm>

#include "views/view/SettingsJson.h"

namespace horo::views {

TangleSettings tangleSettingsFromJson(const nlohmann::json& json) {
    TangleSettings settings;
    if (!json.is_object()) return settings;
    take(json, "with", settings.with), take(json, "colour", settings.colour);
    take(json, "focusA", settings.focusA), take(json, "focusB", settings.focusB);
    take(json, "untangle", settings.untangle), take(json, "labels", settings.labels);
    take(json, "list", settings.list), take(json, "level", settings.level);
    if (settings.colour != "status") settings.colour = "branch";
    settings.level = std::clamp(settings.level, 0, 32);
    return settings;
}

nlohmann::json toJson(const TangleSettings& settings) {
    return {{"with", settings.with},     {"colour", settings.colour}, {"level", settings.level},
            {"focusA", settings.focusA}, {"focusB", settings.focusB}, {"untangle", settings.untangle},
            {"labels", settings.labels}, {"list", settings.list}};
}

}  // namespace horo::views
