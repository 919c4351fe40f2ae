// The class of each row of an embedding.
#pragma once

#include "core/data/embedding.h"
#include "core/data/table.h"
#include "core/hierarchy/hierarchy.h"

namespace horo {

/// Rows that have a class, in the order of the embedding.
struct HOROCYCLE_EXPORT RowClasses {
    std::vector<size_t> rows;
    std::vector<uint32_t> classes;  ///< of each of these rows, from 0
    size_t count = 0;               ///< different classes
    size_t strangers = 0;           ///< rows left out because they are no node

    /// One class a label. Every row has one.
    static RowClasses ofLabels(std::span<const std::string> labels);

    /// The ancestor at a level (1 = children of a root) of each row's node in the spanning tree, at level 0
    /// its parent; a node above that level, and a root, stands for itself. Rows are nodes by name
    /// (MatchedRows). With `labels`, or where no row is a node and the embedding has labels, a row hangs
    /// below the node that its label names, which then is its parent. Errors: a label that names no node, or
    /// several (named); no row is a node.
    static Result<RowClasses> ofNodes(const Embedding& embedding, std::span<const std::string> labels,
                                      const Hierarchy& hierarchy, int level);
};

}  // namespace horo
