// Whether a library and this program may speak with each other.
#pragma once

#include <map>
#include <string>

#include "core/base/export.h"

namespace horo {

using BuildFacts = std::map<std::string, std::string>;

/// The facts of this program's core; LibTorch's version where it was built with it.
HOROCYCLE_EXPORT BuildFacts coreFacts();

/// The first difference in words, or nothing. A fact that the program lacks (Qt on the command line) is none.
HOROCYCLE_EXPORT std::string buildDifference(const BuildFacts& plugin, const BuildFacts& program);

}  // namespace horo
