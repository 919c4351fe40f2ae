#include "core/hierarchy/spanning_tree.h"

#include <algorithm>

namespace horo {

SpanningTree::SpanningTree(const Hierarchy& hierarchy) {
    const size_t nodes = hierarchy.size();
    parent_.assign(nodes, none);
    for (Node v = 0; v < nodes; ++v)
        for (const Node parent : hierarchy.parents(v))
            if (parent_[v] == none || hierarchy.depth(parent) < hierarchy.depth(parent_[v]))
                parent_[v] = parent;

    childStart_.assign(nodes + 1, 0);
    for (Node v = 0; v < nodes; ++v)
        if (parent_[v] != none) ++childStart_[parent_[v] + 1];
    for (size_t v = 0; v < nodes; ++v)
        childStart_[v + 1] += childStart_[v];
    children_.resize(childStart_.back());
    std::vector<Node> next(childStart_.begin(), childStart_.end() - 1);
    for (const Node v : hierarchy.topologicalOrder())
        for (const Node child : hierarchy.children(v))
            if (parent_[child] == v) children_[next[v]++] = child;

    preorder_.reserve(nodes);
    position_.assign(nodes, 0);
    depth_.assign(nodes, 0);
    std::vector<Node> open(hierarchy.roots().rbegin(), hierarchy.roots().rend());
    while (!open.empty()) {
        const Node v = open.back();
        open.pop_back();
        position_[v] = static_cast<uint32_t>(preorder_.size());
        preorder_.push_back(v);
        if (parent_[v] != none) depth_[v] = depth_[parent_[v]] + 1;
        maxDepth_ = std::max(maxDepth_, depth_[v]);
        const auto below = children(v);
        open.insert(open.end(), below.rbegin(), below.rend());
    }

    size_.assign(nodes, 1);
    leaves_.assign(nodes, 0);
    hierarchyLeaves_.assign(nodes, 0);
    for (size_t i = nodes; i-- > 0;) {
        const Node v = preorder_[i];
        if (children(v).empty()) leaves_[v] = 1;
        if (hierarchy.isLeaf(v)) hierarchyLeaves_[v] = 1;
        if (parent_[v] == none) continue;
        size_[parent_[v]] += size_[v];
        leaves_[parent_[v]] += leaves_[v];
        hierarchyLeaves_[parent_[v]] += hierarchyLeaves_[v];
    }
}

std::span<const Node> SpanningTree::children(Node v) const {
    return {children_.data() + childStart_[v], children_.data() + childStart_[v + 1]};
}

Node SpanningTree::ancestorAt(Node v, int depth) const {
    while (depth_[v] > depth)
        v = parent_[v];
    return v;
}

std::vector<Node> SpanningTree::path(Node v) const {
    std::vector<Node> up;
    for (; v != none; v = parent_[v])
        up.push_back(v);
    std::reverse(up.begin(), up.end());
    return up;
}

Node SpanningTree::lowestCommonAncestor(Node u, Node v) const {
    while (u != none && !isBelow(v, u))
        u = parent_[u];
    return u;
}

}  // namespace horo
