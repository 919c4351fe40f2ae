#include "views/ruler/RulerSettings.h"

#include "views/view/SettingsJson.h"

namespace horo::views {

namespace {

constexpr std::pair<UnitColour, const char*> colourNames[] = {
    {UnitColour::Bits, "bits"}, {UnitColour::Length, "length"}, {UnitColour::None, "none"}};

}

RulerSettings rulerSettingsFromJson(const nlohmann::json& json) {
    RulerSettings s;
    if (!json.is_object()) return s;
    std::string colour;
    take(json, "first", s.first), take(json, "bytes_per_pixel", s.bytesPerPixel),
        take(json, "colour", colour);
    take(json, "chosen_in", s.chosenIn), take(json, "chosen_unit", s.chosenUnit);
    for (const auto& [value, name] : colourNames)
        if (colour == name) s.colour = value;
    if (const auto hidden = json.find("hidden"); hidden != json.end() && hidden->is_array())
        for (const auto& id : *hidden)
            if (id.is_string()) s.hidden.insert(id.get<std::string>());
    if (const auto levels = json.find("levels"); levels != json.end() && levels->is_object())
        for (const auto& [id, level] : levels->items())
            if (level.is_number_unsigned())
                s.levels[id] = static_cast<int>(std::min<uint64_t>(level.get<uint64_t>(), 1000));
    return s;
}

nlohmann::json toJson(const RulerSettings& s) {
    nlohmann::json json{{"first", s.first}, {"bytes_per_pixel", s.bytesPerPixel}};
    for (const auto& [value, name] : colourNames)
        if (s.colour == value) json["colour"] = name;
    if (!s.hidden.empty()) json["hidden"] = s.hidden;
    if (!s.levels.empty()) json["levels"] = s.levels;
    if (!s.chosenIn.empty()) json["chosen_in"] = s.chosenIn, json["chosen_unit"] = s.chosenUnit;
    return json;
}

}  // namespace horo::views
