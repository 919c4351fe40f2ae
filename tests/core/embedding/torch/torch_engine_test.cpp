#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>

#include "core/base/aligned_vector.h"
#include "core/embedding/pair_kernel.h"
#include "core/embedding/row_table.h"
#include "core/embedding/taxonomy_trainer.h"
#include "core/embedding/torch/pair_objective.h"
#include "core/measure/reconstruction.h"
#include "tests/core/geometry/random_points.h"
#include "tests/core/measure/random_hierarchy.h"

namespace horo {
namespace {

TEST(PairObjective, AgreesWithFiniteDifferences) {
    Random random(1);
    for (const auto kind : {ManifoldKind::Euclidean, ManifoldKind::Poincare}) {
        const Manifold manifold =
            kind == ManifoldKind::Euclidean ? Manifold::euclidean() : Manifold::poincare();
        std::vector<double> rows;
        for (int i = 0; i < 6; ++i) {
            const Row row = randomPoint(random, manifold, 3, 2);
            rows.insert(rows.end(), row.begin(), row.end());
        }
        const std::vector<int64_t> nodes{0, 1, 2, 3, 4, 3, 0, 5, 1, 2};
        const PairGradients result = pairGradients(kind, rows, 3, nodes, 4);
        for (size_t i = 0; i < rows.size(); ++i) {
            const double value = rows[i], h = 1e-6;
            rows[i] = value + h;
            const double above = pairGradients(kind, rows, 3, nodes, 4).loss;
            rows[i] = value - h;
            const double below = pairGradients(kind, rows, 3, nodes, 4).loss;
            rows[i] = value;
            EXPECT_NEAR(result.gradient[i], (above - below) / (2 * h),
                        1e-5 * (1 + std::abs(result.gradient[i])));
        }
    }
}

TEST(PairObjective, TheKernelStepsAlongItsGradient) {
    Random random(2);
    const size_t dim = 10, candidates = 51;
    for (const auto geometry :
         {StepGeometry::Euclidean, StepGeometry::BallRetraction, StepGeometry::BallExponential}) {
        const bool ball = geometry != StepGeometry::Euclidean;
        const auto kind = ball ? ManifoldKind::Poincare : ManifoldKind::Euclidean;
        const Manifold manifold = Manifold::create(kind, ball ? -1 : 0).value();
        RowTable<double> table(candidates + 1, dim);
        std::vector<double> rows;
        std::vector<uint32_t> nodes;
        for (size_t i = 0; i <= candidates; ++i) {
            const Row row = randomPoint(random, manifold, dim, 4);
            std::copy(row.begin(), row.end(), table.row(i));
            rows.insert(rows.end(), row.begin(), row.end());
            nodes.push_back(static_cast<uint32_t>(i));
        }
        const std::vector<int64_t> index(nodes.begin(), nodes.end());
        const PairGradients truth = pairGradients(kind, rows, dim, index, candidates);
        AlignedVector<double> scratch(PairWork<double>::scratchSize(candidates));
        const double rate = 1e-6;
        const double loss = pairKernel<double>(geometry, bestInstructionSet())({.table = table.data(),
                                                                                .stride = table.stride(),
                                                                                .dim = dim,
                                                                                .nodes = nodes.data(),
                                                                                .pairs = 1,
                                                                                .candidates = candidates,
                                                                                .rate = rate,
                                                                                .leastGap = 1e-13,
                                                                                .scratch = scratch.data()});
        EXPECT_NEAR(loss, truth.loss, 1e-11);
        for (size_t i = 0; i <= candidates; ++i) {
            double squares = 0;
            for (size_t j = 0; j < dim; ++j)
                squares += rows[i * dim + j] * rows[i * dim + j];
            const double metric = ball ? 4 / ((1 - squares) * (1 - squares)) : 1;
            for (size_t j = 0; j < dim; ++j) {
                const double slope = truth.gradient[i * dim + j] / metric;
                EXPECT_NEAR((table.row(i)[j] - rows[i * dim + j]) / -rate, slope, 1e-5);
            }
        }
    }
}

TEST(TorchEngine, LearnsATree) {
    std::vector<std::string> names{"root"};
    std::vector<Hierarchy::Edge> edges;
    for (uint32_t v = 1; v < 121; ++v) {
        names.push_back(fmt::format("n{}", v));
        edges.push_back({(v - 1) / 3, v});
    }
    const auto hierarchy = Hierarchy::create(Items::create(names).value(), edges).value();
    for (const auto kind : {ManifoldKind::Poincare, ManifoldKind::Lorentz}) {
        TaxonomyOptions options;
        options.manifold = kind;
        options.device = "torch";
        options.dim = 5;
        options.epochs = 150;
        options.burnin = 10;
        const auto outcome = TaxonomyTrainer::create(hierarchy, options).value()->run().value();
        EXPECT_TRUE(outcome.embedding.health().usable());
        EXPECT_GT(reconstruction(outcome.embedding, *hierarchy, Closure(*hierarchy))->map, 0.9);
    }
}

TEST(TorchEngine, SaysWhyThereIsNoCuda) {
    TaxonomyOptions options;
    options.device = "cuda";
    const auto trainer = TaxonomyTrainer::create(randomHierarchy(50, 1), options);
    if (trainer.ok()) GTEST_SKIP() << "this machine has CUDA";
    EXPECT_NE(trainer.error().cause.find("CUDA cannot be used: "), std::string::npos);
    EXPECT_EQ(trainer.error().text().find('\n'), std::string::npos);
}

}  // namespace
}  // namespace horo
