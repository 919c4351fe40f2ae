#include "core/measure/depth_norm.h"

#include <gtest/gtest.h>

#include "core/measure/correlation.h"
#include "core/measure/nearest.h"
#include "tests/core/measure/random_hierarchy.h"

namespace horo {
namespace {

TEST(Correlation, KnownValues) {
    const std::vector<double> x{1, 2, 3, 4, 5}, y{2, 1, 4, 3, 7}, flat(5, 2.0);
    EXPECT_NEAR(*pearson(x, y), 0.824163383692134, 1e-15);
    EXPECT_NEAR(*spearman(x, y), 0.8, 1e-15);
    const std::vector<double> tied{1, 2, 2, 3, 3};
    EXPECT_EQ(averageRanks(tied), (std::vector<double>{1, 2.5, 2.5, 4.5, 4.5}));
    EXPECT_NEAR(*spearman(tied, y), 5.5 / std::sqrt(9.0 * 10.0), 1e-15);
    EXPECT_FALSE(pearson(x, flat));
    EXPECT_FALSE(spearman(flat, x));
    EXPECT_FALSE(pearson(std::span(x).first(1), std::span(y).first(1)));
}

TEST(DepthNorm, ARadialLayoutIsPerfect) {
    const auto hierarchy = randomHierarchy(200, 1);
    Random random(2);
    std::vector<double> values;
    for (Node v = 0; v < 200; ++v) {
        const Row row = ballPoint(random, 3, 0.4 * hierarchy->depth(v));
        values.insert(values.end(), row.begin(), row.end());
    }
    Embedding embedding;
    embedding.items = hierarchy->items();
    embedding.vectors = Vectors(200, 3, values);
    embedding.manifold = Manifold::poincare();
    const auto score = depthNorm(embedding, *hierarchy).value();
    EXPECT_EQ(score.nodes, 200u);
    EXPECT_NEAR(*score.pearsonDepth, 1, 1e-12);
    EXPECT_GT(*score.spearmanDepth, 0.95);
    EXPECT_GT(*score.spearmanRank, 0.4);
}

TEST(DepthNorm, IsUndefinedWithoutAnyDepth) {
    const auto hierarchy = Hierarchy::create(Items::create({"a", "b", "c"}).value(), {}).value();
    const auto score =
        depthNorm(randomEmbedding(*hierarchy, Manifold::poincare(), 2, 1, 1), *hierarchy).value();
    EXPECT_FALSE(score.spearmanRank || score.spearmanDepth || score.pearsonDepth);
}

TEST(NearestRows, AreTheNearest) {
    const auto hierarchy = randomHierarchy(300, 3);
    for (const Manifold& manifold : {Manifold::lorentz(), Manifold::euclidean(), Manifold::poincare()}) {
        const Embedding embedding = randomEmbedding(*hierarchy, manifold, 4, 2, 4);
        const auto near = nearestRows(embedding, 14, 20);
        ASSERT_EQ(near.size(), 20u);
        EXPECT_EQ(near[0].row, 13u);  // the same point twice
        EXPECT_EQ(near[0].distance, 0);
        size_t within = 0;
        for (size_t i = 0; i < 300; ++i)
            within += i != 14 && embedding.distance(14, i) <= near.back().distance;
        EXPECT_EQ(within, 20u);
        for (size_t i = 0; i < 20; ++i) {
            EXPECT_EQ(near[i].distance, embedding.distance(14, near[i].row));
            EXPECT_TRUE(i == 0 || near[i - 1].distance <= near[i].distance);
        }
    }
    EXPECT_EQ(nearestRows(randomEmbedding(*hierarchy, Manifold::euclidean(), 2, 1, 1), 0, 1000).size(), 299u);
}

}  // namespace
}  // namespace horo
