// Correlation coefficients.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/base/export.h"

namespace horo {

/// Pearson's coefficient of two lists of the same length, in [-1, 1]. Empty where either list is constant
/// or shorter than 2.
HOROCYCLE_EXPORT std::optional<double> pearson(std::span<const double> x, std::span<const double> y);
/// Spearman's coefficient: Pearson's of the ranks, equal values sharing their average rank.
HOROCYCLE_EXPORT std::optional<double> spearman(std::span<const double> x, std::span<const double> y);
/// Ranks from 1, equal values sharing their average rank.
HOROCYCLE_EXPORT std::vector<double> averageRanks(std::span<const double> values);

}  // namespace horo
