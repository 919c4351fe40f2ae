#include "core/hierarchy/edit.h"

#include <algorithm>
#include <functional>
#include <queue>
#include <unordered_set>

#include "core/hierarchy/spanning_tree.h"

namespace horo {

namespace {

using Edge = Hierarchy::Edge;

/// All edges in an order that has both the children of each node and the parents of each node in theirs.
/// There is one: the order that the hierarchy was made from.
std::vector<Edge> orderedEdges(const Hierarchy& h) {
    const std::vector<Edge> edges = h.edges();  // by parent, children in order
    constexpr uint32_t none = ~uint32_t{0};
    std::vector<uint32_t> nextOfParent(edges.size(), none), nextOfChild(edges.size(), none);
    std::vector<uint8_t> waits(edges.size(), 0);
    std::vector<size_t> start(h.size() + 1, 0);
    for (Node v = 0; v < h.size(); ++v)
        start[v + 1] = start[v] + h.children(v).size();
    for (Node v = 0; v < h.size(); ++v) {
        for (size_t e = start[v]; e + 1 < start[v + 1]; ++e)
            nextOfParent[e] = static_cast<uint32_t>(e + 1), ++waits[e + 1];
        uint32_t last = none;
        if (h.parents(v).size() < 2) continue;
        for (const Node parent : h.parents(v)) {
            const auto below = h.children(parent);
            const auto e = static_cast<uint32_t>(
                start[parent] + static_cast<size_t>(std::ranges::find(below, v) - below.begin()));
            if (last != none) nextOfChild[last] = e, ++waits[e];
            last = e;
        }
    }
    std::priority_queue<uint32_t, std::vector<uint32_t>, std::greater<>> ready;
    for (uint32_t e = 0; e < edges.size(); ++e)
        if (waits[e] == 0) ready.push(e);
    std::vector<Edge> ordered;
    ordered.reserve(edges.size());
    while (!ready.empty()) {
        const uint32_t e = ready.top();
        ready.pop();
        ordered.push_back(edges[e]);
        for (const uint32_t next : {nextOfParent[e], nextOfChild[e]})
            if (next != none && --waits[next] == 0) ready.push(next);
    }
    return ordered;
}

/// The nodes that stay, with these edges (between nodes that stay, by their old numbers).
HierarchyPointer assemble(const Hierarchy& h, const std::vector<bool>& stays,
                          const std::vector<Edge>& edges) {
    std::vector<Node> number(h.size());
    std::vector<std::string> names;
    Hierarchy::Texts texts;
    for (Node v = 0; v < h.size(); ++v) {
        if (!stays[v]) continue;
        number[v] = static_cast<Node>(names.size());
        names.push_back(h.name(v));
        if (!h.texts().labels.empty()) texts.labels.push_back(h.texts().labels[v]);
        if (!h.texts().glosses.empty()) texts.glosses.push_back(h.texts().glosses[v]);
        if (!h.texts().aliases.empty()) texts.aliases.push_back(h.texts().aliases[v]);
    }
    std::vector<Edge> renumbered;
    std::unordered_set<uint64_t> seen;
    for (const Edge& edge : edges)
        if (seen.insert(uint64_t{edge.parent} << 32 | edge.child).second)
            renumbered.push_back({number[edge.parent], number[edge.child]});
    auto items = names.size() == h.size() ? h.items() : *Items::create(std::move(names), h.items()->space());
    return *Hierarchy::create(std::move(items), std::move(renumbered), std::move(texts));
}

HierarchyPointer induced(const Hierarchy& h, const std::vector<bool>& stays) {
    std::vector<Edge> edges = orderedEdges(h);
    std::erase_if(edges, [&](const Edge& edge) { return !stays[edge.parent] || !stays[edge.child]; });
    return assemble(h, stays, edges);
}

/// All that can be reached from v, v too, by going to the nodes that `next` gives.
template <class Next>
std::vector<bool> reached(const Hierarchy& h, Node v, Next next) {
    std::vector<bool> seen(h.size());
    std::vector<Node> open{v};
    seen[v] = true;
    while (!open.empty()) {
        const Node u = open.back();
        open.pop_back();
        for (const Node w : next(u))
            if (!seen[w]) {
                seen[w] = true;
                open.push_back(w);
            }
    }
    return seen;
}

}  // namespace

HierarchyPointer rerooted(const Hierarchy& h, Node root) {
    // Nothing but an ancestor leads to an ancestor, so no cycle can close over the turned edges.
    const auto above = reached(h, root, [&](Node v) { return h.parents(v); });
    std::vector<Edge> edges, turned;
    for (const Edge& edge : orderedEdges(h))
        if (above[edge.parent] && above[edge.child])
            turned.push_back({edge.child, edge.parent});
        else
            edges.push_back(edge);
    edges.insert(edges.end(), turned.begin(), turned.end());
    return assemble(h, std::vector<bool>(h.size(), true), edges);
}

HierarchyPointer subtreeOf(const Hierarchy& h, Node top) {
    return induced(h, reached(h, top, [&](Node v) { return h.children(v); }));
}

HierarchyPointer cutBelow(const Hierarchy& h, int depth) {
    std::vector<bool> stays(h.size());
    for (Node v = 0; v < h.size(); ++v)
        stays[v] = h.depth(v) <= depth;
    return induced(h, stays);
}

HierarchyPointer contracted(const Hierarchy& h, const std::vector<bool>& remove) {
    // What stands in the place of a node that goes: the nearest nodes below that stay, in order, each once.
    std::vector<std::vector<Node>> instead(h.size());
    const auto order = h.topologicalOrder();
    for (size_t i = order.size(); i-- > 0;) {
        const Node v = order[i];
        if (!remove[v]) continue;
        std::unordered_set<Node> seen;
        const auto add = [&](Node w) {
            if (seen.insert(w).second) instead[v].push_back(w);
        };
        for (const Node child : h.children(v))
            if (remove[child])
                std::ranges::for_each(instead[child], add);
            else
                add(child);
    }
    std::vector<Edge> edges;
    for (const Edge& edge : orderedEdges(h)) {
        if (remove[edge.parent]) continue;
        if (!remove[edge.child]) {
            edges.push_back(edge);
            continue;
        }
        for (const Node w : instead[edge.child])
            edges.push_back({edge.parent, w});
    }
    std::vector<bool> stays(remove);
    stays.flip();
    return assemble(h, stays, edges);
}

HierarchyPointer collapsedLevel(const Hierarchy& h, int level) {
    std::vector<bool> remove(h.size());
    for (Node v = 0; v < h.size(); ++v)
        remove[v] = h.depth(v) == level && !h.isLeaf(v);
    return contracted(h, remove);
}

HierarchyPointer mergedChains(const Hierarchy& h) {
    HierarchyPointer merged;
    while (true) {
        const Hierarchy& now = merged ? *merged : h;
        std::vector<bool> remove(now.size());
        bool any = false;
        for (Node v = 0; v < now.size(); ++v) {
            remove[v] = now.children(v).size() == 1 && now.parents(v).size() == 1;
            any |= remove[v];
        }
        if (!any) return merged ? merged : induced(h, std::vector<bool>(h.size(), true));
        merged = contracted(now, remove);
    }
}

HierarchyPointer sortedChildren(const Hierarchy& h, SiblingOrder order) {
    const SpanningTree tree(h);
    std::vector<Node> byOrder(h.size());
    for (Node v = 0; v < h.size(); ++v)
        byOrder[v] = v;
    std::ranges::sort(byOrder, [&](Node a, Node b) {
        if (order == SiblingOrder::Leaves && tree.leaves(a) != tree.leaves(b))
            return tree.leaves(a) > tree.leaves(b);
        return h.name(a) < h.name(b);
    });
    std::vector<Node> place(h.size());
    for (Node i = 0; i < h.size(); ++i)
        place[byOrder[i]] = i;
    std::vector<Edge> edges = orderedEdges(h);
    std::ranges::stable_sort(edges, {}, [&](const Edge& edge) { return place[edge.child]; });
    return assemble(h, std::vector<bool>(h.size(), true), edges);
}

}  // namespace horo
