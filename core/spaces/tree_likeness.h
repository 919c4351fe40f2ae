// How near the distances of rows are to those of a tree, and how many directions the rows have.
#pragma once

#include "core/data/embedding.h"
#include "core/measure/delta_draws.h"

namespace horo {

struct TreeLikeness {
    DeltaDraws deltas;
    std::optional<double> dimension;  ///< none where the two nearest rows are equally near everywhere
    size_t dimensionRows = 0;         ///< rows that it is over

    /// 2 delta / diameter, the largest over all draws, 0 (a tree) to 1; none where all rows are one point.
    std::optional<double> relative() const;
    /// Of the ball whose clipped disk has that delta, -(.144 / relative)^2 (Khrulkov et al. 2020); none of a
    /// tree (but for rounding) or of one point.
    std::optional<double> curvature() const;
};

struct LikenessOptions {
    size_t samples = 100'000;  ///< quadruples a draw
    int64_t draws = 6;
    size_t asked = 5000;  ///< rows that the dimension is over, where there are more than twice as many
};

/// Delta over drawn quadruples; intrinsic dimension of two nearest rows (Facco et al. 2017): rows / sum of
/// log(second distance / first), rows equal to another left out. At least four rows. Errors: rows that are
/// not usable, stopped.
HOROCYCLE_EXPORT Result<TreeLikeness> treeLikeness(const Embedding& embedding, const LikenessOptions& options,
                                                   Context& context);

}  // namespace horo
