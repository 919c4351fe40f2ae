// Which view shows an object best.
#pragma once

#include <string>

#include "core/data/workspace.h"

namespace horo::app {

/// The type of view: the disk for what is hyperbolic, the space for three plain columns, the scatter for all
/// other embeddings; empty where an object has no view of its own, as a report.
std::string bestView(const Object& object);

}  // namespace horo::app
