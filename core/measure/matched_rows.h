// Which row stands for which node.
#pragma once

#include <vector>

#include "core/data/embedding.h"
#include "core/hierarchy/hierarchy.h"

namespace horo {

/// The rows of an embedding that are nodes of a hierarchy, in node order, and both ways between them.
struct HOROCYCLE_EXPORT MatchedRows {
    static constexpr uint32_t none = ~uint32_t{0};

    std::vector<uint32_t> rowOfNode;  ///< place of a node in `nodes`, or none
    std::vector<Node> nodes;          ///< nodes that have a row, ascending
    std::vector<size_t> sourceRows;   ///< their rows in the embedding
    size_t missing = 0;               ///< nodes without a row
    size_t strangers = 0;             ///< rows without a node
    Node firstMissing = 0;            ///< only where missing > 0

    /// Matches by item id, that is by name; a named row that is left finds the only node with a path that
    /// ends so (NodeNames), where that has no row yet.
    MatchedRows(const Embedding& embedding, const Hierarchy& hierarchy);
    /// The matched rows in double precision, one after the other.
    std::vector<double> values(const Embedding& embedding) const;
    /// The matched rows with all their digits, or null where the embedding has only doubles.
    std::shared_ptr<const ExtendedPoints> extended(const Embedding& embedding) const;
};

}  // namespace horo
