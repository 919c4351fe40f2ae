#include "core/embedding/tree_layout.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace horo {

std::vector<std::complex<double>> radialTreeLayout(const SpanningTree& tree, double edge, double maxRadius) {
    const auto order = tree.preorder();
    double leaves = 0;
    size_t roots = 0;
    for (const Node v : order)
        if (tree.parent(v) == SpanningTree::none) leaves += tree.leaves(v), ++roots;
    const double firstRing = roots > 1 ? 1 : 0;
    std::vector<double> sectorStart(order.size());  // in leaves
    std::vector<std::complex<double>> points(order.size());
    double nextRoot = 0;
    for (const Node v : order) {
        if (tree.parent(v) == SpanningTree::none) {
            sectorStart[v] = nextRoot;
            nextRoot += tree.leaves(v);
        }
        double next = sectorStart[v];
        for (const Node child : tree.children(v)) {
            sectorStart[child] = next;
            next += tree.leaves(child);
        }
        const double angle = 2 * std::numbers::pi * (sectorStart[v] + tree.leaves(v) / 2.0) / leaves;
        const double radius = std::min(maxRadius, edge * (tree.depth(v) + firstRing));
        points[v] = std::polar(std::tanh(radius / 2), angle);
    }
    return points;
}

}  // namespace horo
