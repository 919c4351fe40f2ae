// Forces of many bodies on a few points: the inner loop of t-SNE.
#pragma once

#include <cstddef>

#include "core/base/instruction_set.h"

namespace horo {

/// With q = 1 / (1 + d^2) of a point and a body of mass m, adds m q to the point's `sums` and
/// m q^2 (point - body) to its `forces`.
struct RepulsionTile {
    static constexpr size_t together = 16;

    const float* bodies[3];  ///< coordinates of `count` bodies, on cache lines; `count` a multiple of 16
    const float* masses;     ///< 0 for those that fill up
    size_t count;
    const float* points[3];
    size_t pointCount;
    float* forces[3];
    float* sums;
};

using RepulsionKernel = void (*)(const RepulsionTile&);

/// The kernel of 2 or 3 dimensions compiled for `set`, which this processor must have.
HOROCYCLE_EXPORT RepulsionKernel repulsionKernel(size_t dim, InstructionSet set);

}  // namespace horo
