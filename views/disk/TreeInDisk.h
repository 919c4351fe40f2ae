// A hierarchy in the hyperbolic plane without any training.
#pragma once

#include <memory>

#include "core/data/embedding.h"
#include "core/hierarchy/spanning_tree.h"

namespace horo::views {

/// Each node in the middle of its sector of leaves, at distance 1 a level from the root in a plane of
/// `curvature`; what lies beyond the reach of doubles is held at its border.
std::shared_ptr<const Embedding> treeInDisk(const Hierarchy& hierarchy, const SpanningTree& tree,
                                            double curvature);

}  // namespace horo::views
