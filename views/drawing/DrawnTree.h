// A tree with the share of the whole that each node gets when it is drawn.
#pragma once

#include <memory>
#include <vector>

#include "views/workspace/HierarchyLook.h"

namespace horo::views {

/// Immutable. The roots of a forest stand beside each other below `whole`.
class DrawnTree {
public:
    static constexpr Node whole = SpanningTree::none;

    /// `weights`: what each node itself weighs, without what is below it; what is negative or not finite
    /// counts as nothing. Empty, or nothing in sum: 1 for each leaf of the spanning tree.
    explicit DrawnTree(std::shared_ptr<const HierarchyLook> look, std::vector<double> weights = {});

    const HierarchyLook& look() const { return *look_; }
    const Hierarchy& hierarchy() const { return look_->hierarchy(); }
    const SpanningTree& tree() const { return look_->tree(); }

    /// Share of the subtree, 0 to 1, and where it begins; `whole` has everything.
    double share(Node v) const { return v == whole ? 1 : share_[v]; }
    double start(Node v) const { return v == whole ? 0 : start_[v]; }
    /// Levels below a node, 0 for a leaf of the spanning tree.
    int height(Node v) const { return v == whole ? wholeHeight_ : height_[v]; }
    std::span<const Node> children(Node v) const {
        return v == whole ? hierarchy().roots() : tree().children(v);
    }
    /// The node above, `whole` above a root.
    Node parent(Node v) const { return v == whole ? whole : tree().parent(v); }
    uint32_t subtreeSize(Node v) const {
        return v == whole ? static_cast<uint32_t>(hierarchy().size()) : tree().subtreeSize(v);
    }
    /// Where a view begins: the single root, or `whole`.
    Node top() const { return hierarchy().roots().size() == 1 ? hierarchy().roots().front() : whole; }

private:
    std::shared_ptr<const HierarchyLook> look_;
    std::vector<double> share_, start_;
    std::vector<int> height_;
    int wholeHeight_ = 0;
};

/// Weights of DrawnTree that give the children of a node equal shares.
std::vector<double> equalWeights(const SpanningTree& tree);

}  // namespace horo::views
