// Telling pairs that hold from pairs that do not by one threshold.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/base/export.h"

namespace horo {

/// What a threshold gives: an energy at most as large as it predicts that the pair holds. Precision, recall
/// and F1 from 0 to 1; precision is 1 where nothing is predicted.
struct ThresholdScore {
    double threshold = 0, precision = 0, recall = 0, f1 = 0;
    size_t positives = 0, negatives = 0;  ///< pairs that it is over
};

/// Energies of pairs that hold (positives), and of pairs that do not. Finite numbers.
HOROCYCLE_EXPORT ThresholdScore scoreAt(double threshold, std::span<const double> positives,
                                        std::span<const double> negatives);
/// The threshold with the highest F1, the lowest of equal ones; pairs of equal energy go together. At least
/// one positive.
HOROCYCLE_EXPORT ThresholdScore bestThreshold(std::vector<double> positives, std::vector<double> negatives);

}  // namespace horo
