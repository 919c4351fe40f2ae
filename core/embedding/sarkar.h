// Sarkar's construction: a tree drawn in hyperbolic space with as little distortion as one asks for.
#pragma once

#include <functional>

#include "core/base/result.h"
#include "core/geometry/extended_points.h"
#include "core/hierarchy/spanning_tree.h"

namespace horo {

struct SarkarOptions {
    double epsilon = 1;  ///< worst-case distortion is 1 + epsilon, > 0
    double tau = 0;      ///< hyperbolic length of an edge; 0 = the one that epsilon asks for
    size_t dim = 2;      ///< >= 2
    size_t limbs = 0;    ///< of 64 binary places a coordinate; 0 = as many as the radius asks for
    int threads = 0;     ///< 0 = all
    /// Told the share done, now and then, from one thread at a time; false stops.
    std::function<bool(double share)> progress;
};

struct SarkarLayout {
    std::shared_ptr<const ExtendedPoints> points;  ///< row v = node v
    double tau = 0;                                ///< hyperbolic length of every edge
    double maxRadius = 0;                          ///< largest hyperbolic distance to the origin
    bool virtualOrigin = false;                    ///< several roots hang below the origin, where no node is
};

/// The edge length that keeps the distances of a tree within tau / (1 + epsilon) and tau an edge:
/// (1 + epsilon) / epsilon * 2 ln cot(angle / 4.8), angle being the least one between two edges at a node,
/// 2 pi / degree in the plane (Sarkar 2011; Sala et al. 2018).
HOROCYCLE_EXPORT double sarkarEdge(const SpanningTree& tree, double epsilon, size_t dim);

/// The root lies at the origin; the children of a node at distance tau, spread with the edge to its parent as
/// a spherical code (evenly in the plane). Every point is computed from its parent with 64 and more binary
/// places beyond what its nearness to the rim takes, so that distances are right to 1e-12. Time and memory in
/// nodes * dim * limbs (time also * limbs). Error: no node, more than 2 GB, stopped.
HOROCYCLE_EXPORT Result<SarkarLayout> sarkarLayout(const SpanningTree& tree, const SarkarOptions& options);

}  // namespace horo
