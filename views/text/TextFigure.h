// The figure of a text and its units.
#pragma once

#include <memory>

#include "views/text/TextPaint.h"
#include "views/view/Figure.h"

namespace horo::views {

/// The first rows from `top` on, at most 40, broken for the width of the figure.
Figure textFigure(const std::shared_ptr<const UnitText>& text, const TextMarks& marks, uint64_t top);

}  // namespace horo::views
