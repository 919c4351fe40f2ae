// Extended points as decimal texts, exactly there and back.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/geometry/extended_points.h"

namespace horo {

/// rows x columns texts, row by row, such as "-0.0123"; "0" for zero. All others have as many digits, enough
/// for `extendedFromTexts` to give back the same limbs.
HOROCYCLE_EXPORT std::vector<std::string> decimalTexts(const ExtendedPoints& points, int threads = 0);

/// Reads numbers like "-0.25", ".5" and "1.5e-17" to the nearest one that is stored; the longest text says
/// how many limbs there are. Error: no number, not below 1, more than `digitLimit` digits, more memory than
/// the texts justify, a row on or outside the rim.
HOROCYCLE_EXPORT Result<std::shared_ptr<const ExtendedPoints>> extendedFromTexts(
    size_t rows, size_t columns, std::span<const std::string> texts, int threads = 0);

/// Digits behind the point: a radius of 230,000.
constexpr size_t digitLimit = 100'000;

}  // namespace horo
