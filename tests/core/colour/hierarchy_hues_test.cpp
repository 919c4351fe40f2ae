#include "core/colour/hierarchy_hues.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace horo {
namespace {

constexpr Rgb ink{26, 29, 35};

std::shared_ptr<const Hierarchy> makeHierarchy(std::vector<int> parents) {
    std::vector<std::string> names;
    std::vector<Hierarchy::Edge> edges;
    for (size_t v = 0; v < parents.size(); ++v) {
        names.push_back("n" + std::to_string(v));
        if (parents[v] >= 0) edges.push_back({Node(parents[v]), Node(v)});
    }
    return Hierarchy::create(Items::create(std::move(names)).value(), std::move(edges)).value();
}

/// A root, `branches` below it, each with `leaves` leaves.
std::shared_ptr<const Hierarchy> makeStar(int branches, int leaves) {
    std::vector<int> parents{-1};
    for (int b = 0; b < branches; ++b)
        parents.push_back(0);
    for (int b = 0; b < branches; ++b)
        for (int i = 0; i < leaves; ++i)
            parents.push_back(b + 1);
    return makeHierarchy(std::move(parents));
}

TEST(HierarchyHues, EqualBranchesShareTheWheelEqually) {
    const SpanningTree tree(*makeStar(8, 4));
    const HierarchyHues hues(tree);
    EXPECT_EQ(hues.baseLevel(), 1);
    for (Node b = 1; b <= 8; ++b) {
        EXPECT_NEAR(hues.hue(b), std::fmod(30 + 45 * (b - 1) + 22.5, 360), 1e-9);
        EXPECT_NEAR(hues.interval(b).width, 45 * .84, 1e-9);
    }
}

TEST(HierarchyHues, ChildrenStayInsideTheirParent) {
    const SpanningTree tree(*makeStar(5, 7));
    const HierarchyHues hues(tree);
    for (Node b = 1; b <= 5; ++b)
        for (const Node leaf : tree.children(b)) {
            EXPECT_GE(hues.interval(leaf).start, hues.interval(b).start);
            EXPECT_LE(hues.interval(leaf).start + hues.interval(leaf).width,
                      hues.interval(b).start + hues.interval(b).width + 1e-9);
        }
}

TEST(HierarchyHues, SuggestsTheLevelWhereNoBranchHoldsHalf) {
    // root -> a single inner node -> four branches of three leaves, and one leaf beside the inner node
    std::vector<int> parents{-1, 0, 0, 1, 1, 1, 1};
    for (int b = 3; b <= 6; ++b)
        for (int i = 0; i < 3; ++i)
            parents.push_back(b);
    const SpanningTree tree(*makeHierarchy(parents));
    EXPECT_EQ(HierarchyHues::suggestedLevel(tree), 2);
    const HierarchyHues hues(tree);
    EXPECT_LE(hues.interval(1).start, hues.interval(3).start);
}

TEST(HierarchyHues, HueStaysWhenTheLevelChanges) {
    const auto hierarchy = makeStar(6, 5);
    const SpanningTree tree(*hierarchy);
    const HierarchyHues hues(tree);
    const auto one = hierarchyColours(tree, hues, 1, CanvasKind::Light, ink);
    const auto two = hierarchyColours(tree, hues, 2, CanvasKind::Light, ink);
    for (Node v = 0; v < tree.preorder().size(); ++v) {
        if (two[v] == ink || one[v] == ink) continue;
        EXPECT_NEAR(std::remainder(toOklch(toOklab(one[v])).hue - toOklch(toOklab(two[v])).hue, 360), 0, 2.5);
    }
    EXPECT_EQ(one[0], ink);
    EXPECT_EQ(two[1], ink) << "a node above the level";
    EXPECT_NE(one[1], ink);
}

TEST(HierarchyHues, EightBranchesAreToldApart) {
    // The design's own numbers: the smallest distance among 8 equal branches is .081.
    for (const auto canvas : {CanvasKind::Light, CanvasKind::Dark}) {
        double least = 1;
        for (int a = 0; a < 8; ++a)
            for (int b = a + 1; b < 8; ++b)
                least = std::min(least, colourDistance(hierarchyColour(30 + 45 * a, 0, canvas),
                                                       hierarchyColour(30 + 45 * b, 0, canvas)));
        EXPECT_GT(least, .07);
    }
}

TEST(HierarchyHues, ShallowIsStrongestAgainstTheCanvas) {
    for (int hue = 0; hue < 360; hue += 30) {
        EXPECT_LE(toOklab(hierarchyColour(hue, 0, CanvasKind::Light)).lightness,
                  toOklab(hierarchyColour(hue, 1, CanvasKind::Light)).lightness);
        EXPECT_GE(toOklab(hierarchyColour(hue, 0, CanvasKind::Dark)).lightness,
                  toOklab(hierarchyColour(hue, 1, CanvasKind::Dark)).lightness);
    }
}

TEST(HierarchyHues, LeavesOfOneBranchDifferInLightness) {
    const SpanningTree tree(*makeStar(3, 3));
    const auto colours = hierarchyColours(tree, HierarchyHues(tree), 1, CanvasKind::Light, ink);
    const auto leaves = tree.children(1);
    EXPECT_GT(colourDistance(colours[leaves[0]], colours[leaves[1]]), .03);
    EXPECT_GT(colourDistance(colours[leaves[1]], colours[leaves[2]]), .03);
}

TEST(HierarchyHues, OneNodeAlone) {
    const SpanningTree tree(*makeHierarchy({-1}));
    const auto colours = hierarchyColours(tree, HierarchyHues(tree), 0, CanvasKind::Dark, ink);
    EXPECT_EQ(colours, std::vector{ink});
}

}  // namespace
}  // namespace horo
