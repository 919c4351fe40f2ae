#include "core/hierarchy/split.h"

#include <algorithm>
#include <cmath>

#include "core/base/random.h"

namespace horo {

namespace {

/// Whether the edge belongs to the transitive reduction: no other parent of v stands below `ancestor`.
bool isBasic(const Hierarchy& hierarchy, const Closure& closure, Node ancestor, Node v) {
    bool parent = false;
    for (const Node other : hierarchy.parents(v)) {
        if (other == ancestor)
            parent = true;
        else if (closure.isAncestor(ancestor, other))
            return false;
    }
    return parent;
}

/// Moves `count` edges, drawn without replacement, to the front.
void draw(std::vector<Hierarchy::Edge>& edges, size_t count, Random& random) {
    for (size_t i = 0; i < count; ++i)
        std::swap(edges[i], edges[i + random.below(static_cast<uint32_t>(edges.size() - i))]);
}

bool byChild(const Hierarchy::Edge& a, const Hierarchy::Edge& b) {
    return a.child != b.child ? a.child < b.child : a.parent < b.parent;
}

}  // namespace

ClosureSplit splitClosure(const Hierarchy& hierarchy, const Closure& closure, double share, uint64_t seed) {
    std::vector<Hierarchy::Edge> basic, transitive;
    for (Node v = 0; v < hierarchy.size(); ++v)
        for (const Node ancestor : closure.ancestors(v))
            (isBasic(hierarchy, closure, ancestor, v) ? basic : transitive).push_back({ancestor, v});
    const size_t count = static_cast<size_t>(std::llround(share * static_cast<double>(closure.pairCount())));
    Random random(seed);
    ClosureSplit split;
    split.transitive = transitive.size();
    split.basicHeldOut = count > transitive.size() ? count - transitive.size() : 0;
    const auto take = [&](std::vector<Hierarchy::Edge>& edges, size_t held) {
        draw(edges, held, random);
        const auto border = edges.begin() + static_cast<ptrdiff_t>(held);
        split.heldOut.insert(split.heldOut.end(), edges.begin(), border);
        std::sort(border, edges.end());
        split.train.insert(split.train.end(), border, edges.end());
    };
    take(basic, split.basicHeldOut);
    take(transitive, std::min(count, transitive.size()));
    std::ranges::sort(split.heldOut, byChild);

    // The basic edges in the order in which the hierarchy has its children.
    const auto inOrder = hierarchy.edges();
    std::vector<Hierarchy::Edge> kept;
    const auto end = split.train.begin() + static_cast<ptrdiff_t>(basic.size() - split.basicHeldOut);
    for (const auto& edge : inOrder)
        if (std::binary_search(split.train.begin(), end, edge)) kept.push_back(edge);
    std::ranges::copy(kept, split.train.begin());
    return split;
}

}  // namespace horo
