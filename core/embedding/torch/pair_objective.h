// The objective of taxonomy training by automatic differentiation: what the fused kernel is checked against.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/export.h"
#include "core/geometry/manifold.h"

namespace horo {

struct PairGradients {
    double loss = 0;               ///< sum over the pairs, nats
    std::vector<double> gradient;  ///< of the loss in every coordinate (Euclidean), rows x dim
};

/// `rows` holds rows of `dim` numbers, Euclidean or on the Poincare ball of curvature -1; `nodes` holds, for
/// each pair, u, its ancestor and its strangers, `candidates` + 1 numbers.
HOROCYCLE_EXPORT PairGradients pairGradients(ManifoldKind manifold, std::span<const double> rows, size_t dim,
                                             std::span<const int64_t> nodes, size_t candidates);

}  // namespace horo
