// Shapes of the hyperbolic plane as lines of the displayed disk.
#pragma once

#include <vector>

#include "core/geometry/entailment_cone.h"
#include "views/disk/DiskProjection.h"

namespace horo::views {

/// The points at hyperbolic distance `radius` (K = -1) of a row, as a closed line. Exact at every scale s,
/// since each point goes through the projection; points crowd on the side of the centre of view.
std::vector<Complex> displayedCircle(const DiskProjection& projection, const DiskPoints& points, uint32_t row,
                                     double radius);

/// The geodesic ray from a row that leaves at `angle` radians from the direction away from the origin of the
/// disk, up to hyperbolic length `length`.
std::vector<Complex> displayedRay(const DiskProjection& projection, const DiskPoints& points, uint32_t row,
                                  double angle, double length);

/// The border of the entailment cone of a row: along one edge to the rim, along the rim, and back along the
/// other edge; empty where the row is too near to the origin to have one.
std::vector<Complex> displayedCone(const DiskProjection& projection, const DiskPoints& points, uint32_t row,
                                   const EntailmentCones& cones);

}  // namespace horo::views
