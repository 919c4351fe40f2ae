// Pairs of hierarchies for tests of the view that compares two.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/base/random.h"
#include "core/hierarchy/hierarchy.h"

namespace horo::demo {

using HierarchyPointer = std::shared_ptr<const Hierarchy>;

/// Nodes in the order in which their names come first.
inline HierarchyPointer named(const std::vector<std::pair<std::string, std::string>>& edges) {
    std::vector<std::string> names;
    std::vector<Hierarchy::Edge> numbered;
    const auto number = [&](const std::string& name) {
        const auto found = std::find(names.begin(), names.end(), name);
        if (found == names.end()) names.push_back(name);
        return static_cast<Node>(std::find(names.begin(), names.end(), name) - names.begin());
    };
    for (const auto& [parent, child] : edges) {
        const Node above = number(parent);
        numbered.push_back({above, number(child)});
    }
    return *Hierarchy::create(*Items::create(std::move(names)), std::move(numbered));
}

/// The same edges in another order, so that children stand in another order.
inline HierarchyPointer shuffled(const Hierarchy& hierarchy, uint64_t seed) {
    auto edges = hierarchy.edges();
    Random random(seed);
    for (size_t i = edges.size(); i > 1; --i)
        std::swap(edges[i - 1], edges[random.below(static_cast<uint32_t>(i))]);
    return *Hierarchy::create(hierarchy.items(), std::move(edges));
}

/// Every `every`-th node below another parent drawn at random among those before it.
inline HierarchyPointer disturbed(const Hierarchy& hierarchy, size_t every, uint64_t seed) {
    std::vector<Hierarchy::Edge> edges;
    Random random(seed);
    for (auto edge : hierarchy.edges()) {
        if (edge.child % every == 0) edge.parent = random.below(edge.child);
        edges.push_back(edge);
    }
    return *Hierarchy::create(hierarchy.items(), std::move(edges));
}

}  // namespace horo::demo
