// How well energies tell held-out pairs from pairs that do not hold.
#pragma once

#include <functional>
#include <optional>

#include "core/data/embedding.h"
#include "core/embedding/entailment_pairs.h"
#include "core/measure/threshold_score.h"

namespace horo {

/// Finite; the lower, the surer that the ancestor stands above the node.
using PairEnergy = std::function<double(const TrainingPair&)>;

/// The threshold is chosen on the validation pairs alone; `test` is what it gives on the others.
struct HeldOutScore {
    ThresholdScore validation, test;
};

/// Calls `keepGoing` every millisecond or so. Nothing where no pair is held out, or when stopped.
HOROCYCLE_EXPORT std::optional<HeldOutScore> scoreHeldOut(const EntailmentPairs& pairs,
                                                          const PairEnergy& energy,
                                                          const std::function<bool()>& keepGoing);
/// F1 on the validation pairs, its threshold chosen there: for curves.
HOROCYCLE_EXPORT std::optional<double> validationF1(const EntailmentPairs& pairs, const PairEnergy& energy,
                                                    const std::function<bool()>& keepGoing);

/// Nickel & Kiela's score for "node is an ancestor" (2017, eq. 8), negated: (1 + alpha (|a| - |v|)) d(v, a)
/// with Euclidean norms in the ball. Alpha is the one of 0, .1, .3, 1 ... 1000 with the best F1 on
/// validation.
struct GradedScore {
    double alpha = 0;
    HeldOutScore score;
};

/// `rows`: nodes x dim numbers in the ball of curvature -1.
HOROCYCLE_EXPORT std::optional<GradedScore> gradedScore(const EntailmentPairs& pairs,
                                                        std::span<const double> rows, size_t dim,
                                                        const std::function<bool()>& keepGoing);

}  // namespace horo
