// Directions that lie far apart from each other.
#pragma once

#include <cstddef>
#include <vector>

#include "core/base/export.h"

namespace horo {

/// `count` unit vectors of `dim` numbers, row by row, the first one (1, 0, ..., 0); always the same ones.
/// In the plane evenly spaced. Else the best there are while there are formulas: a regular simplex up to
/// dim + 1, a cross-polytope up to 2 dim. More lie on circles of latitude around the first one, each filled
/// in the same way one dimension lower ("apple peeling": El Gamal, Hemachandra, Shperling & Wei 1987).
/// dim >= 2.
HOROCYCLE_EXPORT std::vector<double> sphericalCode(size_t count, size_t dim);

/// A lower bound of the angle between any two of them, radians; exact in the plane, of simplex and
/// cross-polytope. pi for fewer than two.
HOROCYCLE_EXPORT double sphericalCodeAngle(size_t count, size_t dim);

}  // namespace horo
