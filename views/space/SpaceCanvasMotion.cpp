// Where SpaceCanvas goes by itself: to a row, to the selection, home.
#include <algorithm>
#include <cmath>

#include "views/space/SpaceCanvas.h"
#include "views/theme/ThemeSource.h"

namespace horo::views {

namespace {

constexpr int glideTime = 200;

double mix(double from, double to, double t) {
    return from + t * (to - from);
}

SpaceSettings between(const SpaceSettings& from, const SpaceSettings& to, SpaceKind kind, double t) {
    if (t >= 1) return to;
    SpaceSettings now = to;
    if (kind == SpaceKind::Hyperbolic) {
        now.centre = ballGeodesic(from.centre, to.centre, t);
    } else {
        for (size_t k = 0; k < 3; ++k)
            now.centre[k] = mix(from.centre[k], to.centre[k], t);
    }
    now.yaw = from.yaw + t * std::remainder(to.yaw - from.yaw, 2 * M_PI);
    now.pitch = mix(from.pitch, to.pitch, t);
    now.zoom = from.zoom * std::pow(to.zoom / from.zoom, t);
    now.panX = mix(from.panX, to.panX, t), now.panY = mix(from.panY, to.panY, t);
    return now;
}

}  // namespace

void SpaceCanvas::glideTo(const SpaceSettings& goal, const QString& what) {
    glide_.stop();
    glide_.disconnect(this);
    const int time = isVisible() ? ThemeSource::instance().duration(glideTime) : 0;
    if (time == 0) {
        settings_ = goal;
        return inMotion(what);
    }
    glide_.setStartValue(0.0), glide_.setEndValue(1.0), glide_.setDuration(time);
    connect(&glide_, &QVariantAnimation::valueChanged, this,
            [this, start = settings_, goal, what](const QVariant& value) {
                settings_ = between(start, goal, subject_.axes.kind, value.toDouble());
                inMotion(what);
            });
    glide_.start();
}

void SpaceCanvas::centreOn(uint32_t row) {
    if (row >= subject_.points.size()) return;
    SpaceSettings goal = settings_;
    goal.panX = goal.panY = 0;
    if (subject_.axes.kind == SpaceKind::Sphere)
        SpaceCamera::face(subject_.points.at(row), goal);
    else
        goal.centre = subject_.points.at(row);
    glideTo(goal, tr("Centre the space"));
}

void SpaceCanvas::frameSelection() {
    const auto& rows = subject_.rows.selectedRows();
    if (rows.empty() || subject_.points.size() == 0) return home();
    // In hyperbolic space the Lorentz centroid, the normalised sum of the points of the hyperboloid;
    // elsewhere the mean.
    const bool hyperbolic = subject_.axes.isHyperbolic();
    Vector3 sum{};
    double time = 0;
    for (const uint32_t row : rows) {
        const double q = subject_.points.q[row];
        for (size_t k = 0; k < 3; ++k)
            sum[k] += subject_.points.at(row)[k] * (hyperbolic ? 2 / q : 1);
        time += hyperbolic ? (2 - q) / q : 1;
    }
    const double squared = sum[0] * sum[0] + sum[1] * sum[1] + sum[2] * sum[2];
    const double share = hyperbolic ? time + std::sqrt(std::max(time * time - squared, 1e-300)) : time;
    for (double& value : sum)
        value /= share;
    SpaceSettings goal = settings_;
    goal.panX = goal.panY = 0, goal.zoom = 1;
    if (subject_.axes.kind == SpaceKind::Sphere)
        SpaceCamera::face(sum, goal);
    else
        goal.centre = sum;
    if (subject_.axes.kind == SpaceKind::Flat) {
        const SpaceProjection seen(SpaceKind::Flat, goal.centre, 1);
        double reach = 0;
        for (const uint32_t row : rows)
            reach = std::max(reach, seen.radius(subject_.points.at(row), 1));
        goal.zoom = std::clamp(0.8 / std::max(reach, 1e-9), 0.5, 20.0);
    }
    glideTo(goal, tr("Frame the selection"));
}

void SpaceCanvas::home() {
    const SpaceSettings fresh;
    SpaceSettings goal = settings_;
    goal.centre = fresh.centre, goal.yaw = fresh.yaw, goal.pitch = fresh.pitch;
    goal.zoom = 1, goal.panX = goal.panY = 0;
    glideTo(goal, tr("Space to its home"));
}

}  // namespace horo::views
