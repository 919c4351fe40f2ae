#include "views/scatter/ScatterSettings.h"

#include <algorithm>

#include "views/view/SettingsJson.h"

namespace horo::views {

ScatterSettings scatterSettingsFromJson(const nlohmann::json& json) {
    ScatterSettings s;
    if (!json.is_object()) return s;
    take(json, "column_x", s.columnX), take(json, "column_y", s.columnY);
    take(json, "x", s.x), take(json, "y", s.y), take(json, "zoom", s.zoom);
    take(json, "colour", s.colour), take(json, "level", s.level), take(json, "size", s.size);
    take(json, "labels", s.labels), take(json, "density", s.density), take(json, "contours", s.contours);
    take(json, "trails", s.trails);
    take(json, "hull", s.hull), take(json, "cone", s.cone);
    s.columnX = std::max(0, s.columnX), s.columnY = std::max(0, s.columnY);
    s.zoom = std::clamp(s.zoom, 0.1, 1e5);
    s.level = std::clamp(s.level, 1, 32);
    return s;
}

nlohmann::json toJson(const ScatterSettings& s) {
    return {{"column_x", s.columnX},
            {"column_y", s.columnY},
            {"x", s.x},
            {"y", s.y},
            {"zoom", s.zoom},
            {"colour", s.colour},
            {"level", s.level},
            {"size", s.size},
            {"trails", s.trails},
            {"labels", s.labels},
            {"density", s.density},
            {"contours", s.contours},
            {"hull", s.hull},
            {"cone", s.cone}};
}

}  // namespace horo::views
