// The shapes of a curve chart that screen and figure share.
#pragma once

#include <QtCore/QRectF>
#include <QtGui/QFont>

#include "views/chart/Curve.h"
#include "views/theme/Theme.h"

class QPainter;

namespace horo::views {

/// Where the plot stands in its widget or figure, and how values become places.
struct CurvePlace {
    /// `size` of the whole chart; title above, tick labels left and below, room for the last value at the
    /// right.
    CurvePlace(const Curve& curve, const CurveScale& scale, const QSizeF& size);

    QPointF at(const QPointF& value) const;

    CurveScale scale;
    QRectF area;
};

/// What lies under the line: the part that is not done yet, and the marks.
void paintCurveGround(QPainter& painter, const Curve& curve, const CurvePlace& place, const Theme& theme);
/// Grid, baseline and tick labels.
void paintCurveAxes(QPainter& painter, const CurvePlace& place, const Theme& theme);
/// The line and its dots, cut to the area without a clip.
void paintCurveLine(QPainter& painter, const Curve& curve, const CurvePlace& place, const Theme& theme);
/// What lies above: the title, the last point with its value; and `hovered`, the index of a point, in place
/// of it.
void paintCurveNotes(QPainter& painter, const Curve& curve, const CurvePlace& place, const Theme& theme,
                     int hovered = -1);

/// The whole chart, for figures: live text, no clip, no cosmetic pens.
void paintCurve(QPainter& painter, const Curve& curve, const QSizeF& size, const Theme& theme);

}  // namespace horo::views
