#include "core/hierarchy/relatives.h"

#include <algorithm>
#include <set>

namespace horo {

namespace {

/// Marks spread from parents to children, or from children to parents.
std::vector<char> spread(const Hierarchy& hierarchy, std::vector<char> marked, bool down) {
    const auto order = hierarchy.topologicalOrder();
    for (size_t i = 0; i < order.size(); ++i) {
        const Node v = order[down ? i : order.size() - 1 - i];
        for (const Node next : down ? hierarchy.parents(v) : hierarchy.children(v))
            marked[v] = marked[v] || marked[next];
    }
    return marked;
}

}  // namespace

std::vector<Node> relatives(const Hierarchy& hierarchy, const std::vector<Node>& nodes, Relation relation) {
    std::vector<char> given(hierarchy.size(), 0), found(hierarchy.size(), 0);
    for (const Node v : nodes)
        given[v] = 1;
    switch (relation) {
        case Relation::Descendants:
            found = spread(hierarchy, given, true);
            break;
        case Relation::Ancestors:
            found = spread(hierarchy, given, false);
            break;
        case Relation::LeavesBelow:
            found = spread(hierarchy, given, true);
            for (Node v = 0; v < found.size(); ++v)
                found[v] = found[v] && hierarchy.isLeaf(v);
            break;
        case Relation::Children:
            for (const Node v : nodes)
                for (const Node child : hierarchy.children(v))
                    found[child] = 1;
            break;
        case Relation::Parents:
            for (const Node v : nodes)
                for (const Node parent : hierarchy.parents(v))
                    found[parent] = 1;
            break;
        case Relation::Siblings:
            found = given;
            for (Node p = 0; p < found.size(); ++p) {
                const auto children = hierarchy.children(p);
                if (std::any_of(children.begin(), children.end(), [&](Node c) { return given[c]; }))
                    for (const Node child : children)
                        found[child] = 1;
            }
            break;
        case Relation::SameLevel: {
            std::set<int> levels;
            for (const Node v : nodes)
                levels.insert(hierarchy.depth(v));
            for (Node v = 0; v < found.size(); ++v)
                found[v] = levels.contains(hierarchy.depth(v));
            break;
        }
    }
    std::vector<Node> out;
    for (Node v = 0; v < found.size(); ++v)
        if (found[v]) out.push_back(v);
    return out;
}

}  // namespace horo
