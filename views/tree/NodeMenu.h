// What can be done with a node of a hierarchy: the menu of a right click.
#pragma once

#include <string>

#include "core/hierarchy/hierarchy.h"

class QMenu;

namespace horo::views {

class View;

/// Adds what can be changed in place (annotate.hierarchy) and the edits of hierarchy.edit for this node. Each
/// of these makes a new hierarchy beside the old one; the view
/// asks for it by `methodRequested`.
void fillNodeMenu(QMenu& menu, View& view, const std::string& hierarchyId, const Hierarchy& hierarchy,
                  Node node);

}  // namespace horo::views
