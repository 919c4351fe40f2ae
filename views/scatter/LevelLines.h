// Lines of equal height of a field of numbers.
#pragma once

#include <QPointF>
#include <span>
#include <vector>

namespace horo::views {

/// Closed lines (the last point leads to the first) around what is above `level`. `field` holds
/// columns x lines heights, line by line; number (i, j) stands at the place (i, j), and those at the border
/// must not be above the level. Marching squares (Lorensen & Cline 1987, in the plane); where two peaks meet
/// at a corner, the mean of the square says whether they are one.
std::vector<std::vector<QPointF>> levelLines(std::span<const float> field, int columns, int lines,
                                             float level);

}  // namespace horo::views
