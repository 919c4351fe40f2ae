// Holding pairs of the closure out of training.
#pragma once

#include <cstdint>
#include <vector>

#include "core/hierarchy/closure.h"

namespace horo {

/// The pairs of a closure in two parts. An edge leads from an ancestor (parent) to a node below (child).
struct ClosureSplit {
    std::vector<Hierarchy::Edge> train;    ///< basic edges first, in the order of the hierarchy
    std::vector<Hierarchy::Edge> heldOut;  ///< by child, then by ancestor
    size_t transitive = 0;                 ///< pairs of the closure that others imply
    size_t basicHeldOut = 0;               ///< pairs held out that nothing implies
};

/// Holds out round(share * pairs) of the closure, drawn without replacement by `seed`. Transitive pairs,
/// those that other pairs imply, go first; edges of the transitive reduction only where those do not suffice
/// (Ganea et al. 2018: all basic edges stay in training). `share` is from 0 to 1.
HOROCYCLE_EXPORT ClosureSplit splitClosure(const Hierarchy& hierarchy, const Closure& closure, double share,
                                           uint64_t seed);

}  // namespace horo
