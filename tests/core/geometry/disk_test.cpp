#include "core/geometry/disk.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/base/random.h"

namespace horo {
namespace {

Complex diskPoint(Random& random, double maxRadius) {
    return std::polar(std::tanh(random.uniform(0, maxRadius) / 2), random.uniform(0, 6.283185307179586));
}

TEST(DiskIsometry, IsTheMobiusTranslation) {
    Random random(1);
    for (int i = 0; i < 100; ++i) {
        const Complex c = diskPoint(random, 6), z = diskPoint(random, 6);
        const DiskIsometry move = DiskIsometry::toOrigin(c);
        EXPECT_LT(std::abs(move(z) - (z - c) / (1.0 - std::conj(c) * z)), 1e-12);
        EXPECT_LT(std::abs(move(c)), 1e-13);
        EXPECT_LT(std::abs(move.centre() - c), 1e-14);
        EXPECT_LT(std::abs(move.inverse()(move(z)) - z), 1e-11);
    }
}

TEST(DiskIsometry, TranslationCarriesOnePointToTheOtherAndKeepsDistances) {
    Random random(2);
    for (int i = 0; i < 100; ++i) {
        const Complex from = diskPoint(random, 4), to = diskPoint(random, 4), z = diskPoint(random, 4);
        const DiskIsometry move = DiskIsometry::translation(from, to);
        EXPECT_LT(std::abs(move(from) - to), 1e-12);
        EXPECT_NEAR(diskDistance(move(from), move(z)), diskDistance(from, z), 1e-10);
        // Along the geodesic: `to` goes on as far again.
        EXPECT_NEAR(diskDistance(from, move(to)), 2 * diskDistance(from, to), 1e-9);
    }
}

TEST(DiskIsometry, AThousandDragsDoNotDrift) {
    Random random(3);
    DiskIsometry view;
    for (int i = 0; i < 100000; ++i) {
        view = DiskIsometry::translation(diskPoint(random, 2), diskPoint(random, 2)) * view;
        view = DiskIsometry::toOrigin(view(Complex(0.3 * std::sin(i), 0.2))) * view;  // stay near
    }
    EXPECT_NEAR(std::norm(view.a()) - std::norm(view.b()), 1, 1e-12);
    const Complex z(0.5, -0.1), w(-0.3, 0.6);
    EXPECT_NEAR(diskDistance(view(z), view(w)), diskDistance(z, w), 1e-12);
    const DiskIsometry stored = DiskIsometry::fromEntries(view.a() * 1.01, view.b());
    EXPECT_LT(std::abs(stored(z) - view(z)), 1e-12);
}

TEST(DiskGeodesic, IsOrthogonalToTheRimAndHoldsItsEnds) {
    Random random(4);
    for (int i = 0; i < 300; ++i) {
        const Complex p = diskPoint(random, 8), q = diskPoint(random, 8);
        const DiskArc arc = diskGeodesic(p, q);
        EXPECT_LT(std::abs(arc.at(0) - p), 1e-9);
        EXPECT_LT(std::abs(arc.at(1) - q), 1e-9);
        const Complex middle = arc.at(0.37);
        EXPECT_NEAR(diskDistance(p, middle) + diskDistance(middle, q), diskDistance(p, q), 1e-5);
        if (arc.straight) continue;
        EXPECT_NEAR(std::norm(arc.centre), 1 + arc.radius * arc.radius, 1e-6 * std::norm(arc.centre));
        EXPECT_LT(std::abs(arc.sweep), 3.14159266);
    }
}

TEST(DiskGeodesic, IsStraightThroughTheOrigin) {
    EXPECT_TRUE(diskGeodesic(Complex(-0.5, 0), Complex(0.7, 0)).straight);
    EXPECT_TRUE(diskGeodesic(Complex(0, 0), Complex(0.3, 0.7)).straight);
    EXPECT_TRUE(diskGeodesic(Complex(0.2, 0.1), Complex(0.2, 0.1)).straight);
    EXPECT_FALSE(diskGeodesic(Complex(1, 0), Complex(0, 1)).straight);
}

TEST(HyperbolicCircle, HasOneHyperbolicRadius) {
    Random random(5);
    for (int i = 0; i < 100; ++i) {
        const Complex centre = diskPoint(random, 5);
        const double radius = random.uniform(0.01, 5);
        const Circle circle = hyperbolicCircle(centre, radius);
        for (int k = 0; k < 8; ++k)
            EXPECT_NEAR(diskDistance(centre, circle.centre + std::polar(circle.radius, k * 0.8)), radius,
                        1e-8);
    }
}

TEST(Horocycle, TouchesTheRimAndPassesThroughThePoint) {
    Random random(6);
    for (int i = 0; i < 100; ++i) {
        const Complex point = diskPoint(random, 5), ideal = std::polar(1.0, random.uniform(0, 6));
        const Circle circle = horocycle(point, ideal);
        EXPECT_NEAR(std::abs(circle.centre) + circle.radius, 1, 1e-12);
        EXPECT_NEAR(std::abs(point - circle.centre), circle.radius, 1e-12);
        EXPECT_NEAR(std::abs(ideal - circle.centre), circle.radius, 1e-12);
    }
}

}  // namespace
}  // namespace horo
