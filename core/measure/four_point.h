// Gromov's four-point condition: how far a metric is from that of a tree.
#pragma once

#include <cstdint>
#include <functional>

#include "core/base/instruction_set.h"
#include "core/base/result.h"
#include "core/measure/distance_matrix.h"

namespace horo {

/// The delta of a quadruple is largest minus second largest of the three sums d(x,y) + d(z,w), halved
/// (Gromov 1987); 0 for all quadruples in a tree and only there (Buneman 1974).
struct FourPoint {
    double delta = 0;       ///< the largest
    double mean = 0;        ///< over the quadruples
    double quadruples = 0;  ///< how many
};

/// Told the share done, now and then, from one thread at a time; false stops.
using ShareCallback = std::function<bool(double share)>;

/// Over all quadruples of different rows: n (n-1) (n-2) (n-3) / 24 of them, a few thousand million a second
/// on a core. The sum does not depend on the number of threads. Fewer than four rows give zeros.
/// Error: stopped.
HOROCYCLE_EXPORT Result<FourPoint> allQuadruples(const DistanceMatrix& distances, int threads,
                                                 const ShareCallback& progress = {},
                                                 InstructionSet set = bestInstructionSet());

/// Over `count` quadruples of four different rows, drawn independently by `seed` and `draw`: a lower bound of
/// the largest. Needs four rows. Error: stopped.
HOROCYCLE_EXPORT Result<FourPoint> drawnQuadruples(const DistanceMatrix& distances, size_t count,
                                                   uint64_t seed, uint64_t draw, int threads,
                                                   const ShareCallback& progress = {});

/// Quadruples of n different rows.
HOROCYCLE_EXPORT double quadrupleCount(size_t n);

}  // namespace horo
