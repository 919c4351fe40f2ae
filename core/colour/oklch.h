// Colours in a space where equal steps look equally large.
#pragma once

#include <cstdint>

#include "core/base/export.h"

namespace horo {

/// sRGB, as screens and files take it.
struct Rgb {
    uint8_t red = 0, green = 0, blue = 0;
    bool operator==(const Rgb&) const = default;
};

/// Ottosson's OKLab (2020): lightness 0 to 1, a green to red, b blue to yellow.
struct Oklab {
    double lightness = 0, a = 0, b = 0;
};

/// OKLab in polar form; hue in degrees.
struct Oklch {
    double lightness = 0, chroma = 0, hue = 0;
};

HOROCYCLE_EXPORT Oklab toOklab(Rgb colour);
HOROCYCLE_EXPORT Oklab toOklab(const Oklch& colour);
HOROCYCLE_EXPORT Oklch toOklch(const Oklab& colour);

/// Whether screens can show the colour.
HOROCYCLE_EXPORT bool isInGamut(const Oklab& colour);

/// The nearest of 256 steps a channel; channels out of gamut are cut off.
HOROCYCLE_EXPORT Rgb toRgb(const Oklab& colour);
/// Out of gamut the chroma is lowered until it fits; lightness and hue are kept.
HOROCYCLE_EXPORT Rgb toRgb(const Oklch& colour);

/// Distance in OKLab; two colours of .02 are hardly told apart.
HOROCYCLE_EXPORT double colourDistance(Rgb left, Rgb right);

/// On the straight line through OKLab from `from` (share 0) to `to` (share 1).
HOROCYCLE_EXPORT Rgb mix(Rgb from, Rgb to, double share);

}  // namespace horo
