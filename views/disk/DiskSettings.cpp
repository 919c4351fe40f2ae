#include "views/disk/DiskSettings.h"

#include <algorithm>
#include <cmath>

#include "views/view/SettingsJson.h"

namespace horo::views {

namespace {

DiskCentre centreFromJson(const nlohmann::json& json) {
    const auto number = [&](size_t i) {
        return json.size() > i && json[i].is_number() ? json[i].get<double>() : 0.0;
    };
    DiskCentre centre{{number(0), number(1)}, number(2)};
    const double norm = std::abs(centre.point);
    if (!std::isfinite(norm) || !std::isfinite(centre.turn)) return {};
    if (norm > 1 - 1e-13) centre.point *= (1 - 1e-13) / norm;
    return centre;
}

}  // namespace

DiskSettings diskSettingsFromJson(const nlohmann::json& json) {
    DiskSettings s;
    if (!json.is_object()) return s;
    if (const auto found = json.find("centre"); found != json.end() && found->is_array())
        s.centre = centreFromJson(*found);
    take(json, "scale", s.scale), take(json, "zoom", s.zoom);
    take(json, "pan_x", s.panX), take(json, "pan_y", s.panY);
    take(json, "colour", s.colour), take(json, "level", s.level);
    take(json, "projection", s.projection), take(json, "axis_x", s.axisX), take(json, "axis_y", s.axisY);
    take(json, "edges", s.edges), take(json, "labels", s.labels), take(json, "rings", s.rings);
    take(json, "extra_parents", s.extraParents), take(json, "ruler", s.ruler),
        take(json, "horocycle", s.horocycle);
    take(json, "ruler_from", s.rulerFrom);
    take(json, "anchor", s.anchor), take(json, "shared_camera", s.sharedCamera);
    take(json, "circle", s.circle), take(json, "curvature", s.curvature);
    std::string model;
    take(json, "model", model);
    s.model = diskModelFromName(model).value_or(DiskModel::Poincare);
    s.curvature = std::isfinite(s.curvature) ? std::clamp(s.curvature, -25.0, -0.01) : -1;
    s.scale = std::clamp(s.scale, DiskSettings::leastScale, 1.0), s.zoom = std::clamp(s.zoom, 0.2, 200.0);
    s.panX = std::clamp(s.panX, -400.0, 400.0), s.panY = std::clamp(s.panY, -400.0, 400.0);
    s.level = std::clamp(s.level, 1, 32);
    s.axisX = std::max(s.axisX, 0), s.axisY = std::max(s.axisY, 0);
    return s;
}

nlohmann::json toJson(const DiskSettings& s) {
    return {{"model", diskModelNames[static_cast<size_t>(s.model)]},
            {"circle", s.circle},
            {"anchor", s.anchor},
            {"shared_camera", s.sharedCamera},
            {"curvature", s.curvature},
            {"centre", {s.centre.point.real(), s.centre.point.imag(), s.centre.turn}},
            {"scale", s.scale},
            {"zoom", s.zoom},
            {"pan_x", s.panX},
            {"pan_y", s.panY},
            {"colour", s.colour},
            {"level", s.level},
            {"projection", s.projection},
            {"axis_x", s.axisX},
            {"axis_y", s.axisY},
            {"edges", s.edges},
            {"labels", s.labels},
            {"rings", s.rings},
            {"extra_parents", s.extraParents},
            {"ruler", s.ruler},
            {"horocycle", s.horocycle},
            {"ruler_from", s.rulerFrom}};
}

}  // namespace horo::views
