// The entailment cones that an embedding was trained with.
#pragma once

#include <optional>

#include "core/data/embedding.h"
#include "core/geometry/entailment_cone.h"

namespace horo {

/// From what embed.cones writes into `method` and `parameters` (also of its pictures while it runs). Nothing
/// for any other embedding. Its rows are of the ball of curvature -1; the single root of a hierarchy stands
/// at the origin, where its cone is everything.
HOROCYCLE_EXPORT std::optional<EntailmentCones> conesOf(const Embedding& embedding);

}  // namespace horo
