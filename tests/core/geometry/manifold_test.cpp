#include "core/geometry/manifold.h"

#include <gtest/gtest.h>

#include "tests/core/geometry/precise.h"
#include "tests/core/geometry/random_points.h"

namespace horo {
namespace {

constexpr size_t columns = 7;

std::vector<Manifold> manifolds() {
    return {Manifold::euclidean(),
            Manifold::sphere(),
            Manifold::sphere(0.25),
            Manifold::poincare(),
            Manifold::poincare(-2.5),
            Manifold::lorentz(),
            Manifold::lorentz(-0.4),
            Manifold::product({{ManifoldKind::Poincare, -1, 0, 2},
                               {ManifoldKind::Lorentz, -2, 2, 5},
                               {ManifoldKind::Euclidean, 0, 5, 7}}),
            Manifold::product({{ManifoldKind::Sphere, 1, 0, 3}, {ManifoldKind::Poincare, -0.5, 3, 7}})};
}

double norm(const Manifold& manifold, const Row& x, const Row& v) {
    return std::sqrt(manifold.inner(x, v, v));
}

class EveryManifold : public testing::TestWithParam<size_t> {
protected:
    const Manifold manifold = manifolds()[GetParam()];
    Random random{17, GetParam()};
    Row point() { return randomPoint(random, manifold, columns, 1.2); }
};

TEST_P(EveryManifold, DistanceIsAMetric) {
    for (int i = 0; i < 200; ++i) {
        const Row x = point(), y = point(), z = point();
        const double xy = manifold.distance(x, y);
        EXPECT_NEAR(xy, manifold.distance(y, x), 1e-13);
        EXPECT_EQ(manifold.distance(x, x), 0);
        EXPECT_GT(xy, 0);
        EXPECT_LE(xy, manifold.distance(x, z) + manifold.distance(z, y) + 1e-12);
        EXPECT_TRUE(manifold.contains(x));
    }
}

TEST_P(EveryManifold, LogIsTheInverseOfExp) {
    for (int i = 0; i < 200; ++i) {
        const Row x = point(), y = point();
        Row v(columns), back(columns);
        manifold.log(x, y, v);
        const double distance = manifold.distance(x, y);
        EXPECT_NEAR(norm(manifold, x, v), distance, 1e-11 * (1 + distance));
        manifold.exp(x, v, back);
        for (size_t k = 0; k < columns; ++k)
            EXPECT_NEAR(back[k], y[k], 1e-10 * (1 + std::abs(y[k])));
        manifold.exp(x, v, v);  // out may alias
        EXPECT_EQ(v, back);
    }
}

TEST_P(EveryManifold, TransportKeepsInnerProductsAndTheGeodesic) {
    for (int i = 0; i < 200; ++i) {
        const Row x = point(), y = point(), a = point(), b = point();
        Row u(columns), v(columns), uThere(columns), vThere(columns), along(columns), back(columns);
        manifold.log(x, a, u);
        manifold.log(x, b, v);
        manifold.transport(x, y, u, uThere);
        manifold.transport(x, y, v, vThere);
        EXPECT_NEAR(manifold.inner(x, u, v), manifold.inner(y, uThere, vThere), 1e-10);
        // The velocity of the geodesic stays its velocity: it points away from x at y.
        manifold.log(x, y, u);
        manifold.transport(x, y, u, along);
        manifold.log(y, x, back);
        for (size_t k = 0; k < columns; ++k)
            EXPECT_NEAR(along[k], -back[k], 1e-10 * (1 + std::abs(back[k])));
    }
}

TEST_P(EveryManifold, GeodesicDividesTheDistance) {
    for (int i = 0; i < 100; ++i) {
        const Row x = point(), y = point();
        const double distance = manifold.distance(x, y), t = random.uniform();
        Row between(columns);
        manifold.geodesic(x, y, t, between);
        EXPECT_NEAR(manifold.distance(x, between), t * distance, 1e-11 * (1 + distance));
        EXPECT_NEAR(manifold.distance(between, y), (1 - t) * distance, 1e-11 * (1 + distance));
    }
}

TEST_P(EveryManifold, RadiusIsTheDistanceToTheOrigin) {
    Row origin(columns);
    manifold.origin(origin);
    EXPECT_TRUE(manifold.contains(origin));
    for (int i = 0; i < 50; ++i) {
        const Row x = point();
        EXPECT_NEAR(manifold.radius(x), manifold.distance(origin, x), 1e-12);
    }
}

TEST_P(EveryManifold, RefusesWhatIsNotFinite) {
    Row x = point();
    x[3] = std::nan("");
    EXPECT_FALSE(manifold.contains(x));
}

INSTANTIATE_TEST_SUITE_P(All, EveryManifold, testing::Range<size_t>(0, 9));

TEST(Poincare, DistanceHoldsNineDigitsUpToTheRim) {
    const Manifold ball = Manifold::poincare();
    Random random(5);
    for (int radius = 1; radius <= 35; ++radius) {
        for (int i = 0; i < 60; ++i) {
            const Row x = ballPoint(random, 5, radius);
            Row y = ballPoint(random, 5, random.uniform(0.5, radius));
            if (i % 3 == 1)
                y = scaled(x, std::tanh(radius / 2.0 - 0.3) / std::tanh(radius / 2.0));  // same ray
            if (i % 3 == 2)                                                              // a neighbour
                for (size_t k = 0; k < 5; ++k)
                    y[k] = x[k] * (1 - std::exp(-radius) * random.uniform());
            const double truth = precise::poincareDistance(x, y);
            EXPECT_NEAR(ball.distance(x, y), truth, 1e-12 * truth) << "radius " << radius;
        }
    }
}

TEST(Lorentz, DistanceHoldsNineDigitsAtAnyRadius) {
    const Manifold hyperboloid = Manifold::lorentz();
    Random random(6);
    for (int radius = 1; radius <= 35; ++radius) {
        for (int i = 0; i < 60; ++i) {
            const Row x = scaled(randomDirection(random, 5), std::sinh(radius));
            Row y = scaled(randomDirection(random, 5), std::sinh(random.uniform(0.5, radius)));
            if (i % 3 == 1) y = scaled(x, std::sinh(radius - 0.3) / std::sinh(radius));
            if (i % 3 == 2)
                for (size_t k = 0; k < 5; ++k)
                    y[k] = x[k] + random.normal();
            const double truth = precise::lorentzDistance(x, y);
            EXPECT_NEAR(hyperboloid.distance(lifted(x), lifted(y)), truth, 1e-12 * truth)
                << "radius " << radius;
        }
    }
}

TEST(Hyperbolic, RadiusIsRightFarOut) {
    Random random(7);
    for (int radius = 1; radius <= 35; ++radius) {
        const Row x = ballPoint(random, 4, radius);
        const double truth = precise::poincareDistance(x, Row(4, 0.0));
        EXPECT_NEAR(Manifold::poincare().radius(x), truth, 1e-12 * truth);
        EXPECT_NEAR(Manifold::lorentz().radius(lifted(scaled(randomDirection(random, 4), std::sinh(radius)))),
                    radius, 1e-12 * radius);
    }
}

TEST(Hyperbolic, ModelsAreIsometric) {
    for (const double curvature : {-1.0, -0.3, -4.0}) {
        const Manifold ball = Manifold::poincare(curvature), hyperboloid = Manifold::lorentz(curvature);
        Random random(8);
        for (int i = 0; i < 200; ++i) {
            const Row x = randomPoint(random, ball, 3, 1.5), y = randomPoint(random, ball, 3, 1.5);
            Row xLifted(4), yLifted(4), back(3);
            poincareToLorentz(x, curvature, xLifted);
            poincareToLorentz(y, curvature, yLifted);
            EXPECT_TRUE(hyperboloid.contains(xLifted));
            EXPECT_NEAR(ball.distance(x, y), hyperboloid.distance(xLifted, yLifted), 1e-11);
            lorentzToPoincare(xLifted, curvature, back);
            for (size_t k = 0; k < 3; ++k)
                EXPECT_NEAR(back[k], x[k], 1e-14);
        }
    }
}

TEST(Hyperbolic, ExpAndLogInvertEachOtherFarOut) {
    // A row at radius r holds a point to about e^r times the rounding of its coordinates.
    const Manifold ball = Manifold::poincare();
    Random random(9);
    for (int radius = 1; radius <= 30; ++radius) {
        const Row x = ballPoint(random, 5, radius),
                  v = scaled(randomDirection(random, 5), 1 / std::cosh(radius));
        Row there(5), back(5), again(5);
        ball.exp(x, v, there);
        EXPECT_NEAR(ball.distance(x, there), norm(ball, x, v), 1e-14 * std::exp(radius)) << radius;
        ball.log(x, there, back);
        ball.exp(x, back, again);
        EXPECT_LT(ball.distance(there, again), 1e-14 * std::exp(radius)) << radius;
    }
}

TEST(Poincare, ExpStaysInsideTheRim) {
    const Manifold ball = Manifold::poincare();
    Random random(12);
    for (int i = 0; i < 1000; ++i) {
        const Row x = ballPoint(random, 5, random.uniform(0, 34));
        const double length = random.uniform(0, 80) / (1 + std::cosh(ball.radius(x)));
        Row there(5);
        ball.exp(x, scaled(randomDirection(random, 5), length), there);
        EXPECT_TRUE(ball.contains(there));
    }
}

TEST(Poincare, MovingACentreToTheOriginIsAnIsometry) {
    const Manifold ball = Manifold::poincare();
    Random random(10);
    for (int i = 0; i < 200; ++i) {
        const Row centre = ballPoint(random, 4, random.uniform(0, 12));
        Row x = ballPoint(random, 4, random.uniform(0, 4)), y = ballPoint(random, 4, random.uniform(0, 4));
        Row home(4);
        const double before = ball.distance(x, y);
        moveToOrigin(centre, centre, -1, home);
        EXPECT_EQ(home, Row(4, 0.0));
        const double fromCentre = ball.distance(centre, x);
        moveToOrigin(centre, x, -1, x);
        moveToOrigin(centre, y, -1, y);
        EXPECT_NEAR(ball.radius(x), fromCentre, 1e-9 * fromCentre);
        EXPECT_NEAR(ball.distance(x, y), before, 1e-5);
    }
}

TEST(Poincare, MobiusAdditionIsGaneasFormula) {
    const double k = -1.7;
    Random random(11);
    for (int i = 0; i < 100; ++i) {
        const Row x = scaled(randomDirection(random, 3), 0.7 * random.uniform());
        const Row y = scaled(randomDirection(random, 3), 0.7 * random.uniform());
        double xy = 0, xx = 0, yy = 0;
        for (size_t j = 0; j < 3; ++j)
            xy += x[j] * y[j], xx += x[j] * x[j], yy += y[j] * y[j];
        Row sum(3);
        mobiusAdd(x, y, k, sum);
        for (size_t j = 0; j < 3; ++j)
            EXPECT_NEAR(
                sum[j],
                ((1 - 2 * k * xy - k * yy) * x[j] + (1 + k * xx) * y[j]) / (1 - 2 * k * xy + k * k * xx * yy),
                1e-14);
    }
}

TEST(Sphere, AnglesNearZeroAndPi) {
    const Manifold sphere = Manifold::sphere();
    for (const double angle : {1e-9, 1e-4, 1.0, 3.14159, 3.141592653}) {
        const Row x{1, 0, 0}, y{std::cos(angle), std::sin(angle), 0};
        EXPECT_NEAR(sphere.distance(x, y), angle, 1e-15 + 1e-15 * angle);
    }
    EXPECT_NEAR(Manifold::sphere(4).distance(Row{0.5, 0}, Row{0, 0.5}), std::acos(0.0) / 2, 1e-15);
}

TEST(Manifold, RefusesWhatDoesNotFit) {
    EXPECT_FALSE(Manifold::create(ManifoldKind::Poincare, 1).ok());
    EXPECT_FALSE(Manifold::create(ManifoldKind::Sphere, -1).ok());
    EXPECT_FALSE(Manifold::create(ManifoldKind::Lorentz, 0).ok());
    EXPECT_FALSE(Manifold::create(ManifoldKind::Sphere, std::nan("")).ok());
    EXPECT_FALSE(Manifold::create(ManifoldKind::Product, 0).ok());
    EXPECT_FALSE(Manifold::create(ManifoldKind::Product, 0, {{ManifoldKind::Euclidean, 0, 1, 3}}).ok());
    EXPECT_FALSE(Manifold::create(ManifoldKind::Product, 0,
                                  {{ManifoldKind::Euclidean, 0, 0, 2}, {ManifoldKind::Poincare, -1, 1, 3}})
                     .ok());
    EXPECT_TRUE(Manifold::create(ManifoldKind::Product, 0,
                                 {{ManifoldKind::Poincare, -1, 2, 4}, {ManifoldKind::Euclidean, 0, 0, 2}})
                    .ok());
    EXPECT_EQ(manifoldFromName("lorentz").value(), ManifoldKind::Lorentz);
    EXPECT_NE(manifoldFromName("lorenz").error().advice.find("lorentz"), std::string::npos);
}

TEST(Manifold, KnowsTheRim) {
    EXPECT_FALSE(Manifold::poincare().contains(Row{1, 0}));
    EXPECT_FALSE(Manifold::poincare().contains(Row{0.8, 0.6}));
    EXPECT_TRUE(Manifold::poincare().contains(Row{1 - 1e-15, 0}));
    EXPECT_FALSE(Manifold::lorentz().contains(Row{1, 1, 0}));
    EXPECT_FALSE(Manifold::lorentz().contains(Row{-1, 0, 0}));
}

}  // namespace
}  // namespace horo
