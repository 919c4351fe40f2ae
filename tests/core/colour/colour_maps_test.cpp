#include "core/colour/colour_maps.h"

#include <gtest/gtest.h>

#include <limits>

namespace horo {
namespace {

TEST(ColourMaps, EndsAreTheKnownOnes) {
    EXPECT_EQ(mapped(ColourMap::Viridis, 0), (Rgb{68, 1, 84}));
    EXPECT_EQ(mapped(ColourMap::Viridis, 1), (Rgb{253, 231, 37}));
    EXPECT_EQ(mapped(ColourMap::Viridis, -5), mapped(ColourMap::Viridis, 0));
    EXPECT_EQ(mapped(ColourMap::Cividis, 7), mapped(ColourMap::Cividis, 1));
}

TEST(ColourMaps, LightnessRises) {
    for (const auto map : {ColourMap::Viridis, ColourMap::Cividis}) {
        double before = -1;
        for (int i = 0; i < 256; i += 8) {
            const double lightness = toOklab(colours(map)[i]).lightness;
            EXPECT_GT(lightness, before);
            before = lightness;
        }
    }
}

TEST(ColourMaps, DivergingMeetsTheCanvasAtZero) {
    const Rgb negative{179, 97, 15}, canvas{255, 255, 255}, positive{63, 91, 216};
    EXPECT_EQ(diverging(0, negative, canvas, positive), canvas);
    EXPECT_EQ(diverging(-1, negative, canvas, positive), negative);
    EXPECT_EQ(diverging(2, negative, canvas, positive), positive);
}

TEST(ColourMaps, NotANumberIsGrey) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const Rgb grey{128, 128, 128};
    EXPECT_EQ(mapped(ColourMap::Viridis, nan), grey);
    EXPECT_EQ(diverging(nan, {}, {}, {}), grey);
    EXPECT_EQ(tint(nan, 264, false), grey);
}

TEST(ColourMaps, TintsGoFromTheCanvasToTheAccent) {
    EXPECT_NEAR(toOklab(tint(0, 268, false)).lightness, .97, .01);
    EXPECT_NEAR(toOklab(tint(1, 268, false)).lightness, .55, .01);
    EXPECT_LT(toOklab(tint(0, 268, true)).lightness, .3);
}

}  // namespace
}  // namespace horo
