// Rows as points of a flat space, for methods that know no other.
#pragma once

#include <functional>
#include <string>

#include "core/base/export.h"
#include "core/data/embedding.h"

namespace horo {

struct FlatRows {
    Vectors vectors;  ///< the rows as they stand, or in double precision the tangents
    std::string how;  ///< in words, empty where the space is Euclidean
};

/// Hyperbolic rows by the logarithm at their Frechet mean, so that lengths are distances to it; all others as
/// they stand. Error: stopped.
HOROCYCLE_EXPORT Result<FlatRows> flatRows(const Embedding& embedding,
                                           const std::function<bool()>& keepGoing);

/// The rows in the Poincare ball of curvature -1, their Frechet mean at its origin; distances are those of
/// the manifold times the root of -K. Only of hyperbolic embeddings with at least a row. Error: stopped.
HOROCYCLE_EXPORT Result<Vectors> centredBall(const Embedding& embedding,
                                             const std::function<bool()>& keepGoing);

}  // namespace horo
