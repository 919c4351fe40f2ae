#include "views/space/SpaceSettings.h"

#include <algorithm>
#include <cmath>

#include "views/view/SettingsJson.h"

namespace horo::views {

SpaceSettings spaceSettingsFromJson(const nlohmann::json& json) {
    SpaceSettings s;
    if (!json.is_object()) return s;
    std::string model;
    take(json, "model", model);
    s.model = spaceModelFromName(model);
    if (const auto found = json.find("centre");
        found != json.end() && found->is_array() && found->size() == 3) {
        for (size_t k = 0; k < 3; ++k)
            if ((*found)[k].is_number() && std::isfinite((*found)[k].get<double>()))
                s.centre[k] = std::clamp((*found)[k].get<double>(), -1e3, 1e3);
    }
    take(json, "yaw", s.yaw), take(json, "pitch", s.pitch);
    take(json, "zoom", s.zoom), take(json, "pan_x", s.panX), take(json, "pan_y", s.panY);
    take(json, "scale", s.scale);
    take(json, "colour", s.colour), take(json, "level", s.level);
    take(json, "edges", s.edges), take(json, "labels", s.labels), take(json, "mesh", s.mesh);
    s.yaw = std::remainder(s.yaw, 2 * M_PI), s.pitch = std::clamp(s.pitch, -M_PI / 2, M_PI / 2);
    s.zoom = std::clamp(s.zoom, 0.2, 200.0);
    s.panX = std::clamp(s.panX, -400.0, 400.0), s.panY = std::clamp(s.panY, -400.0, 400.0);
    s.scale = s.scale > 0 ? std::clamp(s.scale, 0.01, 1.0) : 0;
    s.level = std::clamp(s.level, 1, 32);
    return s;
}

nlohmann::json toJson(const SpaceSettings& s) {
    nlohmann::json json{{"centre", s.centre}, {"yaw", s.yaw},     {"pitch", s.pitch},   {"zoom", s.zoom},
                        {"pan_x", s.panX},    {"pan_y", s.panY},  {"scale", s.scale},   {"colour", s.colour},
                        {"level", s.level},   {"edges", s.edges}, {"labels", s.labels}, {"mesh", s.mesh}};
    if (s.model) json["model"] = spaceModelNames[static_cast<size_t>(*s.model)];
    return json;
}

}  // namespace horo::views
