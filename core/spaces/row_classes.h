// The class of each row of an embedding.
#pragma once

#include "core/data/embedding.h"
#include "core/data/table.h"
#include "core/hierarchy/spanning_tree.h"

namespace horo {

/// Rows that have a class, in the order of the embedding.
struct HOROCYCLE_EXPORT RowClasses {
    std::vector<size_t> rows;
    std::vector<uint32_t> classes;  ///< of each of these rows, from 0
    size_t count = 0;               ///< different classes
    size_t strangers = 0;           ///< rows left out because they are no node

    /// One class a label. Every row has one.
    static RowClasses ofLabels(std::span<const std::string> labels);

    /// Those of RowBranches at one level.
    static Result<RowClasses> ofNodes(const Embedding& embedding, std::span<const std::string> labels,
                                      const Hierarchy& hierarchy, int level);
};

/// Where rows stand in the spanning tree of a hierarchy, found once and asked at any level.
class HOROCYCLE_EXPORT RowBranches {
public:
    /// Rows are nodes by name (MatchedRows). With `labels`, or where no row is a node and the embedding has
    /// labels, a row hangs below the node that its label names. Errors: a label that names no node, or
    /// several (named); no row is a node.
    static Result<RowBranches> create(const Embedding& embedding, std::span<const std::string> labels,
                                      const Hierarchy& hierarchy);

    /// The ancestor at a level (1 = children of a root) of each row's node, at level 0 its parent, which is
    /// the node itself for a row that hangs below it; a node above that level, and a root, stands for itself.
    RowClasses at(int level) const;

private:
    RowBranches(std::vector<Node> nodes, bool hangBelow, const Hierarchy& hierarchy)
        : nodes_(std::move(nodes)), hangBelow_(hangBelow), tree_(hierarchy) {}

    std::vector<Node> nodes_;  ///< by row; `none` of the tree where a row has none
    bool hangBelow_;           ///< rows are no nodes but stand below them
    SpanningTree tree_;
};

}  // namespace horo
