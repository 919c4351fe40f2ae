// A first picture of a tree in the hyperbolic disk.
#pragma once

#include <complex>
#include <vector>

#include "core/hierarchy/spanning_tree.h"

namespace horo {

/// One point of the unit disk a node: every subtree has a sector as wide as its share of leaves, and a node
/// lies in the middle of its sector at hyperbolic radius `edge` * depth, but at most `maxRadius`. Several
/// roots share the circle at radius `edge`; a single one is at the origin.
HOROCYCLE_EXPORT std::vector<std::complex<double>> radialTreeLayout(const SpanningTree& tree, double edge,
                                                                    double maxRadius);

}  // namespace horo
