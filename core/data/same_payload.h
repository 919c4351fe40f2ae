// Whether two payloads hold the same data, number for number.
#pragma once

#include "core/data/workspace.h"

namespace horo {

/// Names, numbers and structure; not where the data came from. Reports are always the same: their numbers are
/// compared one by one elsewhere.
HOROCYCLE_EXPORT bool samePayload(const Payload& a, const Payload& b);

}  // namespace horo
