// With what a hierarchy is compared when nobody has said it.
#pragma once

#include "core/data/workspace.h"

namespace horo::views {

/// Items of the first that the second has too.
size_t sharedItems(const Hierarchy& a, const Hierarchy& b);
/// The other hierarchy of the workspace that shares most items, the newest of several; null where none shares
/// any.
std::shared_ptr<const Object> otherHierarchy(const Workspace& workspace, const Object& object);
/// The newest report of compare.hierarchies on the two, in either order: its shares are symmetric.
std::shared_ptr<const Report> comparisonOf(const Workspace& workspace, const std::string& a,
                                           const std::string& b);

}  // namespace horo::views
