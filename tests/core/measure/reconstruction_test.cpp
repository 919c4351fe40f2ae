#include "core/measure/reconstruction.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "core/measure/link_prediction.h"
#include "core/measure/ranking.h"
#include "tests/core/measure/random_hierarchy.h"

namespace horo {
namespace {

struct Naive {
    double meanRank = 0, map = 0;
    size_t ties = 0, pairs = 0, nodes = 0;
};

/// The definition, word for word; `ignored` are nodes left out of the candidates.
void addNode(Naive& score, const Embedding& embedding, Node u, const std::set<Node>& positives,
             const std::set<Node>& ignored) {
    double precision = 0;
    for (const Node v : positives) {
        const double distance = embedding.distance(u, v);
        size_t nearer = 0, equal = 0, found = 0;
        for (Node w = 0; w < embedding.rows(); ++w) {
            if (w == u || ignored.count(w)) continue;
            const double other = embedding.distance(u, w);
            if (positives.count(w)) {
                found += other <= distance;
            } else {
                nearer += other < distance;
                equal += other == distance;
            }
        }
        score.meanRank += 1 + static_cast<double>(nearer) + static_cast<double>(equal) / 2;
        score.ties += equal > 0;
        precision += static_cast<double>(found) / static_cast<double>(found + nearer + equal);
    }
    score.map += precision / static_cast<double>(positives.size());
    score.pairs += positives.size();
    ++score.nodes;
}

Naive naiveReconstruction(const Embedding& embedding, const Closure& closure) {
    Naive score;
    for (Node u = 0; u < embedding.rows(); ++u) {
        const auto ancestors = closure.ancestors(u);
        if (!ancestors.empty()) addNode(score, embedding, u, {ancestors.begin(), ancestors.end()}, {});
    }
    score.meanRank /= static_cast<double>(score.pairs);
    score.map /= static_cast<double>(score.nodes);
    return score;
}

struct Case {
    const char* name;
    Manifold manifold;
    size_t columns;
    double spread;
};

std::vector<Case> cases() {
    return {
        {"euclidean", Manifold::euclidean(), 3, 1},
        {"sphere", Manifold::sphere(0.5), 4, 1.5},
        {"poincare", Manifold::poincare(), 5, 2},
        {"poincare to the rim", Manifold::poincare(-2), 2, 20},
        {"lorentz", Manifold::lorentz(), 5, 2},
        {"lorentz far out", Manifold::lorentz(-0.5), 3, 34},
        {"product",
         Manifold::product({{ManifoldKind::Lorentz, -1, 0, 3}, {ManifoldKind::Euclidean, 0, 3, 5}}), 5, 1}};
}

TEST(Reconstruction, IsTheDefinition) {
    const auto hierarchy = randomHierarchy(301, 3);
    const Closure closure(*hierarchy);
    for (const Case& test : cases()) {
        SCOPED_TRACE(test.name);
        const Embedding embedding = randomEmbedding(*hierarchy, test.manifold, test.columns, test.spread, 5);
        const Naive naive = naiveReconstruction(embedding, closure);
        const auto score = reconstruction(embedding, *hierarchy, closure);
        ASSERT_TRUE(score.ok()) << score.error().text();
        EXPECT_NEAR(score->meanRank, naive.meanRank, 1e-10);
        EXPECT_NEAR(score->map, naive.map, 1e-12);
        EXPECT_EQ(score->ties, naive.ties);
        EXPECT_GT(score->ties, 0u);
        EXPECT_EQ(score->pairs, naive.pairs);
        EXPECT_EQ(score->nodes, naive.nodes);
        EXPECT_FALSE(score->mapError);
    }
}

TEST(Reconstruction, AllRowsInOnePlaceTieAll) {
    const auto hierarchy = randomHierarchy(40, 4);
    const Closure closure(*hierarchy);
    Embedding embedding = randomEmbedding(*hierarchy, Manifold::poincare(), 2, 1, 1);
    embedding.vectors = Vectors(40, 2, std::vector<double>(80, 0.25));
    const Naive naive = naiveReconstruction(embedding, closure);
    const auto score = reconstruction(embedding, *hierarchy, closure).value();
    EXPECT_EQ(score.ties, closure.pairCount());
    EXPECT_NEAR(score.meanRank, naive.meanRank, 1e-12);
    EXPECT_NEAR(score.map, naive.map, 1e-12);
}

TEST(Reconstruction, DoesNotDependOnThreads) {
    const auto hierarchy = randomHierarchy(500, 6);
    const Closure closure(*hierarchy);
    const Embedding embedding = randomEmbedding(*hierarchy, Manifold::lorentz(), 4, 3, 2);
    ReconstructionOptions one, three;
    one.threads = 1;
    three.threads = 3;
    EXPECT_EQ(reconstruction(embedding, *hierarchy, closure, one)->map,
              reconstruction(embedding, *hierarchy, closure, three)->map);
}

TEST(Reconstruction, ASampleComesWithItsError) {
    const auto hierarchy = randomHierarchy(2000, 7);
    const Closure closure(*hierarchy);
    const Embedding embedding = randomEmbedding(*hierarchy, Manifold::poincare(), 3, 2, 3);
    const auto all = reconstruction(embedding, *hierarchy, closure).value();
    int inside = 0;
    for (uint64_t seed = 0; seed < 20; ++seed) {
        ReconstructionOptions options;
        options.sample = 200;
        options.seed = seed;
        const auto score = reconstruction(embedding, *hierarchy, closure, options).value();
        EXPECT_EQ(score.nodes, 200u);
        ASSERT_TRUE(score.mapError && score.meanRankError);
        inside += std::abs(score.meanRank - all.meanRank) < 2.5 * *score.meanRankError;
        inside += std::abs(score.map - all.map) < 2.5 * *score.mapError;
    }
    EXPECT_GE(inside, 34);
}

TEST(Reconstruction, RefusesAndLeavesOut) {
    const auto hierarchy = randomHierarchy(30, 8);
    const Closure closure(*hierarchy);
    Embedding embedding = randomEmbedding(*hierarchy, Manifold::euclidean(), 2, 1, 4);
    std::vector<double> values = embedding.vectors.toDouble();

    std::vector<double> broken = values;
    broken[13] = std::nan("");
    embedding.vectors = Vectors(30, 2, broken);
    EXPECT_NE(reconstruction(embedding, *hierarchy, closure).error().text().find("n6"), std::string::npos);

    // Rows in another order, one node without a row and one row that is no node.
    std::vector<std::string> names;
    std::vector<double> turned;
    for (size_t i = 30; i-- > 1;) {
        names.push_back(hierarchy->name(static_cast<Node>(i)));
        turned.insert(turned.end(), {values[2 * i], values[2 * i + 1]});
    }
    names.push_back("stranger");
    turned.insert(turned.end(), {0.1, 0.1});
    embedding.items = Items::create(names).value();
    embedding.vectors = Vectors(30, 2, turned);
    EXPECT_NE(reconstruction(embedding, *hierarchy, closure).error().text().find("n0"), std::string::npos);
    ReconstructionOptions options;
    options.partial = true;
    const auto score = reconstruction(embedding, *hierarchy, closure, options).value();
    EXPECT_EQ(score.missing, 1u);
    EXPECT_EQ(score.strangers, 1u);
    EXPECT_EQ(score.pairs, closure.pairCount() - 29);
}

TEST(Reconstruction, StopsWhenAsked) {
    const auto hierarchy = randomHierarchy(300, 9);
    const Closure closure(*hierarchy);
    const Embedding embedding = randomEmbedding(*hierarchy, Manifold::euclidean(), 2, 1, 4);
    ReconstructionOptions options;
    int calls = 0;
    options.progress = [&](double share) {
        EXPECT_GT(share, 0);
        return ++calls < 3;
    };
    EXPECT_EQ(reconstruction(embedding, *hierarchy, closure, options).error().blame, Blame::Cancelled);
    EXPECT_EQ(calls, 3);
}

TEST(LinkPrediction, IsTheDefinition) {
    // Chains of three; each last node is held to belong under two nodes of the next chain.
    std::vector<std::string> names;
    std::vector<Hierarchy::Edge> edges;
    for (uint32_t v = 0; v < 60; ++v) {
        names.push_back(fmt::format("n{}", v));
        if (v % 3 > 0) edges.push_back({v - 1, v});
    }
    const auto hierarchy = Hierarchy::create(Items::create(names).value(), edges).value();
    const Closure closure(*hierarchy);
    const Embedding embedding = randomEmbedding(*hierarchy, Manifold::poincare(), 3, 2, 5);
    std::vector<HeldOutPair> heldOut;
    Naive naive;
    for (Node u = 2; u < 57; u += 3) {
        heldOut.push_back({u, u + 1});
        heldOut.push_back({u, u + 2});
        heldOut.push_back({u, u + 1});
        const auto ancestors = closure.ancestors(u);
        addNode(naive, embedding, u, {u + 1, u + 2}, {ancestors.begin(), ancestors.end()});
    }
    const auto score = linkPrediction(embedding, *hierarchy, closure, heldOut).value();
    EXPECT_EQ(score.pairs, naive.pairs);
    EXPECT_NEAR(score.meanRank, naive.meanRank / static_cast<double>(naive.pairs), 1e-12);
    EXPECT_NEAR(score.map, naive.map / static_cast<double>(naive.nodes), 1e-12);

    EXPECT_FALSE(linkPrediction(embedding, *hierarchy, closure, {}).ok());
    const HeldOutPair known[] = {{2, 1}}, loop[] = {{2, 2}};
    EXPECT_FALSE(linkPrediction(embedding, *hierarchy, closure, known).ok());
    EXPECT_FALSE(linkPrediction(embedding, *hierarchy, closure, loop).ok());
}

TEST(LinkPrediction, OfAPairThatTheTrainingEdgesImply) {
    const auto hierarchy = Hierarchy::create(Items::create({"top", "middle", "low", "other", "far"}).value(),
                                             {{0, 1}, {1, 2}, {0, 3}, {0, 4}})
                               .value();
    Embedding embedding;
    embedding.items = hierarchy->items();
    embedding.vectors = Vectors(5, 1, std::vector<double>{3, 1, 0, 2, 9});
    const HeldOutPair heldOut[] = {{2, 0}};  // at distance 3; `middle` is a training ancestor, `other` nearer
    const auto score = linkPrediction(embedding, *hierarchy, Closure(*hierarchy), heldOut).value();
    EXPECT_EQ(score.implied, 1u);
    EXPECT_EQ(score.pairs, 1u);
    EXPECT_EQ(score.meanRank, 2);
    EXPECT_EQ(score.map, 0.5);
}

TEST(LinkPrediction, LeavesOutPairsWithoutRowsOnlyWhenAllowed) {
    const auto hierarchy =
        Hierarchy::create(Items::create({"top", "middle", "low"}).value(), {{0, 1}, {1, 2}}).value();
    Embedding embedding;
    embedding.items = Items::create({"top", "low"}).value();
    embedding.vectors = Vectors(2, 1, std::vector<double>{3, 1});
    const HeldOutPair heldOut[] = {{2, 0}, {1, 2}};
    ReconstructionOptions options;
    EXPECT_FALSE(linkPrediction(embedding, *hierarchy, Closure(*hierarchy), heldOut, options).ok());
    options.partial = true;
    const auto score = linkPrediction(embedding, *hierarchy, Closure(*hierarchy), heldOut, options).value();
    EXPECT_EQ(score.pairs, 1u);
    EXPECT_EQ(score.unplaced, 1u);
}

}  // namespace
}  // namespace horo
