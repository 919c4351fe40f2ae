#include "core/hierarchy/single_parent.h"

#include <gtest/gtest.h>

namespace horo {
namespace {

TEST(SingleParent, KeepsTheOneThatWasAskedFor) {
    // x has the parents b (below a, with two more children), a (below r) and r2 (a root, with one more).
    enum : Node { r, a, b, x, y, z, r2, w };
    const auto h =
        Hierarchy::create(Items::create({"r", "a", "b", "x", "y", "z", "r2", "w"}).value(),
                          {{r, a}, {a, b}, {a, x}, {b, x}, {r2, x}, {b, y}, {b, z}, {r2, w}, {r2, y}})
            .value();
    const auto parentOfX = [&](KeptParent kept) {
        const auto tree = withSingleParents(*h, kept);
        EXPECT_EQ(tree->size(), h->size());
        EXPECT_EQ(tree->multiParentCount(), 0u);
        EXPECT_EQ(tree->roots().size(), h->roots().size());
        EXPECT_EQ(tree->edgeCount(), h->size() - h->roots().size());
        return tree->parents(x).front();
    };
    EXPECT_EQ(parentOfX(KeptParent::First), h->parents(x).front());
    EXPECT_EQ(parentOfX(KeptParent::Shallowest), Node{r2});
    EXPECT_EQ(parentOfX(KeptParent::Deepest), Node{b});
    EXPECT_EQ(parentOfX(KeptParent::Fewest), Node{a});
}

}  // namespace
}  // namespace horo
