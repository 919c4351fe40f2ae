// With what a drawing is painted.
#pragma once

#include <cstdint>
#include <vector>

#include "views/drawing/DrawingScene.h"
#include "views/theme/Theme.h"

class QPainter;

namespace horo::views {

/// Edges of a graph that its spanning tree lacks.
enum class ExtraParents { None, OfSelection, All };

/// Everything by node of the hierarchy.
struct DrawingInk {
    Theme theme;
    std::vector<uint32_t> colours;  ///< ARGB; what equals main text is painted as ground
    std::vector<char> selected;     ///< empty = nothing is
    Node focus = DrawnTree::whole;  ///< the node that was clicked
    ExtraParents extra = ExtraParents::None;
    bool labels = true;
    double textPixels = 11;
};

/// The picture without what is under the pointer. `cells` are those of the scene, or on their way to it:
/// then names are left out.
void paintDrawing(QPainter& painter, const DrawingScene& scene, const std::vector<DrawnCell>& cells,
                  const DrawingInk& ink, bool moving = false);
/// The mark about the cell under the pointer, or that stands for what is hovered elsewhere.
void paintHovered(QPainter& painter, const DrawingScene& scene, size_t cell, const Theme& theme);

}  // namespace horo::views
