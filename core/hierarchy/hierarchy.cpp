#include "core/hierarchy/hierarchy.h"

#include <algorithm>

namespace horo {

namespace {

/// Compressed rows: `start[v]` to `start[v + 1]` are the entries of v, in the order of the edges.
void compress(size_t nodes, const std::vector<Hierarchy::Edge>& edges, Node Hierarchy::Edge::*key,
              Node Hierarchy::Edge::*entry, std::vector<uint32_t>& start, std::vector<Node>& entries) {
    start.assign(nodes + 1, 0);
    for (const auto& edge : edges)
        ++start[edge.*key + 1];
    for (size_t v = 0; v < nodes; ++v)
        start[v + 1] += start[v];
    entries.resize(edges.size());
    std::vector<uint32_t> next(start.begin(), start.end() - 1);
    for (const auto& edge : edges)
        entries[next[edge.*key]++] = edge.*entry;
}

/// Keeps the first of equal edges and drops self edges; says how many went and names one.
void clean(std::vector<Hierarchy::Edge>& edges, const Items& items, std::vector<std::string>& warnings) {
    std::vector<uint32_t> byValue(edges.size());
    for (uint32_t i = 0; i < byValue.size(); ++i)
        byValue[i] = i;
    std::stable_sort(byValue.begin(), byValue.end(),
                     [&](uint32_t a, uint32_t b) { return edges[a] < edges[b]; });
    std::vector<bool> drop(edges.size());
    size_t duplicates = 0, selves = 0;
    std::string duplicate, self;
    for (size_t i = 0; i < byValue.size(); ++i) {
        const auto& edge = edges[byValue[i]];
        if (edge.parent == edge.child) {
            drop[byValue[i]] = true;
            if (selves++ == 0) self = items.name(edge.child);
        } else if (i > 0 && edges[byValue[i - 1]] == edge) {
            drop[byValue[i]] = true;
            if (duplicates++ == 0) duplicate = items.name(edge.parent) + " > " + items.name(edge.child);
        }
    }
    if (selves + duplicates == 0) return;
    size_t kept = 0;
    for (size_t i = 0; i < edges.size(); ++i)
        if (!drop[i]) edges[kept++] = edges[i];
    edges.resize(kept);
    if (selves)
        warnings.push_back(std::to_string(selves) +
                           (selves == 1 ? " self edge dropped (" : " self edges dropped (first: ") + self +
                           ")");
    if (duplicates)
        warnings.push_back(
            std::to_string(duplicates) +
            (duplicates == 1 ? " duplicate edge counted once (" : " duplicate edges counted once (first: ") +
            duplicate + ")");
}

/// Names the nodes of one cycle among the nodes that topological sorting could not place.
std::string describeCycle(const Hierarchy& h, const std::vector<uint32_t>& openParents) {
    Node v = 0;
    while (openParents[v] == 0)
        ++v;
    std::vector<uint32_t> visitedAt(h.size(), 0);
    std::vector<Node> walk;
    // Every unplaced node has an unplaced parent, so walking up must come back to where it was.
    while (visitedAt[v] == 0) {
        walk.push_back(v);
        visitedAt[v] = static_cast<uint32_t>(walk.size());
        for (const Node parent : h.parents(v))
            if (openParents[parent] > 0) {
                v = parent;
                break;
            }
    }
    std::vector<Node> cycle(walk.begin() + visitedAt[v] - 1, walk.end());
    std::reverse(cycle.begin(), cycle.end());  // parent before child
    std::string text;
    constexpr size_t shown = 12;
    for (size_t i = 0; i < std::min(cycle.size(), shown); ++i)
        text += h.name(cycle[i]) + " > ";
    if (cycle.size() > shown) text += "... (" + std::to_string(cycle.size()) + " nodes) > ";
    return text + h.name(cycle.front());
}

}  // namespace

const std::string& Hierarchy::gloss(Node v) const {
    static const std::string none;
    return texts_.glosses.empty() ? none : texts_.glosses[v];
}

std::vector<Hierarchy::Edge> Hierarchy::edges() const {
    std::vector<Edge> all;
    all.reserve(edgeCount());
    for (Node v = 0; v < size(); ++v)
        for (const Node child : children(v))
            all.push_back({v, child});
    return all;
}

Result<std::shared_ptr<const Hierarchy>> Hierarchy::create(std::shared_ptr<const Items> items,
                                                           std::vector<Edge> edges, Texts texts,
                                                           std::vector<std::string> warnings) {
    std::shared_ptr<Hierarchy> h(new Hierarchy);
    h->items_ = std::move(items);
    h->texts_ = std::move(texts);
    h->warnings_ = std::move(warnings);
    const size_t nodes = h->size();
    if (nodes == 0) return inputError("there is no node in it", "give at least one parent and child");
    for (const auto& edge : edges)
        if (edge.parent >= nodes || edge.child >= nodes)
            return inputError("an edge names node number " +
                                  std::to_string(std::max(edge.parent, edge.child)) + " of " +
                                  std::to_string(nodes),
                              "the file is damaged: make it again");
    clean(edges, *h->items_, h->warnings_);
    compress(nodes, edges, &Edge::parent, &Edge::child, h->childStart_, h->children_);
    compress(nodes, edges, &Edge::child, &Edge::parent, h->parentStart_, h->parents_);

    std::vector<uint32_t> openParents(nodes);
    for (Node v = 0; v < nodes; ++v) {
        openParents[v] = h->parentStart_[v + 1] - h->parentStart_[v];
        if (h->isRoot(v)) h->roots_.push_back(v);
        if (h->isLeaf(v)) ++h->leafCount_;
        if (openParents[v] > 1) ++h->multiParentCount_;
    }
    h->order_ = h->roots_;
    h->order_.reserve(nodes);
    for (size_t i = 0; i < h->order_.size(); ++i)
        for (const Node child : h->children(h->order_[i]))
            if (--openParents[child] == 0) h->order_.push_back(child);
    if (h->order_.size() < nodes)
        return inputError("these nodes form a cycle: " + describeCycle(*h, openParents),
                          "remove one of these edges: a hierarchy cannot contain its own ancestor");

    h->depth_.assign(nodes, 0);
    h->height_.assign(nodes, 0);
    for (const Node v : h->order_) {
        if (h->isRoot(v)) continue;
        int least = h->depth_[h->parents(v)[0]];
        for (const Node parent : h->parents(v))
            least = std::min(least, h->depth_[parent]);
        h->depth_[v] = least + 1;
    }
    for (size_t i = nodes; i-- > 0;) {
        const Node v = h->order_[i];
        for (const Node child : h->children(v))
            h->height_[v] = std::max(h->height_[v], h->height_[child] + 1);
        h->maxDepth_ = std::max(h->maxDepth_, h->height_[v]);
    }
    return std::shared_ptr<const Hierarchy>(std::move(h));
}

}  // namespace horo
