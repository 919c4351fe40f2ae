#include "core/io/outline.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace horo {

namespace {

constexpr size_t namesOfCycle = 12;

/// The children of each node as indices of edges, without self edges and repeats.
struct Adjacency {
    std::vector<uint32_t> start, edge;
};

void note(Found& found, const std::string& what) {
    if (found.count++ < Outline::shown) found.first.push_back(what);
}

std::string atLine(const HierarchyDraft& draft, size_t edge) {
    const size_t line = draft.edgeLines.empty() ? 0 : draft.edgeLines[edge];
    return line == 0 ? "" : fmt::format(" (line {})", line);
}

Adjacency adjacencyOf(const HierarchyDraft& draft, Outline& outline) {
    const auto& edges = draft.edges;
    std::vector<uint32_t> order(edges.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::stable_sort(order, {}, [&](uint32_t i) { return edges[i]; });
    Adjacency adjacency;
    adjacency.start.assign(draft.names.size() + 1, 0);
    std::vector<uint32_t> again;
    for (size_t i = 0; i < order.size(); ++i) {
        const auto& edge = edges[order[i]];
        if (edge.parent == edge.child)
            note(outline.selfEdges, draft.names[edge.child] + atLine(draft, order[i]));
        else if (i > 0 && edges[order[i - 1]] == edge)
            again.push_back(order[i]);
        else
            adjacency.edge.push_back(order[i]), ++adjacency.start[edge.parent + 1];
    }
    std::ranges::sort(again);
    for (const uint32_t i : again)
        note(outline.duplicateEdges,
             draft.names[edges[i].parent] + " > " + draft.names[edges[i].child] + atLine(draft, i));
    std::partial_sum(adjacency.start.begin(), adjacency.start.end(), adjacency.start.begin());
    return adjacency;
}

/// Knots of nodes that reach each other (Tarjan 1972), without recursion: the number of the knot of each node
/// that is in one with others, else 0.
std::vector<uint32_t> knotsOf(const HierarchyDraft& draft, const Adjacency& adjacency) {
    const size_t nodes = draft.names.size();
    std::vector<uint32_t> knot(nodes, 0), index(nodes, 0), low(nodes, 0), next(nodes, 0);
    std::vector<bool> isOpen(nodes, false);
    std::vector<Node> path, open;
    uint32_t visited = 0, knots = 0;
    for (Node root = 0; root < nodes; ++root) {
        if (index[root] == 0) path.push_back(root);
        while (!path.empty()) {
            const Node v = path.back();
            if (index[v] == 0) {
                index[v] = low[v] = ++visited;
                next[v] = adjacency.start[v];
                open.push_back(v);
                isOpen[v] = true;
            }
            bool deeper = false;
            while (next[v] < adjacency.start[v + 1] && !deeper) {
                const Node child = draft.edges[adjacency.edge[next[v]]].child;
                deeper = index[child] == 0;
                if (deeper)
                    path.push_back(child);
                else
                    ++next[v];
                if (!deeper && isOpen[child]) low[v] = std::min(low[v], low[child]);
            }
            if (deeper) continue;
            path.pop_back();
            if (low[v] != index[v]) continue;
            const bool alone = open.back() == v;
            if (!alone) ++knots;
            for (Node member = v + 1; member != v;) {
                member = open.back();
                open.pop_back();
                isOpen[member] = false;
                knot[member] = alone ? 0 : knots;
            }
        }
    }
    return knot;
}

/// Walks down inside the knot until a node comes again.
std::string describeCycle(const HierarchyDraft& draft, const Adjacency& adjacency,
                          const std::vector<uint32_t>& knot, Node v, std::vector<uint32_t>& seenAt,
                          size_t& line) {
    std::vector<uint32_t> walk;  // edges
    const uint32_t number = knot[v];
    while (seenAt[v] == 0) {
        uint32_t at = adjacency.start[v];
        while (knot[draft.edges[adjacency.edge[at]].child] != number)
            ++at;
        walk.push_back(adjacency.edge[at]);
        seenAt[v] = static_cast<uint32_t>(walk.size());
        v = draft.edges[walk.back()].child;
    }
    walk.erase(walk.begin(), walk.begin() + (seenAt[v] - 1));
    std::string text;
    for (size_t i = 0; i < std::min(walk.size(), namesOfCycle); ++i)
        text += draft.names[draft.edges[walk[i]].parent] + " > ";
    if (walk.size() > namesOfCycle) text += fmt::format("... ({} nodes) > ", walk.size());
    line = draft.edgeLines.empty() ? 0 : draft.edgeLines[walk.back()];
    return text + draft.names[v] + atLine(draft, walk.back());
}

void noteCycles(const HierarchyDraft& draft, const Adjacency& adjacency, const std::vector<uint32_t>& knot,
                Outline& outline) {
    std::vector<uint32_t> seenAt(draft.names.size(), 0);
    std::vector<bool> told;
    for (Node v = 0; v < knot.size(); ++v) {
        if (knot[v] == 0) continue;
        told.resize(std::max<size_t>(told.size(), knot[v] + 1), false);
        if (told[knot[v]]) continue;
        told[knot[v]] = true;
        size_t line = 0;
        if (outline.cycles.count < Outline::shown)
            note(outline.cycles, describeCycle(draft, adjacency, knot, v, seenAt, line));
        else
            ++outline.cycles.count;
        if (outline.cycles.count == 1) outline.cycleLine = line;
    }
}

/// Longest path in edges, of a graph without cycles.
int longestPath(const HierarchyDraft& draft, const Adjacency& adjacency, std::vector<uint32_t> parents) {
    std::vector<int> depth(parents.size(), 0);
    std::vector<Node> order;
    for (Node v = 0; v < parents.size(); ++v)
        if (parents[v] == 0) order.push_back(v);
    int longest = 0;
    for (size_t i = 0; i < order.size(); ++i)
        for (uint32_t at = adjacency.start[order[i]]; at < adjacency.start[order[i] + 1]; ++at) {
            const Node child = draft.edges[adjacency.edge[at]].child;
            depth[child] = std::max(depth[child], depth[order[i]] + 1);
            longest = std::max(longest, depth[child]);
            if (--parents[child] == 0) order.push_back(child);
        }
    return longest;
}

}  // namespace

Outline outlineOf(const HierarchyDraft& draft) {
    Outline outline;
    const Adjacency adjacency = adjacencyOf(draft, outline);
    outline.nodes = draft.names.size();
    outline.edges = adjacency.edge.size();
    std::vector<uint32_t> parents(outline.nodes, 0);
    for (const uint32_t i : adjacency.edge)
        ++parents[draft.edges[i].child];
    for (Node v = 0; v < outline.nodes; ++v) {
        const bool isLeaf = adjacency.start[v] == adjacency.start[v + 1];
        outline.leaves += isLeaf;
        if (parents[v] == 0) note(outline.roots, draft.names[v]);
        if (parents[v] == 0 && isLeaf) note(outline.orphans, draft.names[v]);
        if (parents[v] > 1) note(outline.severalParents, draft.names[v]);
    }
    noteCycles(draft, adjacency, knotsOf(draft, adjacency), outline);
    if (outline.cycles.count == 0) outline.maxDepth = longestPath(draft, adjacency, std::move(parents));
    return outline;
}

}  // namespace horo
