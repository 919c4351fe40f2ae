// Hierarchies made by a rule, for tests of views.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/base/random.h"
#include "core/hierarchy/hierarchy.h"

namespace horo::demo {

/// n nodes "node 0" to "node n-1"; each hangs under an earlier one drawn at random, which makes branches of
/// very different sizes. Every `extraEvery`-th node has a second parent (0 = none).
inline std::shared_ptr<const Hierarchy> randomTree(size_t n, uint64_t seed = 1, size_t extraEvery = 0) {
    std::vector<std::string> names;
    std::vector<Hierarchy::Edge> edges;
    Random random(seed);
    for (size_t v = 0; v < n; ++v) {
        names.push_back("node " + std::to_string(v));
        if (v == 0) continue;
        const auto parent = random.below(static_cast<uint32_t>(v < 8 ? 1 : v / 3 + 1));
        edges.push_back({parent, static_cast<Node>(v)});
        const auto other = random.below(static_cast<uint32_t>(v));
        if (extraEvery > 0 && v % extraEvery == 0 && other != parent)
            edges.push_back({other, static_cast<Node>(v)});
    }
    auto items = Items::create(std::move(names));
    return *Hierarchy::create(*items, std::move(edges));
}

}  // namespace horo::demo
