#include "core/geometry/entailment_cone.h"

#include <gtest/gtest.h>

#include <numbers>

#include "tests/core/geometry/random_points.h"

namespace horo {
namespace {

constexpr double pi = std::numbers::pi;

/// Eq. 28 of the paper as it is printed.
double printedAngle(const Row& x, const Row& y) {
    double dot = 0, xx = 0, yy = 0, chord = 0;
    for (size_t i = 0; i < x.size(); ++i) {
        dot += x[i] * y[i], xx += x[i] * x[i], yy += y[i] * y[i];
        chord += (x[i] - y[i]) * (x[i] - y[i]);
    }
    return std::acos((dot * (1 + xx) - xx * (1 + yy)) /
                     (std::sqrt(xx * chord) * std::sqrt(1 + xx * yy - 2 * dot)));
}

TEST(EntailmentCones, AngleIsThatOfThePaperAndOfTheLogarithm) {
    Random random(1);
    for (const size_t dim : {2, 3, 5, 10})
        for (int i = 0; i < 200; ++i) {
            const Row x = ballPoint(random, dim, random.uniform(0.1, 5)),
                      y = ballPoint(random, dim, random.uniform(0, 5));
            EXPECT_NEAR(EntailmentCones::angle(x, y), printedAngle(x, y), 1e-6);
            Row v(dim);
            Manifold::poincare().log(x, y, v);
            double dot = 0, xx = 0, vv = 0;
            for (size_t j = 0; j < dim; ++j)
                dot += x[j] * v[j], xx += x[j] * x[j], vv += v[j] * v[j];
            EXPECT_NEAR(std::cos(EntailmentCones::angle(x, y)), dot / std::sqrt(xx * vv), 1e-9);
        }
}

TEST(EntailmentCones, HalfApertureFallsFromARightAngleToZero) {
    const EntailmentCones cones(0.1);
    const double least = cones.leastNorm();
    EXPECT_NEAR(0.1 * (1 - least * least) / least, 1, 1e-12);
    EXPECT_DOUBLE_EQ(cones.halfAperture(least / 2), pi / 2);
    EXPECT_NEAR(cones.halfAperture(least * (1 + 1e-12)), pi / 2, 1e-5);
    EXPECT_GT(cones.halfAperture(0.3), cones.halfAperture(0.31));
    EXPECT_DOUBLE_EQ(cones.halfAperture(0.5), std::asin(0.1 * 0.75 / 0.5));
    EXPECT_EQ(cones.halfAperture(1), 0);
}

TEST(EntailmentCones, GradientsAreFiniteDifferences) {
    Random random(2);
    int counted = 0;
    for (const size_t dim : {2, 5, 10})
        for (const double aperture : {0.05, 0.1, 0.5})
            for (int i = 0; i < 100; ++i) {
                const EntailmentCones cones(aperture);
                Row points[2] = {
                    scaled(randomDirection(random, dim), random.uniform(cones.leastNorm() * 1.05, 0.98)),
                    scaled(randomDirection(random, dim), random.uniform(0.05, 0.98))};
                Row gradients[2] = {Row(dim), Row(dim)};
                const double energy = cones.energy(points[0], points[1], gradients[0], gradients[1]);
                EXPECT_EQ(energy, cones.energy(points[0], points[1]));
                if (energy < 1e-3) continue;
                ++counted;
                for (int which = 0; which < 2; ++which)
                    for (size_t j = 0; j < dim; ++j) {
                        const double h = 1e-6, kept = points[which][j];
                        points[which][j] = kept + h;
                        const double up = cones.energy(points[0], points[1]);
                        points[which][j] = kept - h;
                        const double down = cones.energy(points[0], points[1]);
                        points[which][j] = kept;
                        const double expected = (up - down) / (2 * h);
                        EXPECT_NEAR(gradients[which][j], expected, 1e-4 * (1 + std::abs(expected)));
                    }
            }
    EXPECT_GT(counted, 500);
}

TEST(EntailmentCones, AreTransitive) {
    Random random(3);
    const EntailmentCones cones(0.3);
    int found = 0;
    for (int i = 0; i < 200'000; ++i) {
        const auto draw = [&] {
            const double angle = random.uniform(-0.5, 0.5), norm = random.uniform(0.3, 0.99);
            return Row{norm * std::cos(angle), norm * std::sin(angle)};
        };
        const Row x = draw(), y = draw(), z = draw();
        if (!cones.contains(x, y) || !cones.contains(y, z)) continue;
        ++found;
        EXPECT_LT(cones.energy(x, z), 1e-9);
    }
    EXPECT_GT(found, 500);
}

TEST(EntailmentCones, TurnWithTheBall) {
    Random random(4);
    const EntailmentCones cones(0.1);
    for (int i = 0; i < 100; ++i) {
        const Row x = ballPoint(random, 2, random.uniform(0.5, 3)), y = ballPoint(random, 2, 3);
        const double angle = random.uniform(0, 2 * pi), c = std::cos(angle), s = std::sin(angle);
        const auto turned = [&](const Row& p) { return Row{c * p[0] - s * p[1], s * p[0] + c * p[1]}; };
        EXPECT_NEAR(cones.energy(x, y), cones.energy(turned(x), turned(y)), 1e-12);
    }
}

TEST(EntailmentCones, EndsOfTheEdgesLieOnTheEdges) {
    const EntailmentCones cones(0.1);
    for (const Complex apex : {Complex(0.3, 0), Complex(-0.2, 0.5), Complex(0, -0.95)}) {
        const auto ends = cones.idealEnds(apex);
        const Row x{apex.real(), apex.imag()};
        for (const Complex end : ends) {
            EXPECT_NEAR(std::abs(end), 1, 1e-12);
            const Complex inside = diskGeodesic(apex, end).at(0.6);
            const Row y{inside.real(), inside.imag()};
            EXPECT_NEAR(EntailmentCones::angle(x, y), cones.halfAperture(std::abs(apex)), 1e-6);
        }
        EXPECT_LT(std::arg(ends[0] / apex), 0);
        EXPECT_GT(std::arg(ends[1] / apex), 0);
    }
}

TEST(EntailmentCones, HaveAnswersForDegeneratePoints) {
    const EntailmentCones cones(0.1);
    const Row origin{0, 0}, x{0.5, 0}, behind{-0.5, 0}, ahead{0.9, 0}, least{cones.leastNorm(), 0};
    EXPECT_EQ(cones.energy(origin, x), 0);
    EXPECT_EQ(cones.energy(x, x), 0);
    EXPECT_EQ(cones.energy(x, ahead), 0);
    EXPECT_NEAR(EntailmentCones::angle(x, behind), pi, 1e-12);
    for (const Row& apex : {x, least, behind}) {
        Row first(2), second(2);
        cones.energy(apex, origin, first, second);
        for (const double value : {first[0], first[1], second[0], second[1]})
            EXPECT_TRUE(std::isfinite(value));
    }
}

}  // namespace
}  // namespace horo
