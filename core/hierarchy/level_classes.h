// The branch that a node belongs to at a level.
#pragma once

#include "core/hierarchy/hierarchy.h"

namespace horo {

/// For each node its ancestor at `level` (roots are at level 0) on the way of first parents; the node itself
/// where that way is not longer.
HOROCYCLE_EXPORT std::vector<Node> ancestorsAt(const Hierarchy& hierarchy, int level);

}  // namespace horo
