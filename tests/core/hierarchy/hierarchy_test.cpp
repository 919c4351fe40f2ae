#include "core/hierarchy/hierarchy.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/core/hierarchy/random_dag.h"

namespace horo {
namespace {

using Edges = std::vector<Hierarchy::Edge>;

std::shared_ptr<const Items> items(size_t count) {
    std::vector<std::string> names;
    for (size_t i = 0; i < count; ++i)
        names.push_back(std::string(1, static_cast<char>('a' + i)));
    return Items::create(names).value();
}

TEST(Hierarchy, KnowsItsShape) {
    //   a   f
    //  / \ /
    // b   c
    //  \ / \     (d under b and c, e under c)
    //   d   e
    const auto h = Hierarchy::create(items(6), Edges{{0, 1}, {0, 2}, {1, 3}, {2, 3}, {2, 4}, {5, 2}}).value();
    EXPECT_EQ(h->edgeCount(), 6u);
    EXPECT_EQ(std::vector<Node>(h->roots().begin(), h->roots().end()), (std::vector<Node>{0, 5}));
    EXPECT_EQ(h->leafCount(), 2u);
    EXPECT_EQ(h->multiParentCount(), 2u);
    EXPECT_EQ(h->maxDepth(), 2);
    EXPECT_EQ(h->depth(3), 2);
    EXPECT_EQ(h->height(0), 2);
    EXPECT_EQ(std::vector<Node>(h->parents(3).begin(), h->parents(3).end()), (std::vector<Node>{1, 2}));
}

TEST(Hierarchy, OneNodeAloneIsOne) {
    const auto h = Hierarchy::create(items(1), {}).value();
    EXPECT_TRUE(h->isRoot(0) && h->isLeaf(0));
    EXPECT_EQ(h->maxDepth(), 0);
}

TEST(Hierarchy, ExplainsWhatItRefuses) {
    EXPECT_FALSE(Hierarchy::create(items(0), {}).ok());
    EXPECT_FALSE(Hierarchy::create(items(2), Edges{{0, 7}}).ok());
    const auto cycle = Hierarchy::create(items(4), Edges{{0, 1}, {1, 2}, {2, 3}, {3, 1}});
    ASSERT_FALSE(cycle.ok());
    EXPECT_EQ(cycle.error().cause.find('a', cycle.error().cause.find(':')), std::string::npos)
        << cycle.error().cause;
    for (const char* name : {"b", "c", "d"})
        EXPECT_NE(cycle.error().cause.find(name), std::string::npos);
    EXPECT_FALSE(Hierarchy::create(items(2), Edges{{0, 1}, {1, 0}}).ok());
}

TEST(Hierarchy, OrderDepthAndHeightHoldOnRandomGraphs) {
    for (uint64_t seed = 0; seed < 50; ++seed) {
        const auto h = randomDag(40, 1 + seed % 4, seed);
        std::vector<size_t> place(h->size());
        for (size_t i = 0; i < h->size(); ++i)
            place[h->topologicalOrder()[i]] = i;
        for (const auto& edge : h->edges())
            EXPECT_LT(place[edge.parent], place[edge.child]);
        for (Node v = 0; v < h->size(); ++v) {
            int least = h->isRoot(v) ? 0 : 1000, most = 0;
            for (const Node parent : h->parents(v))
                least = std::min(least, h->depth(parent) + 1);
            for (const Node child : h->children(v))
                most = std::max(most, h->height(child) + 1);
            EXPECT_EQ(h->depth(v), least);
            EXPECT_EQ(h->height(v), most);
            for (const Node parent : h->parents(v))
                EXPECT_TRUE(std::ranges::count(h->children(parent), v) == 1);
        }
    }
}

}  // namespace
}  // namespace horo
