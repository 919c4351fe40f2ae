// One tree inside a hierarchy: each node under its primary parent. What views draw and colour.
#pragma once

#include <span>
#include <vector>

#include "core/hierarchy/hierarchy.h"

namespace horo {

/// Preorder makes each subtree one contiguous range, so subtree questions are two comparisons.
class HOROCYCLE_EXPORT SpanningTree {
public:
    static constexpr Node none = ~Node{0};

    /// The primary parent of a node is its first parent of least depth. Children keep their order.
    explicit SpanningTree(const Hierarchy& hierarchy);

    Node parent(Node v) const { return parent_[v]; }  ///< `none` for a root
    std::span<const Node> children(Node v) const;
    /// All nodes, each before its children.
    std::span<const Node> preorder() const { return preorder_; }
    /// Place of v in the preorder.
    uint32_t position(Node v) const { return position_[v]; }
    /// Nodes of v's subtree, v first: a piece of the preorder.
    std::span<const Node> subtree(Node v) const { return preorder().subspan(position_[v], size_[v]); }
    uint32_t subtreeSize(Node v) const { return size_[v]; }
    /// Leaves of the spanning tree below v, 1 for one of them: the room that a layout gives.
    uint32_t leaves(Node v) const { return leaves_[v]; }
    /// Nodes of v's subtree without a child in the hierarchy: the number to tell. A node whose children all
    /// stand under other parents is a leaf of the tree, but not of the hierarchy.
    uint32_t hierarchyLeaves(Node v) const { return hierarchyLeaves_[v]; }
    int depth(Node v) const { return depth_[v]; }
    /// The node at that depth on the way from the root to v; v itself where it is not deeper.
    Node ancestorAt(Node v, int depth) const;
    bool isBelow(Node v, Node ancestor) const {  ///< v == ancestor counts
        return position_[v] - position_[ancestor] < size_[ancestor];
    }
    /// Root first, v last.
    std::vector<Node> path(Node v) const;
    Node lowestCommonAncestor(Node u, Node v) const;  ///< `none` under different roots
    int maxDepth() const { return maxDepth_; }

private:
    std::vector<Node> parent_, preorder_, childStart_, children_;
    std::vector<uint32_t> position_, size_, leaves_, hierarchyLeaves_;
    std::vector<int> depth_;
    int maxDepth_ = 0;
};

}  // namespace horo
