#include "views/drawing/DrawnTree.h"

#include <algorithm>
#include <cmath>

namespace horo::views {

namespace {

/// Sums of the subtrees, or nothing where everything is nothing.
std::vector<double> subtreeSums(const SpanningTree& tree, const std::vector<double>& weights) {
    std::vector<double> sums(tree.preorder().size(), 0);
    double all = 0;
    const auto preorder = tree.preorder();
    for (size_t i = preorder.size(); i-- > 0;) {
        const Node v = preorder[i];
        const double own = v < weights.size() && std::isfinite(weights[v]) ? std::max(weights[v], 0.0) : 0;
        sums[v] += own;
        all += own;
        if (tree.parent(v) != SpanningTree::none) sums[tree.parent(v)] += sums[v];
    }
    return all > 0 && std::isfinite(all) ? sums : std::vector<double>();
}

}  // namespace

DrawnTree::DrawnTree(std::shared_ptr<const HierarchyLook> look, std::vector<double> weights)
    : look_(std::move(look)) {
    const SpanningTree& tree = this->tree();
    std::vector<double> sums = subtreeSums(tree, weights);
    if (sums.empty()) {
        sums.resize(hierarchy().size());
        for (Node v = 0; v < sums.size(); ++v)
            sums[v] = tree.leaves(v);
    }
    double all = 0;
    for (const Node root : hierarchy().roots())
        all += sums[root];
    share_.resize(sums.size()), start_.resize(sums.size()), height_.assign(sums.size(), 0);
    double next = 0;
    std::vector<double> place(sums.size());  // where the next child of a node begins
    for (const Node v : tree.preorder()) {
        double& from = tree.parent(v) == SpanningTree::none ? next : place[tree.parent(v)];
        share_[v] = sums[v] / all;
        start_[v] = place[v] = from;
        from += share_[v];
    }
    const auto preorder = tree.preorder();
    for (size_t i = preorder.size(); i-- > 0;) {
        const Node v = preorder[i];
        int& above = tree.parent(v) == SpanningTree::none ? wholeHeight_ : height_[tree.parent(v)];
        above = std::max(above, height_[v] + 1);
    }
}

std::vector<double> equalWeights(const SpanningTree& tree) {
    std::vector<double> share(tree.preorder().size(), 1), weights(share.size(), 0);
    for (const Node v : tree.preorder()) {
        const auto children = tree.children(v);
        if (children.empty()) weights[v] = share[v];
        for (const Node child : children)
            share[child] = share[v] / static_cast<double>(children.size());
    }
    return weights;
}

}  // namespace horo::views
