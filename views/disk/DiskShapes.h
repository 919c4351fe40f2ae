// Shapes of the hyperbolic plane as lines of the displayed disk.
#pragma once

#include <vector>

#include "views/disk/DiskProjection.h"

namespace horo::views {

/// The points at hyperbolic distance `radius` (K = -1) of a row, as a closed line. Exact at every scale s, since
/// each point goes through the projection; points crowd on the side of the centre of view.
std::vector<Complex> displayedCircle(const DiskProjection& projection, const DiskPoints& points, uint32_t row,
                                     double radius);

/// The geodesic ray from a row that leaves at `angle` radians from the direction away from the origin of the
/// disk, up to hyperbolic length `length`.
std::vector<Complex> displayedRay(const DiskProjection& projection, const DiskPoints& points, uint32_t row,
                                  double angle, double length);

}  // namespace horo::views
