#include "core/hierarchy/level_classes.h"

namespace horo {

std::vector<Node> ancestorsAt(const Hierarchy& hierarchy, int level) {
    std::vector<int> depth(hierarchy.size(), 0);  // on the way of first parents, which may be a longer one
    std::vector<Node> ancestor(hierarchy.size());
    for (const Node v : hierarchy.topologicalOrder()) {
        ancestor[v] = v;
        if (hierarchy.isRoot(v)) continue;
        const Node parent = hierarchy.parents(v).front();
        depth[v] = depth[parent] + 1;
        if (depth[v] > level) ancestor[v] = ancestor[parent];
    }
    return ancestor;
}

}  // namespace horo
