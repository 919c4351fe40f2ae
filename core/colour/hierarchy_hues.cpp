#include "core/colour/hierarchy_hues.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace horo {

namespace {

constexpr double wheelStart = 30, usedByBranch = .84, usedByChildren = .80;
constexpr double firstLeafShare = .3, lastLeafShare = .95;

double weight(const SpanningTree& tree, Node v) {
    return std::sqrt(double(tree.leaves(v)));
}

bool isLeaf(const SpanningTree& tree, Node v) {
    return tree.children(v).empty();
}

// Branches in the order of the tree: the nodes at the level, and the leaves above it.
std::vector<Node> branchesAt(const SpanningTree& tree, int level) {
    std::vector<Node> branches;
    for (const Node v : tree.preorder())
        if (tree.depth(v) == level || (tree.depth(v) < level && isLeaf(tree, v))) branches.push_back(v);
    return branches;
}

// Shares `whole` among nodes by weight; each keeps the middle part `used` of its share.
void divide(const SpanningTree& tree, std::span<const Node> nodes, HueInterval whole, double used,
            std::vector<HueInterval>& intervals) {
    double total = 0;
    for (const Node v : nodes)
        total += weight(tree, v);
    double start = whole.start;
    for (const Node v : nodes) {
        const double share = whole.width * weight(tree, v) / total;
        intervals[v] = {start + share * (1 - used) / 2, share * used};
        start += share;
    }
}

HueInterval middlePart(HueInterval interval, double used) {
    return {interval.start + interval.width * (1 - used) / 2, interval.width * used};
}

}  // namespace

int HierarchyHues::suggestedLevel(const SpanningTree& tree) {
    // One pass, since a hierarchy may be a million levels deep. The branches of a level are its nodes and the
    // leaves above it; together they always hold all leaves.
    struct Level {
        uint64_t nodes = 0, leaves = 0, largest = 0;
    };
    std::vector<Level> levels(static_cast<size_t>(tree.maxDepth()) + 1);
    uint64_t all = 0;
    for (const Node v : tree.preorder()) {
        Level& level = levels[static_cast<size_t>(tree.depth(v))];
        ++level.nodes;
        level.leaves += isLeaf(tree, v);
        level.largest = std::max<uint64_t>(level.largest, tree.leaves(v));
        all += isLeaf(tree, v);
    }
    uint64_t leavesAbove = levels[0].leaves;
    for (size_t i = 1; i < levels.size(); ++i) {
        const uint64_t largest = std::max<uint64_t>(levels[i].largest, leavesAbove > 0);
        if (levels[i].nodes + leavesAbove >= 3 && 2 * largest <= all) return static_cast<int>(i);
        leavesAbove += levels[i].leaves;
    }
    return tree.maxDepth();
}

HierarchyHues::HierarchyHues(const SpanningTree& tree, int baseLevel)
    : baseLevel_(baseLevel), intervals_(tree.preorder().size()) {
    divide(tree, branchesAt(tree, baseLevel), {wheelStart, 360}, usedByBranch, intervals_);
    for (const Node v : tree.preorder())
        if (tree.depth(v) >= baseLevel && !isLeaf(tree, v))
            divide(tree, tree.children(v), middlePart(intervals_[v], usedByChildren), 1, intervals_);
    const auto order = tree.preorder();
    for (auto v = order.rbegin(); v != order.rend(); ++v) {
        if (tree.depth(*v) >= baseLevel || isLeaf(tree, *v)) continue;
        const HueInterval first = intervals_[tree.children(*v).front()],
                          last = intervals_[tree.children(*v).back()];
        intervals_[*v] = {first.start, last.start + last.width - first.start};
    }
}

double HierarchyHues::hue(Node v) const {
    return std::fmod(intervals_[v].middle(), 360.0);
}

Rgb hierarchyColour(double hue, double share, CanvasKind canvas) {
    const double t = std::clamp(share, 0.0, 1.0);
    // Lightness follows hue, so that red and green, blue and purple differ also without colour vision.
    const double wave = std::cos((hue - 190) * std::numbers::pi / 180);
    if (canvas == CanvasKind::Light)
        return toRgb(
            Oklch{std::clamp(.62 + .09 * wave - .09 + .17 * t, .44, .74), .125 * (1 - .30 * t), hue});
    return toRgb(Oklch{std::clamp(.72 + .085 * wave + .07 - .20 * t, .56, .88), .120 * (1 - .25 * t), hue});
}

std::vector<Rgb> hierarchyColours(const SpanningTree& tree, const HierarchyHues& hues, int level,
                                  CanvasKind canvas, Rgb neutral) {
    std::vector<Rgb> colours(tree.preorder().size(), neutral);
    const double deepest = std::max(tree.maxDepth() - 1, 1);
    for (const Node v : tree.preorder()) {
        const int depth = tree.depth(v);
        const bool above = depth == 0 || depth < level;
        if (above && !(isLeaf(tree, v) && depth > 0)) continue;
        colours[v] = hierarchyColour(hues.hue(v), (depth - 1) / deepest, canvas);
    }
    for (const Node branch : branchesAt(tree, level)) {
        const auto children = tree.children(branch);
        if (children.size() < 2 || !std::ranges::all_of(children, [&](Node v) { return isLeaf(tree, v); }))
            continue;
        const double step = (lastLeafShare - firstLeafShare) / double(children.size() - 1);
        for (size_t i = 0; i < children.size(); ++i)
            colours[children[i]] =
                hierarchyColour(hues.hue(children[i]), firstLeafShare + step * double(i), canvas);
    }
    return colours;
}

}  // namespace horo
