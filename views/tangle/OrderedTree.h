// A spanning tree whose children stand in an order of their own.
#pragma once

#include <memory>
#include <vector>

#include "views/workspace/HierarchyLook.h"

namespace horo::views {

/// Immutable. The roots of a forest stand beside each other below `whole`.
class OrderedTree {
public:
    static constexpr Node whole = SpanningTree::none;

    /// `rank`: the place of each node among its siblings, ascending; empty = as in the hierarchy.
    explicit OrderedTree(std::shared_ptr<const HierarchyLook> look, const std::vector<uint32_t>& rank = {});

    const HierarchyLook& look() const { return *look_; }
    const Hierarchy& hierarchy() const { return look_->hierarchy(); }
    const SpanningTree& tree() const { return look_->tree(); }

    std::span<const Node> children(Node v) const {
        const size_t i = v == whole ? hierarchy().size() : v;
        return {children_.data() + start_[i], children_.data() + start_[i + 1]};
    }
    /// All nodes, each before its children, in the order of this tree.
    std::vector<Node> preorder() const;
    /// The node above, `whole` above a root.
    Node parent(Node v) const { return v == whole ? whole : tree().parent(v); }
    uint32_t leaves(Node v) const { return v == whole ? leaves_ : tree().leaves(v); }
    uint32_t subtreeSize(Node v) const {
        return v == whole ? static_cast<uint32_t>(hierarchy().size()) : tree().subtreeSize(v);
    }
    std::span<const Node> subtree(Node v) const { return v == whole ? tree().preorder() : tree().subtree(v); }
    /// Levels below a node, 0 for a leaf of the spanning tree.
    int height(Node v) const { return height_[v == whole ? hierarchy().size() : v]; }
    /// Where a view begins: the single root, or `whole`.
    Node top() const { return hierarchy().roots().size() == 1 ? hierarchy().roots().front() : whole; }

private:
    std::shared_ptr<const HierarchyLook> look_;
    std::vector<Node> children_;
    std::vector<uint32_t> start_;  ///< by node, `whole` last
    std::vector<int> height_;      ///< by node, `whole` last
    uint32_t leaves_ = 0;
};

}  // namespace horo::views
