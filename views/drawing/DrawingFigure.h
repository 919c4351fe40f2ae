// A drawing of a hierarchy as a figure.
#pragma once

#include "views/drawing/DrawingInk.h"
#include "views/view/Figure.h"

namespace horo::views {

struct DrawingFigureInput {
    std::shared_ptr<const Drawing> drawing;
    std::shared_ptr<const DrawnTree> tree;
    Node focus = DrawnTree::whole;
    DrawingInk ink;  ///< in colours of paper
    int level = 0;   ///< whose branches give the hues, 0 = coloured by a number
    QString colourName, sizeName;
};

Figure drawingFigure(DrawingFigureInput input);

}  // namespace horo::views
