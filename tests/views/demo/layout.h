// A quick hyperbolic layout for demonstrations and benchmarks: no training, believable pictures.
#pragma once

#include <cmath>
#include <memory>

#include "core/base/random.h"
#include "core/data/embedding.h"
#include "core/hierarchy/spanning_tree.h"

namespace horo::demo {

/// Angles by shares of leaves, radius by depth and subtree, a little noise; 2-D Poincare.
inline std::shared_ptr<const Embedding> radialLayout(const Hierarchy& hierarchy, const SpanningTree& tree) {
    const size_t n = hierarchy.size();
    std::vector<double> from(n), width(n), values(2 * n);
    double at = 0, all = 0;
    for (const Node root : hierarchy.roots())
        all += tree.leaves(root);
    Random random(3);
    for (const Node v : tree.preorder()) {
        if (tree.parent(v) == SpanningTree::none)
            from[v] = at, width[v] = tree.leaves(v) / all, at += width[v];
        double place = from[v];
        for (const Node child : tree.children(v)) {
            const double share = width[v] * tree.leaves(child) / tree.leaves(v);
            from[child] = place, width[child] = share, place += share;
        }
        const double inward = 1.05 * std::log2(1.0 + tree.subtreeSize(v)) * 0.5;
        const double depth = tree.depth(v);
        const double rho =
            depth == 0
                ? 0.02
                : std::max(0.4 * depth, std::min(1.9 * depth + 2.2 - inward, 12.5) + random.normal() * 0.45);
        const double angle = 2 * M_PI * (from[v] + width[v] * (0.5 + 0.1 * random.normal())) + 1.2;
        const double r = std::tanh(rho / 2);
        values[2 * v] = r * std::cos(angle), values[2 * v + 1] = r * std::sin(angle);
    }
    auto embedding = std::make_shared<Embedding>();
    embedding->items = hierarchy.items();
    embedding->vectors = Vectors(n, 2, std::move(values));
    embedding->manifold = Manifold::poincare();
    return embedding;
}

}  // namespace horo::demo
