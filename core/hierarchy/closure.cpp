#include "core/hierarchy/closure.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace horo {

std::vector<size_t> ancestorCounts(const Hierarchy& hierarchy) {
    std::vector<size_t> counts(hierarchy.size(), 0);
    std::vector<uint32_t> seenBy(hierarchy.size(), 0);
    std::vector<Node> open;
    uint32_t walk = 0;
    for (const Node v : hierarchy.topologicalOrder()) {
        const auto parents = hierarchy.parents(v);
        if (parents.size() == 1) counts[v] = counts[parents[0]] + 1;
        if (parents.size() < 2) continue;
        // Several parents may share ancestors: walk up and count each once.
        ++walk;
        open.assign(parents.begin(), parents.end());
        while (!open.empty()) {
            const Node a = open.back();
            open.pop_back();
            if (seenBy[a] == walk) continue;
            seenBy[a] = walk;
            ++counts[v];
            for (const Node parent : hierarchy.parents(a))
                open.push_back(parent);
        }
    }
    return counts;
}

size_t closurePairCount(const Hierarchy& hierarchy) {
    const auto counts = ancestorCounts(hierarchy);
    return std::accumulate(counts.begin(), counts.end(), size_t{0});
}

Closure::Closure(const Hierarchy& hierarchy) {
    const size_t nodes = hierarchy.size();
    const auto counts = ancestorCounts(hierarchy);
    start_.assign(nodes + 1, 0);
    std::inclusive_scan(counts.begin(), counts.end(), start_.begin() + 1);
    ancestors_.resize(start_.back());
    // In topological order the ancestors of all parents are known: v's are their union with the parents.
    std::vector<Node> gathered, extended, merged;
    for (const Node v : hierarchy.topologicalOrder()) {
        gathered.clear();
        for (const Node parent : hierarchy.parents(v)) {
            const auto above = ancestors(parent);
            const auto place = std::lower_bound(above.begin(), above.end(), parent);
            extended.assign(above.begin(), place);
            extended.push_back(parent);
            extended.insert(extended.end(), place, above.end());
            merged.clear();
            std::set_union(gathered.begin(), gathered.end(), extended.begin(), extended.end(),
                           std::back_inserter(merged));
            gathered.swap(merged);
        }
        std::copy(gathered.begin(), gathered.end(), ancestors_.begin() + static_cast<ptrdiff_t>(start_[v]));
    }
}

Closure Closure::ofEdges(const Hierarchy& hierarchy) {
    Closure edges;
    edges.start_.push_back(0);
    for (Node v = 0; v < hierarchy.size(); ++v) {
        const auto parents = hierarchy.parents(v);
        edges.ancestors_.insert(edges.ancestors_.end(), parents.begin(), parents.end());
        std::sort(edges.ancestors_.begin() + static_cast<ptrdiff_t>(edges.start_.back()),
                  edges.ancestors_.end());
        edges.start_.push_back(edges.ancestors_.size());
    }
    return edges;
}

Result<Closure> Closure::create(const Hierarchy& hierarchy) {
    const size_t pairs = closurePairCount(hierarchy);
    if (pairs > pairLimit)
        return inputError(
            "its closure has " + std::to_string(pairs) + " pairs of a node and an ancestor",
            "use a hierarchy that is less deep: " + std::to_string(pairLimit) + " pairs are the limit");
    return Closure(hierarchy);
}

bool Closure::isAncestor(Node a, Node v) const {
    const auto all = ancestors(v);
    return std::binary_search(all.begin(), all.end(), a);
}

}  // namespace horo
