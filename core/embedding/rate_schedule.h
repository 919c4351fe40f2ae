// The learning rate over a training run.
#pragma once

#include "core/base/export.h"

namespace horo {

/// Shares of the run after burn-in: the rate climbs linearly from `riseFrom` to 1 over `riseShare`, is held
/// up to `holdShare`, then falls along half a cosine to `finalRate`. All rates are factors of the learning
/// rate.
struct HOROCYCLE_EXPORT RateSchedule {
    double riseShare, riseFrom, holdShare, finalRate;

    /// The factor at a share of the run in [0, 1].
    double at(double share) const;
};

}  // namespace horo
