// Which node of a hierarchy each row of an embedding is, or belongs to.
#pragma once

#include <vector>

#include "core/data/embedding.h"
#include "core/hierarchy/hierarchy.h"

namespace horo {

/// Rows that are nodes are found by name; where no row is one, the rows belong to the nodes that their labels
/// name (NodeNames: a name, an alias, or the ending of one path).
struct HOROCYCLE_EXPORT RowNodes {
    static constexpr Node none = ~Node{0};

    RowNodes() = default;
    RowNodes(const Embedding& embedding, const Hierarchy& hierarchy);

    std::vector<Node> nodes;  ///< one a row, or `none`
    bool byLabel = false;     ///< the rows are no nodes but belong to them
    size_t matched = 0;       ///< rows with a node
};

/// Whether any row has a node; quick where the first ones have.
HOROCYCLE_EXPORT bool speakOfSameThings(const Embedding& embedding, const Hierarchy& hierarchy);

}  // namespace horo
