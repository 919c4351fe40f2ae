// Hierarchies made from hierarchies: pure functions, names, labels and glosses kept.
#pragma once

#include <memory>
#include <vector>

#include "core/hierarchy/hierarchy.h"

namespace horo {

using HierarchyPointer = std::shared_ptr<const Hierarchy>;

// All keep the order of children and of parents where they can, and never add a node.

/// `root` becomes a root: the edges among it and its ancestors turn round, all others stay. In a tree this is
/// hanging it up at `root`; in a graph with several roots those that are no ancestors of it stay roots. The
/// turned edges come last among the children.
HOROCYCLE_EXPORT HierarchyPointer rerooted(const Hierarchy& hierarchy, Node root);

/// `top` with all its descendants and the edges among them.
HOROCYCLE_EXPORT HierarchyPointer subtreeOf(const Hierarchy& hierarchy, Node top);

/// Only nodes at most `depth` edges below a root, by the shortest way; `depth` >= 0.
HOROCYCLE_EXPORT HierarchyPointer cutBelow(const Hierarchy& hierarchy, int depth);

/// Without the nodes marked in `remove` (size() entries, not all of them): the children of a node that goes
/// take its place under its parents, so that what stays keeps its ancestors. Children of a removed root
/// become roots.
HOROCYCLE_EXPORT HierarchyPointer contracted(const Hierarchy& hierarchy, const std::vector<bool>& remove);

/// Contracts the inner nodes whose shortest way to a root has `level` edges (1 = children of the roots);
/// leaves stay.
HOROCYCLE_EXPORT HierarchyPointer collapsedLevel(const Hierarchy& hierarchy, int level);

/// Contracts every node with one parent and one child, until there is none.
HOROCYCLE_EXPORT HierarchyPointer mergedChains(const Hierarchy& hierarchy);

enum class SiblingOrder {
    Name,   ///< by the bytes of the name
    Leaves  ///< most leaves of the spanning tree first, then by name
};
/// Roots are sorted by their numbers, as always; children as asked. Parents keep their order.
HOROCYCLE_EXPORT HierarchyPointer sortedChildren(const Hierarchy& hierarchy, SiblingOrder order);

}  // namespace horo
