#include "core/embedding/pair_kernel.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/base/aligned_vector.h"
#include "core/embedding/row_table.h"
#include "tests/core/geometry/random_points.h"

namespace horo {
namespace {

constexpr StepGeometry geometries[] = {StepGeometry::Euclidean, StepGeometry::BallRetraction,
                                       StepGeometry::BallExponential};

Manifold manifoldOf(StepGeometry geometry) {
    return geometry == StepGeometry::Euclidean ? Manifold::euclidean() : Manifold::poincare();
}

/// The objective of one pair, in double precision by the manifold's own distance.
double loss(const Manifold& manifold, const std::vector<Row>& rows) {
    double sum = 0;
    for (size_t k = 1; k < rows.size(); ++k)
        sum += std::exp(-manifold.distance(rows[0], rows[k]));
    return manifold.distance(rows[0], rows[1]) + std::log(sum);
}

/// Its Riemannian gradient in row i, by finite differences.
Row gradient(const Manifold& manifold, std::vector<Row> rows, size_t i) {
    Row result(rows[i].size());
    const double h = 1e-6;
    for (size_t j = 0; j < result.size(); ++j) {
        const double value = rows[i][j];
        rows[i][j] = value + h;
        const double above = loss(manifold, rows);
        rows[i][j] = value - h;
        result[j] = (above - loss(manifold, rows)) / (2 * h);
        rows[i][j] = value;
    }
    // The metric at the row: inner(e, e) along any axis.
    Row axis(result.size());
    axis[0] = 1;
    const double metric = manifold.inner(rows[i], axis, axis);
    for (double& value : result)
        value /= metric;
    return result;
}

struct OneStep {
    double loss;
    std::vector<Row> rows;
};

template <class T>
OneStep runKernel(StepGeometry geometry, InstructionSet set, const std::vector<Row>& rows, double rate) {
    const size_t dim = rows[0].size();
    RowTable<T> table(rows.size(), dim);
    std::vector<uint32_t> nodes;
    for (size_t i = 0; i < rows.size(); ++i) {
        for (size_t j = 0; j < dim; ++j)
            table.row(i)[j] = static_cast<T>(rows[i][j]);
        nodes.push_back(static_cast<uint32_t>(i));
    }
    AlignedVector<T> scratch(PairWork<T>::scratchSize(rows.size() - 1));
    OneStep result;
    result.loss = pairKernel<T>(geometry, set)({.table = table.data(),
                                                .stride = table.stride(),
                                                .dim = dim,
                                                .nodes = nodes.data(),
                                                .pairs = 1,
                                                .candidates = rows.size() - 1,
                                                .rate = static_cast<T>(rate),
                                                .leastGap = static_cast<T>(4e-6),
                                                .scratch = scratch.data()});
    for (size_t i = 0; i < rows.size(); ++i)
        result.rows.emplace_back(table.row(i), table.row(i) + dim);
    for (size_t i = 0; i < rows.size(); ++i)
        for (size_t j = dim; j < table.stride(); ++j)
            EXPECT_EQ(table.row(i)[j], 0);
    return result;
}

std::vector<Row> randomRows(Random& random, StepGeometry geometry, size_t count, size_t dim) {
    std::vector<Row> rows;
    for (size_t i = 0; i < count; ++i)
        rows.push_back(randomPoint(random, manifoldOf(geometry), dim, 2.5));
    return rows;
}

TEST(PairKernel, StepsAlongTheGradientOfItsLoss) {
    Random random(1);
    for (const StepGeometry geometry : geometries) {
        const Manifold manifold = manifoldOf(geometry);
        for (const size_t dim : {2u, 5u, 10u, 16u, 33u, 100u}) {
            for (const size_t candidates : {2u, 7u, 51u}) {
                SCOPED_TRACE(testing::Message() << "geometry " << static_cast<int>(geometry) << " dim " << dim
                                                << " candidates " << candidates);
                const auto rows = randomRows(random, geometry, candidates + 1, dim);
                const double rate = 1e-5;
                const OneStep step = runKernel<double>(geometry, bestInstructionSet(), rows, rate);
                EXPECT_NEAR(step.loss, loss(manifold, rows), 1e-10);
                for (size_t i = 0; i <= candidates; ++i) {
                    const Row slope = gradient(manifold, rows, i);
                    for (size_t j = 0; j < dim; ++j)
                        EXPECT_NEAR(step.rows[i][j], rows[i][j] - rate * slope[j], 3e-5 * rate)
                            << i << " " << j;
                }
            }
        }
    }
}

TEST(PairKernel, ExponentialStepsFollowGeodesics) {
    // One stranger: a candidate moves along the geodesic from u by exactly its share of the rate.
    const Manifold ball = Manifold::poincare();
    Random random(2);
    for (int i = 0; i < 200; ++i) {
        const auto rows = randomRows(random, StepGeometry::BallExponential, 3, 4);
        const double rate = random.uniform(0.01, 0.7);
        const OneStep step =
            runKernel<double>(StepGeometry::BallExponential, bestInstructionSet(), rows, rate);
        const double near = std::exp(-ball.distance(rows[0], rows[1]));
        const double far = std::exp(-ball.distance(rows[0], rows[2])), share = far / (near + far);
        Row direction(4), expected(4);
        for (const size_t k : {1u, 2u}) {
            ball.log(rows[k], rows[0], direction);
            const double length = (k == 1 ? 1 : -1) * rate * share / ball.distance(rows[0], rows[k]);
            ball.exp(rows[k], scaled(direction, length), expected);
            EXPECT_LT(ball.distance(expected, step.rows[k]), 1e-6);
        }
        Row pull(4);
        for (const size_t k : {1u, 2u}) {
            ball.log(rows[0], rows[k], direction);
            const double length = (k == 1 ? 1 : -1) * rate * share / ball.distance(rows[0], rows[k]);
            for (size_t j = 0; j < 4; ++j)
                pull[j] += length * direction[j];
        }
        const double length = std::sqrt(ball.inner(rows[0], pull, pull));
        ball.exp(rows[0], scaled(pull, std::min(1.0, 1 / length)), expected);
        EXPECT_LT(ball.distance(expected, step.rows[0]), 1e-8);
    }
}

TEST(PairKernel, InstructionSetsAndPrecisionsAgree) {
    Random random(3);
    for (const StepGeometry geometry : geometries) {
        for (const size_t dim : {2u, 10u, 17u, 70u}) {
            const auto rows = randomRows(random, geometry, 24, dim);
            const OneStep truth = runKernel<double>(geometry, InstructionSet::Baseline, rows, 0.1);
            for (int set = 0; set <= static_cast<int>(bestInstructionSet()); ++set) {
                const OneStep wide = runKernel<double>(geometry, static_cast<InstructionSet>(set), rows, 0.1);
                const OneStep narrow =
                    runKernel<float>(geometry, static_cast<InstructionSet>(set), rows, 0.1);
                EXPECT_NEAR(wide.loss, truth.loss, 1e-12);
                EXPECT_NEAR(narrow.loss, truth.loss, 1e-4);
                for (size_t i = 0; i < rows.size(); ++i) {
                    for (size_t j = 0; j < dim; ++j) {
                        EXPECT_NEAR(wide.rows[i][j], truth.rows[i][j], 1e-13);
                        EXPECT_NEAR(narrow.rows[i][j], truth.rows[i][j], 1e-5);
                    }
                }
            }
        }
    }
}

TEST(PairKernel, HoldsRowsThatAreTooFarOut) {
    for (const StepGeometry geometry : {StepGeometry::BallRetraction, StepGeometry::BallExponential}) {
        for (int set = 0; set <= static_cast<int>(bestInstructionSet()); ++set) {
            const std::vector<Row> rows{{0.1, 0}, {1, 0}, {0, 1.5}, {0.8, -0.6}};
            const OneStep step = runKernel<float>(geometry, static_cast<InstructionSet>(set), rows, 1e-3);
            EXPECT_TRUE(std::isfinite(step.loss));
            for (size_t i = 1; i < rows.size(); ++i) {
                const double norm = std::hypot(step.rows[i][0], step.rows[i][1]);
                EXPECT_LT(norm, 1 - 1.5e-6);
                EXPECT_GT(norm, 1 - 1e-4);
            }
        }
    }
}

TEST(PairKernel, EqualRowsDoNotBreakIt) {
    for (const StepGeometry geometry : geometries) {
        const OneStep step =
            runKernel<float>(geometry, bestInstructionSet(), std::vector<Row>(5, Row{0.3, 0.1}), 0.5);
        EXPECT_NEAR(step.loss, std::log(4.0), 1e-4);
        for (const Row& row : step.rows)
            EXPECT_TRUE(std::isfinite(row[0]) && std::isfinite(row[1]));
    }
}

}  // namespace
}  // namespace horo
