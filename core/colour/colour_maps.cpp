#include "core/colour/colour_maps.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace horo {

namespace {

constexpr Rgb unknown{128, 128, 128};

#include "core/colour/colour_tables.inc"

}  // namespace

std::span<const Rgb> colours(ColourMap map) {
    return map == ColourMap::Viridis ? std::span(viridis) : std::span(cividis);
}

Rgb mapped(ColourMap map, double share) {
    if (std::isnan(share)) return unknown;
    return colours(map)[static_cast<size_t>(std::lround(255 * std::clamp(share, 0.0, 1.0)))];
}

Rgb diverging(double value, Rgb negative, Rgb canvas, Rgb positive) {
    if (std::isnan(value)) return unknown;
    return mix(canvas, value < 0 ? negative : positive, std::min(std::abs(value), 1.0));
}

Rgb tint(double share, double hue, bool dark) {
    if (std::isnan(share)) return unknown;
    const double t = std::clamp(share, 0.0, 1.0);
    return dark ? toRgb(Oklch{std::lerp(.24, .76, t), .02 + .12 * t, hue})
                : toRgb(Oklch{std::lerp(.97, .55, t), .01 + .16 * t, hue});
}

}  // namespace horo
