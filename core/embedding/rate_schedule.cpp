#include "core/embedding/rate_schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace horo {

double RateSchedule::at(double share) const {
    share = std::clamp(share, 0.0, 1.0);
    if (share < riseShare) return riseFrom + (1 - riseFrom) * share / riseShare;
    if (share <= holdShare) return 1;
    const double fallen = (share - holdShare) / (1 - holdShare);
    return finalRate + (1 - finalRate) * (1 + std::cos(std::numbers::pi * fallen)) / 2;
}

}  // namespace horo
