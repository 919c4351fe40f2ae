// Where training starts.
#pragma once

#include <vector>

#include "core/embedding/taxonomy_trainer.h"

namespace horo {

/// nodes x dim numbers, in the ball for hyperbolic manifolds. Random: uniform in a cube of half width 1e-3.
/// Tree layout: `radialTreeLayout` in the first two columns, the same small numbers in the others.
HOROCYCLE_EXPORT std::vector<double> startRows(const Hierarchy& hierarchy, const TaxonomyOptions& options);

}  // namespace horo
