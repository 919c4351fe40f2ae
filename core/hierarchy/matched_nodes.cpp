#include "core/hierarchy/matched_nodes.h"

#include <algorithm>

namespace horo {

namespace {

std::vector<Node> partners(const Hierarchy& h, const Hierarchy& other) {
    std::vector<Node> partner(h.size(), MatchedNodes::none);
    for (Node v = 0; v < h.size(); ++v)
        if (const auto found = other.items()->rowOf(std::string_view(h.name(v))))
            partner[v] = static_cast<Node>(*found);
    return partner;
}

/// The nearest ancestors that have a partner, ascending, of each node.
std::vector<std::vector<Node>> matchedParents(const Hierarchy& h, const std::vector<Node>& partner) {
    std::vector<std::vector<Node>> parents(h.size());
    for (const Node v : h.topologicalOrder()) {
        auto& above = parents[v];
        for (const Node parent : h.parents(v))
            if (partner[parent] != MatchedNodes::none)
                above.push_back(parent);
            else
                above.insert(above.end(), parents[parent].begin(), parents[parent].end());
        std::ranges::sort(above);
        above.erase(std::unique(above.begin(), above.end()), above.end());
    }
    return parents;
}

}  // namespace

MatchedNodes::MatchedNodes(const Hierarchy& a, const Hierarchy& b)
    : ofA(partners(a, b)), ofB(partners(b, a)) {
    missing = static_cast<size_t>(std::ranges::count(ofA, none));
    extra = static_cast<size_t>(std::ranges::count(ofB, none));
    const auto inA = matchedParents(a, ofA), inB = matchedParents(b, ofB);
    std::vector<Node> translated;
    for (Node v = 0; v < a.size(); ++v) {
        if (ofA[v] == none) continue;
        translated.clear();
        for (const Node parent : inA[v])
            translated.push_back(ofA[parent]);
        std::ranges::sort(translated);
        if (translated != inB[ofA[v]]) moved.push_back(v);
    }
}

}  // namespace horo
