#include "views/tangle/OrderedTree.h"

#include <algorithm>

namespace horo::views {

OrderedTree::OrderedTree(std::shared_ptr<const HierarchyLook> look, const std::vector<uint32_t>& rank)
    : look_(std::move(look)) {
    const auto size = hierarchy().size();
    children_.reserve(size);
    start_.reserve(size + 2);
    const auto add = [&](std::span<const Node> nodes) {
        start_.push_back(static_cast<uint32_t>(children_.size()));
        children_.insert(children_.end(), nodes.begin(), nodes.end());
        if (rank.size() == size)
            std::stable_sort(children_.begin() + start_.back(), children_.end(),
                             [&](Node v, Node w) { return rank[v] < rank[w]; });
    };
    for (Node v = 0; v < size; ++v)
        add(tree().children(v));
    add(hierarchy().roots());
    start_.push_back(static_cast<uint32_t>(children_.size()));

    height_.assign(size + 1, 0);
    const auto nodes = tree().preorder();
    for (size_t i = nodes.size(); i-- > 0;) {
        const Node above = tree().parent(nodes[i]);
        int& height = height_[above == whole ? size : above];
        height = std::max(height, height_[nodes[i]] + 1);
    }
    for (const Node root : hierarchy().roots())
        leaves_ += tree().leaves(root);
}

std::vector<Node> OrderedTree::preorder() const {
    std::vector<Node> order, open;
    order.reserve(hierarchy().size());
    const auto push = [&](std::span<const Node> nodes) {
        open.insert(open.end(), nodes.rbegin(), nodes.rend());
    };
    push(children(whole));
    while (!open.empty()) {
        order.push_back(open.back());
        open.pop_back();
        push(children(order.back()));
    }
    return order;
}

}  // namespace horo::views
