// Distances of one point to many in the Poincare ball or in Euclidean space: the inner loop of distortion.
#pragma once

#include <cstddef>

#include "core/base/instruction_set.h"

namespace horo {

/// Points column by column: coordinate j of point i is columns[j * stride + i].
struct DistanceStrip {
    const double* columns;
    size_t stride, dim;
    size_t first, count;  ///< the points to measure
    const double* query;  ///< dim numbers
    /// Of the ball: -curvature / (1 + curvature |x|^2) of each point and without the -curvature of the query,
    /// so that their product with |x - y|^2 is sinh^2(root d / 2). Null: Euclidean distances.
    const double* weights;
    double queryWeight;
    double scale;  ///< 1 / root of -curvature
    double* out;   ///< count numbers
};

/// Relative error below 1e-14 of what the points and weights say.
using DistanceKernel = void (*)(const DistanceStrip&);

/// The kernel compiled for `set`, which this processor must have.
DistanceKernel distanceKernel(InstructionSet set);

}  // namespace horo
