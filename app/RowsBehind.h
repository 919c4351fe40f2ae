// From a picture of rows back to the rows.
#pragma once

#include <string>

#include "core/data/workspace.h"

namespace horo::app {

/// The embedding that a projection was made of, as long as the workspace has it; of everything else the id
/// itself. Methods start from rows, not from pictures of them.
std::string rowsBehind(const Workspace& workspace, const std::string& id);

}  // namespace horo::app
