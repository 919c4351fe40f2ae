#include "core/hierarchy/closure.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/core/hierarchy/random_dag.h"

namespace horo {
namespace {

TEST(Closure, IsWhatWalkingEveryPathFinds) {
    for (uint64_t seed = 0; seed < 50; ++seed) {
        const auto h = randomDag(30, 1 + seed % 3, seed);
        const Closure closure(*h);
        const auto counts = ancestorCounts(*h);
        size_t pairs = 0;
        for (Node v = 0; v < h->size(); ++v) {
            std::set<Node> naive;
            walkUp(*h, v, naive);
            EXPECT_TRUE(std::ranges::equal(closure.ancestors(v), naive)) << "seed " << seed << " node " << v;
            EXPECT_EQ(counts[v], naive.size());
            for (Node a = 0; a < h->size(); ++a)
                EXPECT_EQ(closure.isAncestor(a, v), naive.contains(a));
            pairs += naive.size();
        }
        EXPECT_EQ(closure.pairCount(), pairs);
        EXPECT_EQ(closurePairCount(*h), pairs);
    }
}

TEST(Closure, OfADiamondCountsTheTopOnce) {
    const auto items = Items::create({"top", "left", "right", "bottom"}).value();
    const auto h = Hierarchy::create(items, {{0, 1}, {0, 2}, {1, 3}, {2, 3}}).value();
    EXPECT_EQ(closurePairCount(*h), 5u);
}

TEST(Closure, OfEdgesHasTheParentsAlone) {
    const auto h = randomDag(40, 2, 7);
    const Closure edges = Closure::ofEdges(*h);
    EXPECT_EQ(edges.pairCount(), h->edgeCount());
    for (Node v = 0; v < h->size(); ++v)
        for (Node a = 0; a < h->size(); ++a)
            EXPECT_EQ(edges.isAncestor(a, v), std::ranges::count(h->parents(v), a) == 1);
}

TEST(Closure, ThatIsTooLargeIsExplained) {
    std::vector<std::string> names;
    std::vector<Hierarchy::Edge> edges;
    for (uint32_t v = 0; v < 30'000; ++v) {
        names.push_back(std::to_string(v));
        if (v > 0) edges.push_back({v - 1, v});
    }
    const auto chain = Hierarchy::create(Items::create(names).value(), edges).value();
    const auto closure = Closure::create(*chain);
    ASSERT_FALSE(closure.ok());
    EXPECT_NE(closure.error().cause.find("449985000"), std::string::npos) << closure.error().cause;
}

}  // namespace
}  // namespace horo
