#include "core/hierarchy/spanning_tree.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/core/hierarchy/random_dag.h"

namespace horo {
namespace {

std::vector<Node> pathByParents(const SpanningTree& tree, Node v) {
    std::vector<Node> path;
    for (; v != SpanningTree::none; v = tree.parent(v))
        path.push_back(v);
    std::ranges::reverse(path);
    return path;
}

/// The last node that both paths share.
Node ancestorByPaths(const SpanningTree& tree, Node u, Node v) {
    const auto a = pathByParents(tree, u), b = pathByParents(tree, v);
    Node common = SpanningTree::none;
    for (size_t i = 0; i < std::min(a.size(), b.size()) && a[i] == b[i]; ++i)
        common = a[i];
    return common;
}

TEST(SpanningTree, AnswersAsWalkingPathsDoes) {
    for (uint64_t seed = 0; seed < 40; ++seed) {
        const auto h = randomDag(40, 1 + seed % 3, seed);
        const SpanningTree tree(*h);
        EXPECT_EQ(tree.preorder().size(), h->size());
        for (Node v = 0; v < h->size(); ++v) {
            EXPECT_EQ(tree.path(v), pathByParents(tree, v));
            EXPECT_EQ(tree.depth(v), static_cast<int>(tree.path(v).size()) - 1);
            EXPECT_EQ(tree.depth(v), h->depth(v));  // the primary parent is one of least depth
            if (!h->isRoot(v)) {
                const auto first = std::ranges::find_if(
                    h->parents(v), [&](Node p) { return h->depth(p) == h->depth(v) - 1; });
                EXPECT_EQ(tree.parent(v), *first);
            }
            uint32_t below = 0, leaves = 0;
            for (Node u = 0; u < h->size(); ++u) {
                const bool under = std::ranges::count(pathByParents(tree, u), v) > 0;
                EXPECT_EQ(tree.isBelow(u, v), under);
                EXPECT_EQ(std::ranges::count(tree.subtree(v), u) > 0, under);
                below += under;
                leaves += under && tree.children(u).empty();
                EXPECT_EQ(tree.lowestCommonAncestor(u, v), ancestorByPaths(tree, u, v));
            }
            EXPECT_EQ(tree.subtreeSize(v), below);
            EXPECT_EQ(tree.leaves(v), leaves);
        }
    }
}

TEST(SpanningTree, OfADeepChainNeedsNoDeepStack) {
    std::vector<std::string> names;
    std::vector<Hierarchy::Edge> edges;
    for (uint32_t v = 0; v < 300'000; ++v) {
        names.push_back(std::to_string(v));
        if (v > 0) edges.push_back({v - 1, v});
    }
    const SpanningTree tree(*Hierarchy::create(Items::create(names).value(), edges).value());
    EXPECT_EQ(tree.maxDepth(), 299'999);
    EXPECT_EQ(tree.lowestCommonAncestor(299'999, 150'000), 150'000u);
}

}  // namespace
}  // namespace horo
