#include "views/space/SpaceCamera.h"

#include <algorithm>
#include <cmath>

namespace horo::views {

namespace {

constexpr double margin = 24, nearest = 0.25;

}  // namespace

SpaceCamera SpaceCamera::fit(double width, double height, const SpaceSettings& settings) {
    SpaceCamera camera;
    camera.width = width, camera.height = height;
    camera.base = std::max(20.0, std::min(width, height) / 2 - margin);
    camera.radius = camera.base * settings.zoom;
    camera.x = width / 2 + settings.panX * camera.base, camera.y = height / 2 + settings.panY * camera.base;
    camera.yaw = settings.yaw, camera.pitch = settings.pitch;
    return camera;
}

SpaceSeen SpaceCamera::see(const Vector3& body) const {
    const double cy = std::cos(yaw), sy = std::sin(yaw), cp = std::cos(pitch), sp = std::sin(pitch);
    const double across = body[0] * cy - body[1] * sy, along = body[0] * sy + body[1] * cy;
    const double up = along * sp + body[2] * cp;
    SpaceSeen seen;
    seen.depth = body[2] * sp - along * cp;
    seen.inFront = seen.depth < eye - nearest;
    seen.near = eye / std::max(eye - seen.depth, nearest);
    seen.x = x + radius * seen.near * across, seen.y = y - radius * seen.near * up;
    return seen;
}

double SpaceCamera::outline() const {
    return radius * eye / std::sqrt(eye * eye - 1);
}

void SpaceCamera::face(const Vector3& d, SpaceSettings& settings) {
    const double flat = std::hypot(d[0], d[1]);
    if (flat == 0 && d[2] == 0) return;
    settings.yaw = std::atan2(-d[0], -d[1]);
    settings.pitch = std::atan2(d[2], flat);
}

}  // namespace horo::views
