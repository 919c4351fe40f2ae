#include "views/space/SpaceSight.h"

#include <algorithm>
#include <cmath>

namespace horo::views {

namespace {

/// Displayed radius that far points should have: a bowl that is neither plate nor cone; near the rim of a
/// ball.
double comfortable(SpaceModel model) {
    return model == SpaceModel::Ball ? 3.6 : 2.2;
}

}  // namespace

SpaceSight SpaceSight::of(const SpacePoints& points, const SpaceAxes& axes, const SpaceSettings& settings,
                          double width, double height, bool live) {
    SpaceSight sight;
    const SpaceModel model = axes.shown(settings.model);
    const double within = comfortable(model);
    double scale = 1, extent = within;
    if (axes.isHyperbolic()) {
        const double fitting = fittingScale(points, settings.centre, within);
        scale = settings.scale > 0 ? settings.scale : fitting;
        if (live && settings.scale <= 0) scale = std::exp2(std::floor(2 * std::log2(scale)) / 2);
        // A larger scale than fits makes a larger sheet, as far as there is something to see of it.
        if (fitting < 1) extent = std::clamp(within * scale / fitting, within, 6.0);
    }
    sight.projection = SpaceProjection(axes.kind, settings.centre, scale);
    sight.shape = SpaceShape(model, axes.kind, extent, axes.dimension <= 2);
    sight.camera = SpaceCamera::fit(width, height, settings);
    if (!axes.isHyperbolic() || sight.shape.isRound()) return sight;
    const double unit = scale * std::sqrt(-axes.curvature);
    sight.ringEvery = 0.5;
    while (extent / (sight.ringEvery * unit) > 8)
        sight.ringEvery *= 2;
    for (double rho = sight.ringEvery * unit; rho < extent; rho += sight.ringEvery * unit)
        sight.rings.push_back(rho);
    return sight;
}

}  // namespace horo::views
