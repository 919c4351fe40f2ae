#include "core/classifiers/class_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace horo {

ClassTree::ClassTree(std::shared_ptr<const Hierarchy> hierarchy)
    : hierarchy_(std::move(hierarchy)), tree_(*hierarchy_), height_(size(), 0), information_(size()) {
    const auto order = tree_.preorder();
    for (size_t i = order.size(); i-- > 0;) {
        const Node v = order[i], parent = tree_.parent(v);
        if (parent != SpanningTree::none) height_[parent] = std::max(height_[parent], height_[v] + 1);
        information_[v] = std::log2(static_cast<double>(tree_.leaves(root())) / tree_.leaves(v));
    }
    if (const size_t several = hierarchy_->multiParentCount(); several > 0)
        warnings_.push_back(fmt::format(
            "{} nodes have several parents and count below their first one of least depth", several));
}

Result<ClassTree> ClassTree::create(std::shared_ptr<const Hierarchy> hierarchy) {
    if (hierarchy->roots().size() != 1)
        return inputError(fmt::format("the hierarchy has {} roots", hierarchy->roots().size()),
                          "give a tree with one root above all classes");
    return ClassTree(std::move(hierarchy));
}

std::vector<Node> ClassTree::ancestors(Node v, bool root) const {
    auto path = tree_.path(v);
    if (!root) path.erase(path.begin());
    return path;
}

int ClassTree::distance(Node u, Node v) const {
    return depth(u) + depth(v) - 2 * depth(tree_.lowestCommonAncestor(u, v));
}

int ClassTree::lcaHeight(Node u, Node v) const {
    return height_[tree_.lowestCommonAncestor(u, v)];
}

double ClassTree::wuPalmer(Node u, Node v) const {
    if (u == v) return 1;
    return 2.0 * depth(tree_.lowestCommonAncestor(u, v)) / (depth(u) + depth(v));
}

double ClassTree::lin(Node u, Node v) const {
    if (u == v) return 1;
    const double both = information_[u] + information_[v];
    return both > 0 ? 2 * information_[tree_.lowestCommonAncestor(u, v)] / both : 0;
}

}  // namespace horo
