// The Frechet mean of rows on a manifold.
#pragma once

#include <functional>
#include <vector>

#include "core/data/embedding.h"

namespace horo {

/// The point of least mean squared distance to the rows, by Karcher's iteration x <- exp_x(mean of log_x) to
/// a step of 1e-12, 200 steps at most. Unique in Euclidean and hyperbolic space; on a sphere and in a product
/// with one the nearest such point to the first row. There is at least one row. Empty: stopped.
HOROCYCLE_EXPORT std::vector<double> frechetMean(const Embedding& embedding,
                                                 const std::function<bool()>& keepGoing);

}  // namespace horo
