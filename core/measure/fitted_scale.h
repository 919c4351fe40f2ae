// The scale that makes distances of an embedding comparable with path lengths.
#pragma once

#include "core/data/report.h"
#include "core/measure/distortion.h"

namespace horo {

struct FittedScale {
    double value = 1;  ///< distance for each edge, > 0
    size_t pairs = 0;  ///< it was fitted on

    void addTo(Report& report) const;
};

/// Least squares over drawn pairs, as `distortion` fits it, without its scores of neighbors. Errors as there;
/// and all rows are one point, so that there is none.
HOROCYCLE_EXPORT Result<FittedScale> fittedScale(const Embedding& embedding, const Hierarchy& hierarchy,
                                                 DistortionOptions options);

}  // namespace horo
