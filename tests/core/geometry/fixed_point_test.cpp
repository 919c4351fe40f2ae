#include "core/geometry/fixed_point.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/base/random.h"

namespace horo {
namespace {

/// |a| in last places, where it is small.
double inLastPlaces(const FixedPoint& a) {
    const ScaledDouble value = a.scaled();
    return std::ldexp(value.m, static_cast<int>(value.exponent + 64 * static_cast<int64_t>(a.places())));
}

TEST(FixedPoint, HoldsDoublesExactly) {
    for (const double value : {0.0, 1.0, -1.0, 0.1, -0.1, 1e-30, -3.75, 12345.678, -0x1p-190}) {
        const FixedPoint number(4, value);
        EXPECT_EQ(number.toDouble(), value);
        EXPECT_EQ((-number).toDouble(), -value);
        EXPECT_EQ(number.withPlaces(6).withPlaces(4).limbs(), number.limbs());
    }
    EXPECT_TRUE(FixedPoint(2, 1e-60).isZero());
    EXPECT_EQ(FixedPoint(30, ScaledDouble{1.5, -1800}).scaled().exponent, -1800);
}

TEST(FixedPoint, SumsAreExact) {
    const FixedPoint a(3, 1.0), b(3, 0x1p-150);
    EXPECT_EQ(((a + b) - a).toDouble(), 0x1p-150);
    EXPECT_EQ(((a - b) - a).toDouble(), -0x1p-150);
    EXPECT_EQ((b - a - b).toDouble(), -1);
}

TEST(FixedPoint, ProductsAreThoseOfTwiceThePlaces) {
    Random random(7);
    for (const size_t places : {1u, 2u, 3u, 12u, 61u})
        for (int i = 0; i < 50; ++i) {
            FixedPoint a(places), b(places);
            for (size_t k = 0; k < places; ++k)
                a.limbs()[k] = random(), b.limbs()[k] = random();
            a.limbs().back() = random.below(8);
            if (i % 2) a = -a;
            const FixedPoint exact = a.withPlaces(2 * places) * b.withPlaces(2 * places);
            const FixedPoint error = (a * b).withPlaces(2 * places) - exact;
            EXPECT_LE(
                std::abs(std::ldexp(error.scaled().m, static_cast<int>(error.scaled().exponent +
                                                                       64 * static_cast<int64_t>(places)))),
                2)
                << places;
        }
}

TEST(FixedPoint, ReciprocalsAreRight) {
    for (const size_t places : {1u, 2u, 5u, 12u, 61u})
        for (const double value : {1.0, 0.75, 3.9, 1e-9, 0.3}) {
            const FixedPoint a(places, value);
            const FixedPoint rest = a * reciprocal(a) - FixedPoint(places, 1.0);
            EXPECT_LE(std::abs(inLastPlaces(rest)), 64) << places << " " << value;
        }
    for (const size_t places : {2u, 5u, 61u}) {
        const FixedPoint a(places, 1 - 3.3e-7), root = reciprocalRoot(a);
        EXPECT_LE(std::abs(inLastPlaces(a * root * root - FixedPoint(places, 1.0))), 64) << places;
    }
}

}  // namespace
}  // namespace horo
