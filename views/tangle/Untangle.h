// The order of children that crosses least.
#pragma once

#include <vector>

#include "core/hierarchy/spanning_tree.h"

namespace horo::views {

/// A place of each node of `hierarchy` among its siblings, so that lines from its leaves to `partnerPlace`
/// (by node; `SpanningTree::none` = no line) cross seldom: barycentres of what is below each child (Sugiyama,
/// Tagawa & Toda 1981), then exchanges of neighbours, a few sweeps. A node whose children cross less as they
/// are keeps them, so that the whole never crosses more than before. Time: nodes times depth.
std::vector<uint32_t> untangledRank(const Hierarchy& hierarchy, const SpanningTree& tree,
                                    const std::vector<uint32_t>& partnerPlace);

}  // namespace horo::views
