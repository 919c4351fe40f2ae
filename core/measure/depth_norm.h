// Whether the distance of a row to the origin tells how deep its node lies.
#pragma once

#include <optional>

#include "core/base/result.h"
#include "core/data/embedding.h"
#include "core/hierarchy/hierarchy.h"

namespace horo {

/// Empty where a coefficient is not defined (one of the two numbers is the same for all nodes).
struct DepthNorm {
    /// Spearman of the distance to the origin and sp / (sp + lp), sp the shortest way to a root and lp the
    /// longest way down (Nickel & Kiela 2018, section 5); 0 for a node that is a root and a leaf.
    std::optional<double> spearmanRank;
    std::optional<double> spearmanDepth;  ///< Spearman with sp
    std::optional<double> pearsonDepth;   ///< Pearson with sp
    size_t nodes = 0;                     ///< nodes that have a row
};

/// Rows and nodes are matched by item id; nodes without a row and rows without a node are left out.
/// Error: a row that is not usable, or fewer than two nodes with a row.
HOROCYCLE_EXPORT Result<DepthNorm> depthNorm(const Embedding& embedding, const Hierarchy& hierarchy);

}  // namespace horo
