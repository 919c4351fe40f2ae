// Rows as they would be if their columns had nothing to do with each other.
#pragma once

#include <functional>
#include <optional>

#include "core/data/embedding.h"

namespace horo {

/// Every column in an order of its own by the seed: the same values, nothing that they have in common.
/// Hyperbolic rows are shuffled in the tangent space at their mean and put back into the Poincare ball of
/// their curvature. None in a product of manifolds. Error: stopped.
HOROCYCLE_EXPORT Result<std::optional<Embedding>> shuffledRows(const Embedding& embedding, uint64_t seed,
                                                               const std::function<bool()>& keepGoing);

}  // namespace horo
