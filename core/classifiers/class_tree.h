// The tree that classes form, and how far two of its nodes are apart.
#pragma once

#include <memory>
#include <vector>

#include "core/hierarchy/spanning_tree.h"

namespace horo {

/// A hierarchy with one root, each node under its primary parent. Depths and heights count edges.
class HOROCYCLE_EXPORT ClassTree {
public:
    /// Error: several roots. Nodes with several parents are a warning.
    static Result<ClassTree> create(std::shared_ptr<const Hierarchy> hierarchy);

    size_t size() const { return hierarchy_->size(); }
    const Hierarchy& hierarchy() const { return *hierarchy_; }
    const SpanningTree& tree() const { return tree_; }
    const std::string& name(Node v) const { return hierarchy_->name(v); }
    Node root() const { return tree_.preorder().front(); }
    bool isLeaf(Node v) const { return tree_.subtreeSize(v) == 1; }
    int depth(Node v) const { return tree_.depth(v); }
    int height(Node v) const { return height_[v]; }  ///< longest way down
    /// In bits, of equally likely leaves: log2(leaves / leaves below v).
    double information(Node v) const { return information_[v]; }
    const std::vector<std::string>& warnings() const { return warnings_; }

    /// v and all above it, the root first; without the root unless `root`.
    std::vector<Node> ancestors(Node v, bool root) const;
    int distance(Node u, Node v) const;     ///< edges between them
    int lcaHeight(Node u, Node v) const;    ///< height of the lowest common ancestor (Bertinetto et al. 2020)
    double wuPalmer(Node u, Node v) const;  ///< 2 d(lca) / (d(u) + d(v)), d(root) = 0; 1 where u = v
    double lin(Node u, Node v) const;       ///< 2 I(lca) / (I(u) + I(v)); 1 where u = v

private:
    explicit ClassTree(std::shared_ptr<const Hierarchy> hierarchy);

    std::shared_ptr<const Hierarchy> hierarchy_;
    SpanningTree tree_;
    std::vector<int> height_;
    std::vector<double> information_;
    std::vector<std::string> warnings_;
};

}  // namespace horo
