// Nodes that are related to a set of nodes.
#pragma once

#include <vector>

#include "core/hierarchy/hierarchy.h"

namespace horo {

enum class Relation { Descendants, Ancestors, Children, Parents, Siblings, SameLevel, LeavesBelow };

/// Nodes in that relation to at least one of `nodes`, ascending, each once, in the whole graph. Descendants
/// and ancestors hold the nodes themselves, siblings and the same level do too, children and parents only
/// where one of the nodes is another one's; leaves below a leaf are the leaf.
HOROCYCLE_EXPORT std::vector<Node> relatives(const Hierarchy& hierarchy, const std::vector<Node>& nodes,
                                             Relation relation);

}  // namespace horo
