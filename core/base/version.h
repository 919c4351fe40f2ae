#pragma once

#include <string>

#include "core/base/export.h"

namespace horo {

/// "0.1.0"
HOROCYCLE_EXPORT std::string versionText();

}  // namespace horo
