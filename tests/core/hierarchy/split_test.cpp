#include "core/hierarchy/split.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/core/hierarchy/random_dag.h"

namespace horo {
namespace {

using Pairs = std::set<std::pair<Node, Node>>;  ///< ancestor, child

Pairs pairsOf(const std::vector<Hierarchy::Edge>& edges) {
    Pairs pairs;
    for (const auto& edge : edges)
        EXPECT_TRUE(pairs.emplace(edge.parent, edge.child).second);
    return pairs;
}

/// Pairs of the closure with nothing in between.
Pairs reduction(const Hierarchy& h) {
    Pairs closure, basic;
    for (Node v = 0; v < h.size(); ++v) {
        std::set<Node> above;
        walkUp(h, v, above);
        for (const Node a : above)
            closure.emplace(a, v);
    }
    for (const auto& [a, v] : closure) {
        bool between = false;
        for (Node w = 0; w < h.size(); ++w)
            between |= closure.count({a, w}) && closure.count({w, v});
        if (!between) basic.emplace(a, v);
    }
    return basic;
}

TEST(SplitClosure, PartsTheClosureTransitivePairsFirst) {
    for (uint64_t seed = 0; seed < 20; ++seed) {
        const auto h = randomDag(40, 1 + seed % 3, seed);
        const Closure closure(*h);
        const Pairs basic = reduction(*h);
        for (const double share : {0.0, 0.1, 0.5, 0.9, 1.0}) {
            const auto split = splitClosure(*h, closure, share, seed);
            const Pairs train = pairsOf(split.train), held = pairsOf(split.heldOut);
            EXPECT_EQ(held.size(),
                      static_cast<size_t>(std::llround(share * static_cast<double>(closure.pairCount()))));
            Pairs all = train;
            all.insert(held.begin(), held.end());
            EXPECT_EQ(all.size(), closure.pairCount());
            EXPECT_EQ(train.size() + held.size(), closure.pairCount());
            for (const auto& [a, v] : all)
                EXPECT_TRUE(closure.isAncestor(a, v));
            EXPECT_EQ(split.transitive, closure.pairCount() - basic.size());
            size_t basicHeld = 0;
            for (const auto& pair : held)
                basicHeld += basic.count(pair);
            EXPECT_EQ(basicHeld, split.basicHeldOut);
            EXPECT_EQ(basicHeld, held.size() > split.transitive ? held.size() - split.transitive : 0);
        }
    }
}

TEST(SplitClosure, DependsOnTheSeedAndOnNothingElse) {
    const auto h = randomDag(60, 2, 1);
    const Closure closure(*h);
    const auto one = splitClosure(*h, closure, 0.3, 5), same = splitClosure(*h, closure, 0.3, 5);
    EXPECT_EQ(one.heldOut, same.heldOut);
    EXPECT_EQ(one.train, same.train);
    EXPECT_NE(one.heldOut, splitClosure(*h, closure, 0.3, 6).heldOut);
}

TEST(SplitClosure, WithoutHoldingOutKeepsTheOrderOfTheEdges) {
    const auto h =
        Hierarchy::create(Items::create({"a", "b", "c", "d"}).value(), {{0, 2}, {0, 1}, {1, 3}}).value();
    const auto split = splitClosure(*h, Closure(*h), 0, 0);
    EXPECT_EQ(split.train, (std::vector<Hierarchy::Edge>{{0, 2}, {0, 1}, {1, 3}, {0, 3}}));
}

}  // namespace
}  // namespace horo
