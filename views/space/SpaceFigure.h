// A space as a figure on white paper.
#pragma once

#include <QRgb>
#include <string>

#include "core/colour/hierarchy_hues.h"
#include "views/space/SpaceScene.h"
#include "views/view/Figure.h"

namespace horo::views {

struct SpaceFigureInput {
    SpaceSubject subject;  ///< with the colours of paper
    SpaceSettings settings;
    const HierarchyHues* hues = nullptr;  ///< where colours tell branches
    std::string colourName;               ///< else: what they tell
    std::string objectName;
};

/// The same marks, edges and names as on screen, painted by QPainter. Lengths are points.
Figure spaceFigure(const SpaceFigureInput& input);

}  // namespace horo::views
