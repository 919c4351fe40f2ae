// Colour that tells a hierarchy: hue by branch, lightness by depth.
#pragma once

#include <optional>
#include <vector>

#include "core/colour/oklch.h"
#include "core/hierarchy/spanning_tree.h"

namespace horo {

/// A piece of the colour wheel, in degrees; `start` may exceed 360 by less than a turn.
struct HueInterval {
    double start = 0, width = 0;
    double middle() const { return start + width / 2; }
};

enum class CanvasKind { Light, Dark };

/// Gives each node a piece of the wheel once. The wheel starts at 30 degrees and is shared among the branches
/// at `baseLevel` by the square root of their leaves; a branch uses the middle 84 % of its share; children
/// divide the middle 80 % of their parent's piece by the same weight, in the order of the tree. A leaf above
/// the level is a branch of its own. Nodes above get the span of what is below them.
class HOROCYCLE_EXPORT HierarchyHues {
public:
    /// The first level of at least three branches of which none holds more than half of all leaves, or the
    /// deepest one. Level 0 are the roots.
    static int suggestedLevel(const SpanningTree& tree);

    explicit HierarchyHues(const SpanningTree& tree) : HierarchyHues(tree, suggestedLevel(tree)) {}
    HierarchyHues(const SpanningTree& tree, int baseLevel);

    int baseLevel() const { return baseLevel_; }
    HueInterval interval(Node v) const { return intervals_[v]; }
    /// Degrees, 0 to 360.
    double hue(Node v) const;

private:
    int baseLevel_;
    std::vector<HueInterval> intervals_;
};

/// The rule for one node: `share` is 0 at the top of the hierarchy and 1 at its deepest node.
HOROCYCLE_EXPORT Rgb hierarchyColour(double hue, double share, CanvasKind canvas);

/// A colour a node. Roots and the nodes above `level` are `neutral` (main text), but for leaves. A node keeps
/// its hue when the level changes. Where a branch of the level has only leaves, whose hues nearly meet, these
/// are spread in order over shares .3 to .95.
HOROCYCLE_EXPORT std::vector<Rgb> hierarchyColours(const SpanningTree& tree, const HierarchyHues& hues,
                                                   int level, CanvasKind canvas, Rgb neutral);

}  // namespace horo
