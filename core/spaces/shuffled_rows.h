// Rows as they would be if their principal components had nothing to do with each other.
#pragma once

#include <functional>
#include <optional>

#include "core/data/embedding.h"

namespace horo {

/// The coordinates along each principal component (the first 512) in an order of their own by the seed: rows
/// of the same covariance, and nothing else that they have in common. Shuffled columns instead would be
/// independent, and with many of them all distances alike, which looks like a tree. Hyperbolic rows are
/// shuffled in the tangent space at their mean and put back into the Poincare ball of their curvature. None
/// in a product of manifolds. Error: stopped.
HOROCYCLE_EXPORT Result<std::optional<Embedding>> shuffledRows(const Embedding& embedding, uint64_t seed,
                                                               const std::function<bool()>& keepGoing);

}  // namespace horo
