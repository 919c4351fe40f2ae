// The text that something was made of.
#pragma once

#include <memory>

#include "core/data/workspace.h"

namespace horo::views {

/// The text at the far end of an object's provenance, or the object itself if it is one; or null.
std::shared_ptr<const Object> textBehind(const Workspace& workspace,
                                         const std::shared_ptr<const Object>& object);

}  // namespace horo::views
