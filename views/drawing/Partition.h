// Nodes as intervals, level by level: what icicle, sunburst and radial tree have in common.
#pragma once

#include <functional>

#include "views/drawing/DrawnCell.h"

namespace horo::views {

/// Borders of at most `levels` levels that share `room`: `comfortable` or more for the first ones, and
/// between `thin` and that for the deeper ones where there is not enough. What has not even `thin` is left
/// out.
std::vector<double> levelBorders(int levels, double room, double comfortable, double thin);

/// Cells of `focus` (level 0) and what is below it, each after its parent; a in shares of the focus, b from
/// `borders`. Siblings of less than `leastPixels` are merged until they reach it; `pixels(level)` is the
/// length of the whole across that level.
std::vector<DrawnCell> partition(const DrawnTree& tree, Node focus, const std::vector<double>& borders,
                                 const std::function<double(int level)>& pixels, double leastPixels);

}  // namespace horo::views
