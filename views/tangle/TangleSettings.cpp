#include "views/tangle/TangleSettings.h"

#include <algorithm>

namespace horo::views {

TangleSettings tangleSettingsFromJson(const nlohmann::json& json) {
    TangleSettings settings;
    if (!json.is_object()) return settings;
    const auto text = [&](const char* key, std::string& value) {
        if (const auto found = json.find(key); found != json.end() && found->is_string())
            value = found->get<std::string>();
    };
    const auto choice = [&](const char* key, bool& value) {
        if (const auto found = json.find(key); found != json.end() && found->is_boolean())
            value = found->get<bool>();
    };
    text("with", settings.with);
    text("colour", settings.colour);
    text("focusA", settings.focusA);
    text("focusB", settings.focusB);
    choice("untangle", settings.untangle);
    choice("labels", settings.labels);
    choice("list", settings.list);
    if (settings.colour != "status") settings.colour = "branch";
    if (const auto found = json.find("level"); found != json.end() && found->is_number_integer())
        settings.level = static_cast<int>(std::clamp<int64_t>(found->get<int64_t>(), 0, 32));
    return settings;
}

nlohmann::json toJson(const TangleSettings& settings) {
    return {{"with", settings.with},         {"colour", settings.colour}, {"level", settings.level},
            {"focusA", settings.focusA},     {"focusB", settings.focusB}, {"untangle", settings.untangle},
            {"labels", settings.labels},     {"list", settings.list}};
}

}  // namespace horo::views
