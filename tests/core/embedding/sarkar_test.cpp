#include "core/embedding/sarkar.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "core/hierarchy/path_lengths.h"
#include "core/hierarchy/single_parent.h"
#include "tests/core/measure/random_hierarchy.h"

namespace horo {
namespace {

using Tree = std::shared_ptr<const Hierarchy>;

Tree hierarchyOf(size_t nodes, std::vector<Hierarchy::Edge> edges) {
    std::vector<std::string> names;
    for (size_t v = 0; v < nodes; ++v)
        names.push_back("n" + std::to_string(v));
    return Hierarchy::create(Items::create(names).value(), std::move(edges)).value();
}

/// Every node but the leaves has `arity` children.
Tree fullTree(Node arity, int depth) {
    std::vector<Hierarchy::Edge> edges;
    Node first = 0, next = 1;
    for (int level = 0; level < depth; ++level) {
        const Node end = next;
        for (; first < end; ++first)
            for (Node i = 0; i < arity; ++i)
                edges.push_back({first, next++});
    }
    return hierarchyOf(next, edges);
}

Tree chain(Node nodes) {
    std::vector<Hierarchy::Edge> edges;
    for (Node v = 1; v < nodes; ++v)
        edges.push_back({v - 1, v});
    return hierarchyOf(nodes, edges);
}

Tree randomTree(size_t nodes, uint64_t seed) {
    return withSingleParents(*randomHierarchy(nodes, seed), KeptParent::First);
}

SarkarLayout layoutOf(const Hierarchy& hierarchy, SarkarOptions options = {}) {
    return sarkarLayout(SpanningTree(hierarchy), options).value();
}

TEST(Sarkar, KeepsTheDistortionThatWasAskedFor) {
    for (const size_t dim : {2u, 3u, 6u})
        for (const double epsilon : {0.05, 0.3, 1.0})
            for (const Tree& tree : {randomTree(120, 4), fullTree(9, 2), fullTree(2, 6)}) {
                const SarkarLayout layout = layoutOf(*tree, {.epsilon = epsilon, .dim = dim});
                const PathLengths paths(*tree);
                std::vector<uint32_t> lengths(tree->size());
                std::vector<Node> queue;
                for (Node i = 0; i < tree->size(); ++i) {
                    paths.from(i, lengths, queue);
                    for (Node j = 0; j < i; ++j) {
                        if (lengths[j] == PathLengths::unreachable) continue;
                        const double d = layout.points->distance(i, j), most = layout.tau * lengths[j];
                        if (lengths[j] == 1) {
                            EXPECT_NEAR(d / layout.tau, 1, 1e-13);
                        }
                        EXPECT_LE(d, most * (1 + 1e-13));
                        EXPECT_GE(d, most / (1 + epsilon));
                    }
                }
            }
}

TEST(Sarkar, TwiceTheDigitsChangeNoDistance) {
    for (const size_t dim : {2u, 4u})
        for (const double epsilon : {0.1, 1.0}) {
            const Tree tree = randomTree(150, 9);
            const SarkarLayout once = layoutOf(*tree, {.epsilon = epsilon, .dim = dim});
            const SarkarLayout twice =
                layoutOf(*tree, {.epsilon = epsilon, .dim = dim, .limbs = 2 * once.points->limbs()});
            for (Node i = 0; i < tree->size(); ++i)
                for (Node j = 0; j < i; ++j)
                    EXPECT_NEAR(once.points->distance(i, j) / twice.points->distance(i, j), 1, 1e-12);
        }
}

TEST(Sarkar, LaysAChainStraight) {
    for (const size_t dim : {2u, 3u}) {
        const SarkarLayout layout = layoutOf(*chain(60), {.tau = 37.5, .dim = dim});
        for (size_t i = 0; i < 60; ++i)
            for (size_t j = 0; j < i; ++j)
                EXPECT_NEAR(layout.points->distance(i, j), 37.5 * static_cast<double>(i - j), 1e-9);
        EXPECT_NEAR(layout.maxRadius, 59 * 37.5, 1e-9);
    }
}

TEST(Sarkar, SpreadsChildrenEvenlyAwayFromTheParent) {
    // Seen from an inner node of a full 9-ary tree, its ten neighbors lie at the corners of a regular
    // polygon.
    const Tree tree = fullTree(9, 4);
    const SarkarLayout layout = layoutOf(*tree, {.epsilon = 0.3});
    const Node v = 200;  // on the third level, beyond doubles
    ASSERT_FALSE(tree->isLeaf(v) || tree->isRoot(v));
    const Vectors seen = layout.points->centredOn(v);
    std::vector<Node> around{tree->parents(v)[0]};
    around.insert(around.end(), tree->children(v).begin(), tree->children(v).end());
    const auto at = [&](size_t i) {
        const Node u = around[i % around.size()];
        return Complex(seen.at(u, 0), seen.at(u, 1));
    };
    for (size_t i = 0; i < around.size(); ++i) {
        EXPECT_NEAR(std::abs(at(i)), std::tanh(layout.tau / 2), 1e-14);
        EXPECT_NEAR(std::arg(at(i + 1) / at(i)), 2 * std::numbers::pi / 10, 1e-14);
    }
}

TEST(Sarkar, HasTheEdgeLengthsOfThePaper) {
    // bits = tau * depth / ln 2; 110 for 30-ary trees of depth 6 at epsilon = 1.
    const double tau = sarkarEdge(SpanningTree(*fullTree(30, 2)), 1, 2);
    EXPECT_EQ(std::round(6 * tau / std::numbers::ln2), 110);
    EXPECT_NEAR(tau, 4 * std::log(1 / std::tan(std::numbers::pi / (2.4 * 31))), 1e-12);
}

TEST(Sarkar, HangsSeveralRootsBelowTheOrigin) {
    const Tree forest = hierarchyOf(7, {{0, 1}, {0, 2}, {3, 4}, {5, 6}});
    const SarkarLayout layout = layoutOf(*forest);
    EXPECT_TRUE(layout.virtualOrigin);
    for (const Node root : {0u, 3u, 5u})
        EXPECT_NEAR(layout.points->radius(root), layout.tau, 1e-12);
    EXPECT_NEAR(layout.points->distance(0, 3), layout.points->distance(3, 5), 1e-11);
    EXPECT_NEAR(layout.points->distance(3, 4), layout.tau, 1e-12);
    EXPECT_GT(layout.points->distance(4, 6), 2 * layout.tau);
}

TEST(Sarkar, DoesNotDependOnTheThreads) {
    const Tree tree = randomTree(400, 2);
    EXPECT_TRUE(*layoutOf(*tree, {.threads = 1}).points == *layoutOf(*tree, {.threads = 2}).points);
}

TEST(Sarkar, PlacesOneNodeAndStops) {
    const SarkarLayout one = layoutOf(*hierarchyOf(1, {}));
    EXPECT_EQ(one.maxRadius, 0);
    EXPECT_GT(one.tau, 0);
    const auto stopped =
        sarkarLayout(SpanningTree(*fullTree(9, 3)), {.progress = [](double) { return false; }});
    ASSERT_FALSE(stopped.ok());
    const auto tooLarge = sarkarLayout(SpanningTree(*chain(20000)), {.tau = 1000});
    ASSERT_FALSE(tooLarge.ok());
    EXPECT_NE(tooLarge.error().text().find("GB"), std::string::npos);
}

}  // namespace
}  // namespace horo
