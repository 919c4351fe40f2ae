#include "core/colour/oklch.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace horo {

namespace {

struct Linear {
    double red, green, blue;
};

double decoded(uint8_t channel) {
    const double value = channel / 255.0;
    return value <= .04045 ? value / 12.92 : std::pow((value + .055) / 1.055, 2.4);
}

uint8_t encoded(double value) {
    value = std::clamp(value, 0.0, 1.0);
    const double coded = value <= .0031308 ? 12.92 * value : 1.055 * std::pow(value, 1 / 2.4) - .055;
    return static_cast<uint8_t>(std::lround(255 * coded));
}

Linear toLinear(const Oklab& c) {
    const double l = std::pow(c.lightness + .3963377774 * c.a + .2158037573 * c.b, 3);
    const double m = std::pow(c.lightness - .1055613458 * c.a - .0638541728 * c.b, 3);
    const double s = std::pow(c.lightness - .0894841775 * c.a - 1.2914855480 * c.b, 3);
    return {4.0767416621 * l - 3.3077115913 * m + .2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - .3413193965 * s,
            -.0041960863 * l - .7034186147 * m + 1.7076147010 * s};
}

constexpr double degree = std::numbers::pi / 180;

}  // namespace

Oklab toOklab(Rgb colour) {
    const double r = decoded(colour.red), g = decoded(colour.green), b = decoded(colour.blue);
    const double l = std::cbrt(.4122214708 * r + .5363325363 * g + .0514459929 * b);
    const double m = std::cbrt(.2119034982 * r + .6806995451 * g + .1073969566 * b);
    const double s = std::cbrt(.0883024619 * r + .2817188376 * g + .6299787005 * b);
    return {.2104542553 * l + .7936177850 * m - .0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + .4505937099 * s,
            .0259040371 * l + .7827717662 * m - .8086757660 * s};
}

Oklab toOklab(const Oklch& colour) {
    return {colour.lightness, colour.chroma * std::cos(colour.hue * degree),
            colour.chroma * std::sin(colour.hue * degree)};
}

Oklch toOklch(const Oklab& colour) {
    const double hue = std::atan2(colour.b, colour.a) / degree;
    return {colour.lightness, std::hypot(colour.a, colour.b), hue < 0 ? hue + 360 : hue};
}

bool isInGamut(const Oklab& colour) {
    const Linear c = toLinear(colour);
    constexpr double slack = 1e-4;
    const auto fits = [](double value) { return value >= -slack && value <= 1 + slack; };
    return fits(c.red) && fits(c.green) && fits(c.blue);
}

Rgb toRgb(const Oklab& colour) {
    const Linear c = toLinear(colour);
    return {encoded(c.red), encoded(c.green), encoded(c.blue)};
}

Rgb toRgb(const Oklch& colour) {
    if (isInGamut(toOklab(colour))) return toRgb(toOklab(colour));
    Oklch inside = colour;
    double low = 0, high = colour.chroma;
    for (int i = 0; i < 24; ++i) {
        inside.chroma = (low + high) / 2;
        (isInGamut(toOklab(inside)) ? low : high) = inside.chroma;
    }
    inside.chroma = low;
    return toRgb(toOklab(inside));
}

double colourDistance(Rgb left, Rgb right) {
    const Oklab p = toOklab(left), q = toOklab(right);
    return std::hypot(p.lightness - q.lightness, p.a - q.a, p.b - q.b);
}

Rgb mix(Rgb from, Rgb to, double share) {
    const Oklab p = toOklab(from), q = toOklab(to);
    return toRgb(Oklab{std::lerp(p.lightness, q.lightness, share), std::lerp(p.a, q.a, share),
                       std::lerp(p.b, q.b, share)});
}

}  // namespace horo
