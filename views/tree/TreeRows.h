// The rows of a tree that is open in places: no widget.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/hierarchy/spanning_tree.h"

namespace horo::views {

/// Visible nodes in preorder. Opening and closing cost time in the number of rows, never of nodes.
class TreeRows {
public:
    TreeRows() = default;
    /// Roots only; a single root is open.
    TreeRows(std::shared_ptr<const Hierarchy> hierarchy, std::shared_ptr<const SpanningTree> tree);

    size_t size() const { return rows_.size(); }
    Node node(size_t row) const { return rows_[row]; }
    /// Row of a visible node, found by bisection.
    std::optional<size_t> rowOf(Node node) const;
    /// Row of the nearest visible ancestor, the node itself first.
    size_t nearestRow(Node node) const;

    bool hasChildren(Node node) const { return tree_->subtreeSize(node) > 1; }
    bool isOpen(Node node) const { return open_[node]; }
    void setOpen(Node node, bool open);
    /// Opens what lies above the node, so that it becomes visible.
    void reveal(Node node);
    /// Opens all nodes down to a depth (roots are 0) and closes those below.
    void openToDepth(int depth);
    /// Opens exactly these nodes.
    void setOpenNodes(const std::vector<Node>& nodes);
    std::vector<Node> openNodes() const;

private:
    void appendVisible(Node node, std::vector<Node>& out) const;
    void rebuild();

    std::shared_ptr<const Hierarchy> hierarchy_;
    std::shared_ptr<const SpanningTree> tree_;
    std::vector<Node> rows_;
    std::vector<char> open_;
};

}  // namespace horo::views
