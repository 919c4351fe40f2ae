#include "core/hierarchy/single_parent.h"

#include <algorithm>

namespace horo {

std::shared_ptr<const Hierarchy> withSingleParents(const Hierarchy& hierarchy, KeptParent kept) {
    std::vector<int> longest(hierarchy.size(), 0);  // edges on the longest way from a root
    for (const Node v : hierarchy.topologicalOrder())
        for (const Node parent : hierarchy.parents(v))
            longest[v] = std::max(longest[v], longest[parent] + 1);
    const auto better = [&](Node a, Node b) {
        if (kept == KeptParent::Shallowest) return hierarchy.depth(a) < hierarchy.depth(b);
        if (kept == KeptParent::Fewest) return hierarchy.children(a).size() < hierarchy.children(b).size();
        return kept == KeptParent::Deepest && longest[a] > longest[b];
    };
    std::vector<Node> parent(hierarchy.size());
    for (Node v = 0; v < hierarchy.size(); ++v) {
        if (hierarchy.isRoot(v)) continue;
        parent[v] = hierarchy.parents(v).front();
        for (const Node other : hierarchy.parents(v))
            if (better(other, parent[v])) parent[v] = other;
    }
    std::vector<Hierarchy::Edge> edges;
    for (Node v = 0; v < hierarchy.size(); ++v)
        for (const Node child : hierarchy.children(v))
            if (parent[child] == v) edges.push_back({v, child});
    return Hierarchy::create(hierarchy.items(), std::move(edges), hierarchy.texts()).value();
}

}  // namespace horo
