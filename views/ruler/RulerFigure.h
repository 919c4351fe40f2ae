// The figure of a ruler: the same lines on paper.
#pragma once

#include "views/ruler/RulerPaint.h"
#include "views/view/Figure.h"

namespace horo::views {

Figure rulerFigure(const RulerSubject& subject, const RulerScale& scale, const RulerMarks& marks,
                   const QString& textName);

}  // namespace horo::views
