#include "core/projection/scaling.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/geometry/frechet_mean.h"
#include "core/projection/horopca.h"
#include "tests/core/projection/sample_rows.h"

namespace horo {
namespace {

Landmarks someLandmarks(const RowDistances& all, size_t count) {
    Landmarks landmarks;
    const auto size = static_cast<Eigen::Index>(count);
    landmarks.distances = Eigen::MatrixXd::Zero(size, size);
    for (uint32_t i = 0; i < count; ++i) {
        landmarks.rows.push_back(i);
        for (uint32_t j = 0; j < count; ++j)
            landmarks.distances(i, j) = all(i, j);
    }
    return landmarks;
}

double stressOf(std::vector<double> points, size_t dim, const Manifold& manifold, const RowDistances& source,
                double scale) {
    size_t pairs = 0;
    const Embedding picture = embeddingOf(std::move(points), dim, manifold);
    return *pairStress(RowDistances(picture), source, scale, 0, 1, pairs);
}

TEST(ClassicalScaling, FindsFlatPointsByTheirDistances) {
    const Embedding rows = randomRows(Manifold::euclidean(), 120, 3, 2, 1);
    const RowDistances distances(rows);
    ScalingOptions options;
    options.dim = 3;
    for (const size_t landmarks : {120u, 20u}) {
        auto points = classicalScaling(distances, someLandmarks(distances, landmarks), options);
        ASSERT_TRUE(points);
        EXPECT_LT(stressOf(*points, 3, Manifold::euclidean(), distances, 1), 1e-8) << landmarks;
    }
}

TEST(HyperbolicScaling, FindsPointsOfTheBallByTheirDistances) {
    for (const double scale : {1.0, 0.5}) {
        // Distances divided by the scale, as the ball of curvature -scale^2 has them.
        const Embedding rows = randomRows(Manifold::poincare(-scale * scale), 110, 2, 3, 1);
        const RowDistances distances(rows);
        ScalingOptions options;
        options.scale = scale;
        for (const size_t landmarks : {110u, 25u}) {
            auto points = hyperbolicScaling(distances, someLandmarks(distances, landmarks), options);
            ASSERT_TRUE(points);
            EXPECT_LT(stressOf(*points, 2, Manifold::poincare(), distances, scale), 1e-6) << landmarks;
        }
    }
}

TEST(HyperbolicScaling, RefusesWhatCoshCannotHold) {
    const Embedding rows = embeddingOf({0, 0, 1000, 0, 0, 1000}, 2);
    const RowDistances distances(rows);
    const auto refused = hyperbolicScaling(distances, someLandmarks(distances, 3), {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().blame, Blame::Input);
}

TEST(FrechetMean, IsWhereTheLogarithmsCancel) {
    for (const Manifold& manifold :
         {Manifold::euclidean(), Manifold::poincare(), Manifold::lorentz(-0.5), Manifold::sphere()}) {
        const Embedding rows = randomRows(manifold, 60, 4, 0.8, 3);
        const auto mean = frechetMean(rows, [] { return true; });
        Row sum(4, 0.0), log(4);
        for (size_t i = 0; i < rows.rows(); ++i) {
            manifold.log(mean, rows.row(i), log);
            for (size_t j = 0; j < 4; ++j)
                sum[j] += log[j];
        }
        for (const double value : sum)
            EXPECT_NEAR(value, 0, 1e-9);
    }
}

Eigen::MatrixXd randomFrame(Eigen::Index rows, Eigen::Index columns, uint64_t seed) {
    Random random(seed);
    return Eigen::HouseholderQR<Eigen::MatrixXd>(
               Eigen::MatrixXd::NullaryExpr(rows, columns, [&] { return random.normal(); }))
               .householderQ() *
           Eigen::MatrixXd::Identity(rows, columns);
}

TEST(HorosphereProjection, KeepsBusemannFunctionsAndThePointsOfItsSubspace) {
    const HorosphereProjection projection(randomFrame(6, 3, 1));
    Random random(2);
    for (int i = 0; i < 50; ++i) {
        const Row row = ballPoint(random, 6, random.uniform(0, 5));
        const Eigen::VectorXd x = Eigen::Map<const Eigen::VectorXd>(row.data(), 6);
        const Eigen::VectorXd image = projection.directions() * projection.project(x);
        EXPECT_LT(image.norm(), 1);
        const Eigen::VectorXd before = projection.products(x), after = projection.products(image);
        for (Eigen::Index k = 0; k < 3; ++k)
            EXPECT_NEAR(after(k), before(k), 1e-7 * std::abs(before(k)));
        // What lies in the subspace already, on the origin's side, stays.
        EXPECT_LT((projection.directions() * projection.project(image) - image).norm(), 1e-6);
    }
    EXPECT_LT(projection.project(Eigen::VectorXd::Zero(6)).norm(), 1e-12);
}

TEST(HoroPca, GradientIsTheSlopeOfTheVariance) {
    const Embedding rows = randomRows(Manifold::poincare(), 30, 5, 3, 4);
    Eigen::MatrixXd ball(5, 30), gradient;
    for (Eigen::Index i = 0; i < 30; ++i)
        for (Eigen::Index j = 0; j < 5; ++j)
            ball(j, i) = rows.vectors.at(static_cast<size_t>(i), static_cast<size_t>(j));
    const Eigen::MatrixXd q = randomFrame(5, 2, 7);
    projectedVariance(ball, q, &gradient);
    for (Eigen::Index j = 0; j < 5; ++j)
        for (Eigen::Index k = 0; k < 2; ++k) {
            Eigen::MatrixXd above = q, below = q;
            above(j, k) += 1e-6;
            below(j, k) -= 1e-6;
            const double slope =
                (projectedVariance(ball, above, nullptr) - projectedVariance(ball, below, nullptr)) / 2e-6;
            EXPECT_NEAR(gradient(j, k), slope, 1e-5 * (1 + std::abs(slope)));
        }
}

TEST(HoroPca, FindsThePlaneThatPointsLieIn) {
    // Points of a plane through the origin in six dimensions, on one side of a line: nothing need be lost.
    const Eigen::MatrixXd plane = randomFrame(6, 2, 3);
    Random random(5);
    std::vector<double> values;
    for (int i = 0; i < 60; ++i) {
        const Row row = ballPoint(random, 2, random.uniform(0, 3));
        const Eigen::VectorXd x = plane * Eigen::Vector2d(row[0], row[1]);
        values.insert(values.end(), x.begin(), x.end());
    }
    const HoroPca found = horoPca(Vectors(60, 6, values), {});
    EXPECT_LT((found.directions - plane * (plane.transpose() * found.directions)).norm(), 1e-2);
    EXPECT_LT((found.directions.transpose() * found.directions - Eigen::MatrixXd::Identity(2, 2)).norm(),
              1e-9);
}

}  // namespace
}  // namespace horo
