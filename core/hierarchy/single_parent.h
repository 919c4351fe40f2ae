// A hierarchy with one parent a node, for methods that need a tree.
#pragma once

#include "core/hierarchy/hierarchy.h"

namespace horo {

/// Which parent a node keeps.
enum class KeptParent {
    Shallowest,  ///< the first one nearest to a root: a breadth first tree
    First,       ///< the primary one, as the hierarchy lists them
    Deepest,     ///< the first one with the longest way down from a root
    Fewest,      ///< the first one with the fewest children
};

/// The same nodes and roots; nodes with several parents keep one of them.
HOROCYCLE_EXPORT std::shared_ptr<const Hierarchy> withSingleParents(const Hierarchy& hierarchy,
                                                                    KeptParent kept);

}  // namespace horo
