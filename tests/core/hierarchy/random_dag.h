// Random hierarchies and naive answers to compare with.
#pragma once

#include <fmt/format.h>

#include <set>
#include <string>
#include <vector>

#include "core/base/random.h"
#include "core/hierarchy/hierarchy.h"

namespace horo {

/// Every node but the roots has 1 to 3 parents of smaller number; the numbers are then shuffled, so that no
/// order is left to lean on.
inline std::shared_ptr<const Hierarchy> randomDag(uint32_t nodes, uint32_t roots, uint64_t seed) {
    Random random(seed);
    std::vector<Node> number(nodes);
    for (Node v = 0; v < nodes; ++v)
        number[v] = v;
    for (Node v = nodes; v-- > 1;)
        std::swap(number[v], number[random.below(v + 1)]);
    std::vector<std::string> names;
    for (Node v = 0; v < nodes; ++v)
        names.push_back(fmt::format("node {}", v));
    std::vector<Hierarchy::Edge> edges;
    for (Node v = roots; v < nodes; ++v)
        for (uint32_t k = random.below(3) + 1; k > 0; --k)
            edges.push_back({number[random.below(v)], number[v]});
    return Hierarchy::create(Items::create(names).value(), edges).value();
}

/// Proper ancestors, by walking every path up.
inline void walkUp(const Hierarchy& h, Node v, std::set<Node>& ancestors) {
    for (const Node parent : h.parents(v)) {
        ancestors.insert(parent);
        walkUp(h, parent, ancestors);
    }
}

}  // namespace horo
