#include "core/measure/four_point.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "tests/core/hierarchy/random_dag.h"
#include "tests/core/measure/random_hierarchy.h"

namespace horo {
namespace {

FourPoint naive(const DistanceMatrix& d) {
    FourPoint score;
    for (size_t x = 0; x < d.size(); ++x)
        for (size_t y = x + 1; y < d.size(); ++y)
            for (size_t z = y + 1; z < d.size(); ++z)
                for (size_t w = z + 1; w < d.size(); ++w) {
                    std::array<double, 3> s{d(x, y) + d(z, w), d(x, z) + d(y, w), d(x, w) + d(y, z)};
                    std::ranges::sort(s);
                    score.delta = std::max(score.delta, (s[2] - s[1]) / 2);
                    score.mean += (s[2] - s[1]) / 2;
                    ++score.quadruples;
                }
    if (score.quadruples > 0) score.mean /= score.quadruples;
    return score;
}

DistanceMatrix ofRows(const Embedding& e, int threads = 1) {
    std::vector<uint32_t> rows(e.rows());
    std::iota(rows.begin(), rows.end(), 0u);
    return rowDistances(e, rows, threads, [] { return true; }).value();
}

DistanceMatrix ofNodes(const Hierarchy& h) {
    std::vector<Node> nodes(h.size());
    std::iota(nodes.begin(), nodes.end(), 0u);
    return pathDistances(PathLengths(h), nodes, 1, [] { return true; }).value();
}

std::vector<InstructionSet> sets() {
    std::vector<InstructionSet> sets{InstructionSet::Baseline};
    for (const auto set : {InstructionSet::Avx2, InstructionSet::Avx512})
        if (bestInstructionSet() >= set) sets.push_back(set);
    return sets;
}

TEST(FourPoint, IsTheDefinitionForEveryInstructionSet) {
    for (const size_t rows : {4u, 5u, 8u, 9u, 17u, 33u, 34u, 67u})
        for (const Manifold& manifold : {Manifold::euclidean(), Manifold::lorentz(), Manifold::sphere()}) {
            const auto h = randomHierarchy(rows, 1);
            const DistanceMatrix d = ofRows(randomEmbedding(*h, manifold, 3, 1, rows));
            const FourPoint wanted = naive(d);
            for (const auto set : sets())
                for (const int threads : {1, 3}) {
                    const FourPoint got = allQuadruples(d, threads, {}, set).value();
                    EXPECT_EQ(got.delta, wanted.delta);
                    EXPECT_NEAR(got.mean, wanted.mean, 1e-13 * wanted.mean + 1e-18);
                    EXPECT_EQ(got.quadruples, wanted.quadruples);
                }
        }
}

TEST(FourPoint, DoesNotDependOnThreads) {
    const auto h = randomHierarchy(150, 1);
    const DistanceMatrix d = ofRows(randomEmbedding(*h, Manifold::poincare(), 3, 2, 1));
    EXPECT_EQ(allQuadruples(d, 1).value().mean, allQuadruples(d, 4).value().mean);
    EXPECT_EQ(drawnQuadruples(d, 200'000, 1, 0, 1).value().mean,
              drawnQuadruples(d, 200'000, 1, 0, 4).value().mean);
}

/// An unrooted graph of the nodes 0 to n - 1.
DistanceMatrix ofGraph(uint32_t n, const std::vector<Hierarchy::Edge>& edges) {
    std::vector<std::string> names;
    for (uint32_t v = 0; v < n; ++v)
        names.push_back(fmt::format("{}", v));
    return ofNodes(*Hierarchy::create(Items::create(names).value(), edges).value());
}

/// A cycle of n nodes, directed so that nothing goes round: 0 is a root.
DistanceMatrix cycle(uint32_t n) {
    std::vector<Hierarchy::Edge> edges{{0, n - 1}};
    for (uint32_t v = 1; v < n; ++v)
        edges.push_back({v - 1, v});
    return ofGraph(n, edges);
}

TEST(FourPoint, OfKnownGraphs) {
    // Trees have 0; cycles of 4k + r nodes k, less 1/2 where r = 1; a grid of a x b squares min(a, b).
    const auto tree = randomHierarchy(60, 5);
    std::vector<Hierarchy::Edge> edges;
    for (Node v = 0; v < tree->size(); ++v)
        if (!tree->isRoot(v)) edges.push_back({tree->parents(v)[0], v});
    const FourPoint zero = allQuadruples(ofGraph(60, edges), 2).value();
    EXPECT_EQ(zero.delta, 0);
    EXPECT_EQ(zero.mean, 0);
    EXPECT_EQ(allQuadruples(cycle(4), 1).value().delta, 1);
    EXPECT_EQ(allQuadruples(cycle(5), 1).value().delta, 0.5);
    EXPECT_EQ(allQuadruples(cycle(8), 1).value().delta, 2);
    EXPECT_EQ(allQuadruples(cycle(9), 1).value().delta, 1.5);
    EXPECT_EQ(allQuadruples(cycle(12), 1).value().delta, 3);
    std::vector<Hierarchy::Edge> grid;
    for (uint32_t x = 0; x < 7; ++x)
        for (uint32_t y = 0; y < 4; ++y) {
            if (x < 6) grid.push_back({x * 4 + y, x * 4 + y + 4});
            if (y < 3) grid.push_back({x * 4 + y, x * 4 + y + 1});
        }
    EXPECT_EQ(allQuadruples(ofGraph(28, grid), 2).value().delta, 3);
}

TEST(FourPoint, OfTheHyperbolicPlaneStaysBelowLogarithmOfTwo) {
    // delta of the plane of curvature -1 is log 2 (Nica & Spakula 2016); the Euclidean square has
    // (sqrt 2 - 1) times its side.
    const auto h = randomHierarchy(80, 1);
    const FourPoint plane =
        allQuadruples(ofRows(randomEmbedding(*h, Manifold::lorentz(), 3, 6, 1)), 1).value();
    EXPECT_LE(plane.delta, std::log(2.0) + 1e-12);
    EXPECT_GT(plane.delta, 0.5);
    Embedding square;
    square.items = Items::create({"a", "b", "c", "d"}).value();
    square.vectors = Vectors(4, 2, std::vector<double>{0, 0, 3, 0, 0, 3, 3, 3});
    EXPECT_NEAR(allQuadruples(ofRows(square), 1).value().delta, 3 * (std::sqrt(2.0) - 1), 1e-14);
}

TEST(FourPoint, DrawsComeNearTheWhole) {
    const auto h = randomDag(70, 1, 3);
    const DistanceMatrix d = ofNodes(*h);
    const FourPoint all = allQuadruples(d, 2).value();
    for (uint64_t draw = 0; draw < 4; ++draw) {
        const FourPoint some = drawnQuadruples(d, 100'000, 7, draw, 2).value();
        EXPECT_LE(some.delta, all.delta);
        EXPECT_NEAR(some.mean, all.mean, 0.02 * all.mean);  // about ten standard errors
    }
    EXPECT_NE(drawnQuadruples(d, 1000, 7, 0, 1).value().mean, drawnQuadruples(d, 1000, 7, 1, 1).value().mean);
}

TEST(FourPoint, Stops) {
    const DistanceMatrix d = cycle(64);
    const auto stop = [](double) { return false; };
    EXPECT_EQ(allQuadruples(d, 2, stop).error().blame, Blame::Cancelled);
    EXPECT_EQ(drawnQuadruples(d, 1000, 0, 0, 2, stop).error().blame, Blame::Cancelled);
    EXPECT_EQ(allQuadruples(cycle(3), 1).value().delta, 0);
}

}  // namespace
}  // namespace horo
