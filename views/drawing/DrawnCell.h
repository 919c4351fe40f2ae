// A node as it is drawn.
#pragma once

#include "views/drawing/DrawnTree.h"

namespace horo::views {

/// Two extents whose meaning belongs to the drawing: across the levels (a: pixels, or turns of a circle) and
/// along them (b: pixels from the edge or from the middle).
struct DrawnCell {
    Node node = DrawnTree::whole;
    int level = 0;    ///< below the focus
    int parent = -1;  ///< place of the cell above, -1 at the top
    double a0 = 0, a1 = 0, b0 = 0, b1 = 0;
    /// Stands for neighbours too that are too small to be seen; `node` is the largest of them.
    bool merged = false;
    /// Nodes below it are drawn.
    bool open = false;
};

}  // namespace horo::views
