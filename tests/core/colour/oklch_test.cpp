#include "core/colour/oklch.h"

#include <gtest/gtest.h>

#include <cmath>

namespace horo {
namespace {

TEST(Oklch, KnownColours) {
    // Ottosson's own examples: white, and the primaries as CSS Color 4 prints them.
    EXPECT_NEAR(toOklab(Rgb{255, 255, 255}).lightness, 1, 1e-4);
    EXPECT_NEAR(toOklab(Rgb{255, 0, 0}).lightness, .62796, 1e-4);
    const Oklch blue = toOklch(toOklab(Rgb{0, 0, 255}));
    EXPECT_NEAR(blue.lightness, .45201, 1e-4);
    EXPECT_NEAR(blue.chroma, .31321, 1e-4);
    EXPECT_NEAR(blue.hue, 264.052, 1e-2);
}

TEST(Oklch, EveryScreenColourComesBack) {
    for (int red = 0; red < 256; red += 15)
        for (int green = 0; green < 256; green += 15)
            for (int blue = 0; blue < 256; blue += 15) {
                const Rgb colour{uint8_t(red), uint8_t(green), uint8_t(blue)};
                EXPECT_EQ(toRgb(toOklab(colour)), colour);
                EXPECT_EQ(toRgb(toOklch(toOklab(colour))), colour);
            }
}

TEST(Oklch, OutOfGamutOnlyChromaGivesWay) {
    for (int hue = 0; hue < 360; hue += 5)
        for (const double lightness : {.45, .6, .75, .88}) {
            const Oklch shown = toOklch(toOklab(toRgb(Oklch{lightness, .4, double(hue)})));
            EXPECT_NEAR(shown.lightness, lightness, .006) << hue;
            EXPECT_NEAR(std::remainder(shown.hue - hue, 360), 0, 3) << hue << " " << lightness;
            EXPECT_LT(shown.chroma, .35);
        }
}

TEST(Oklch, MixStartsAndEndsAtItsColours) {
    const Rgb from{179, 97, 15}, to{63, 91, 216};
    EXPECT_EQ(mix(from, to, 0), from);
    EXPECT_EQ(mix(from, to, 1), to);
    EXPECT_NEAR(colourDistance(mix(from, to, .5), from), colourDistance(mix(from, to, .5), to), .01);
}

}  // namespace
}  // namespace horo
