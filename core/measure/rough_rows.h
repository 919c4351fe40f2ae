// Tells without all their digits that most extended rows are far from a query.
#pragma once

#include <cstdint>
#include <vector>

#include "core/geometry/extended_points.h"

namespace horo {

/// Rows in double precision, column by column, with the exponents of their gaps to the rim.
class RoughRows {
public:
    explicit RoughRows(const ExtendedPoints& points);

    /// Appends the rows in [begin, end) that may have sinh^2(d / 2) <= limit for their distance d to row
    /// `query`; all others have more. Some two nanoseconds a row.
    void near(size_t query, ScaledDouble limit, size_t begin, size_t end, std::vector<uint32_t>& out) const;

private:
    size_t rows_, columns_;
    std::vector<double> values_;         ///< coordinate j of row i at j * rows_ + i
    std::vector<int64_t> gapExponents_;  ///< gap < 2^exponent
};

}  // namespace horo
