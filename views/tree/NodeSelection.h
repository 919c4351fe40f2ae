// What a click or a lasso on nodes selects; the same in every view.
#pragma once

#include <QtCore/qnamespace.h>
#include <span>
#include <string>

#include "core/data/selection.h"
#include "core/hierarchy/spanning_tree.h"

namespace horo::views {

/// The items of the node's subtree, or of the node alone.
std::vector<ItemId> itemsOfSubtree(const Hierarchy& hierarchy, const SpanningTree& tree, Node node,
                                   bool onlyNode);

/// `items` in place of what is selected; Shift adds them, Alt removes them. `focus` is what was pointed at, 0
/// = none.
Selection changedSelection(const Selection& now, std::vector<ItemId> items, ItemId focus,
                           Qt::KeyboardModifiers modifiers, const std::string& origin);

}  // namespace horo::views
