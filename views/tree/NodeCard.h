// What the hover card says about a node.
#pragma once

#include "core/hierarchy/spanning_tree.h"
#include "views/kit/HoverCard.h"

namespace horo::views {

/// Name, path, gloss, depth and leaves; a view adds its own numbers.
HoverContent nodeCard(const Hierarchy& hierarchy, const SpanningTree& tree, Node node, QColor swatch);

}  // namespace horo::views
