// The four-point delta over drawn quadruples, several times over.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "core/measure/four_point.h"
#include "core/method/context.h"

namespace horo {

struct DeltaDraws {
    static constexpr size_t rowsAtMost =
        2000;  ///< more are drawn from, so that a draw stays a matrix of 32 MB

    FourPoint all;                 ///< delta of all draws, mean over all of them
    double diameter = 0;           ///< of the rows of one draw, the largest
    std::vector<double> relative;  ///< 2 delta / diameter of each draw; those without a diameter left out

    /// Mean minus and plus two standard deviations over the draws; none of fewer than two.
    std::optional<std::pair<double, double>> interval() const;
};

/// Draws `samples` quadruples of the rows `draws` times by the seed of the context, to which it tells its
/// progress. `distances` gives the matrix of some rows. There are at least four rows. Errors: of `distances`,
/// stopped.
Result<DeltaDraws> drawDeltas(
    std::vector<uint32_t> rows,
    const std::function<Result<DistanceMatrix>(std::span<const uint32_t>)>& distances, size_t samples,
    int64_t draws, Context& context);

}  // namespace horo
