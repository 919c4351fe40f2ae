// Points whose distances are given: classical scaling, flat and hyperbolic.
#pragma once

#include <functional>
#include <vector>

#include "core/base/export.h"
#include "core/projection/landmarks.h"

namespace horo {

struct ScalingOptions {
    size_t dim = 2;
    double scale = 1;  ///< of distances, hyperbolic only
    uint64_t seed = 0;
    int threads = 1;
    std::function<bool()> keepGoing = [] { return true; };
};

/// Classical scaling (Torgerson 1952): the largest eigenvectors of -J D^2 J / 2; rows that are no landmarks
/// lie where their distances to these say (de Silva & Tenenbaum 2004). rows x dim. Error: stopped.
HOROCYCLE_EXPORT Result<std::vector<double>> classicalScaling(const RowDistances& all,
                                                              const Landmarks& landmarks,
                                                              const ScalingOptions& options);

/// Hyperbolic scaling (Sala et al. 2018, section 4): the dim largest eigenvectors of -cosh(scale D) are the
/// space parts of points of the hyperboloid, exactly where the distances are those of such points; other rows
/// by least squares from the landmarks. Returns them in the Poincare ball, rows x dim. Errors: the distances
/// are too large for cosh; stopped.
HOROCYCLE_EXPORT Result<std::vector<double>> hyperbolicScaling(const RowDistances& all,
                                                               const Landmarks& landmarks,
                                                               const ScalingOptions& options);

}  // namespace horo
