// The open rows of a tree as a figure.
#pragma once

#include <QRgb>

#include "core/colour/hierarchy_hues.h"
#include "views/tree/TreeRows.h"
#include "views/view/Figure.h"
#include "views/workspace/HierarchyLook.h"

namespace horo::views {

/// At most 200 rows; the caption says when there are more.
Figure treeFigure(const HierarchyLook& look, const TreeRows& rows, int level);

/// The branches at a level with their colours from shallow to deep and their numbers of nodes, largest first,
/// at most `limit`; the last entry then says how many are left out.
std::vector<LegendEntry> branchLegend(const Hierarchy& hierarchy, const SpanningTree& tree,
                                      const HierarchyHues& hues, int level, size_t limit, QString& note);

}  // namespace horo::views
