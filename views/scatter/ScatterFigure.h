// The figure of a scatter: vector marks up to 20,000 points, one raster layer under live text above.
#pragma once

#include <string>

#include "core/colour/hierarchy_hues.h"
#include "views/scatter/ScatterSettings.h"
#include "views/scatter/ScatterShapes.h"
#include "views/scatter/ScatterSubject.h"
#include "views/view/Figure.h"

namespace horo::views {

struct ScatterFigureInput {
    ScatterSubject subject;  ///< with colours for paper
    ScatterSettings settings;
    std::optional<OrderCone> cone;
    const HierarchyHues* hues = nullptr;  ///< where branches have colours
    std::string colourName;               ///< of the number that colours tell, or empty
    std::string objectName;
    std::string columns;  ///< which ones are drawn, in words, or empty
};

Figure scatterFigure(const ScatterFigureInput& input);

}  // namespace horo::views
