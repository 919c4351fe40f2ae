// The few shapes that all parts of the interface are drawn with.
#pragma once

#include <QtCore/QRectF>
#include <QtGui/QColor>

class QPainter;

namespace horo::views {

/// A box with a crisp 1 px border inside `rect`; an invalid colour leaves that part out.
void paintBox(QPainter& painter, const QRectF& rect, double radius, const QColor& fill,
              const QColor& border = {});

/// A crisp 1 px line along one edge of `rect`.
void paintEdge(QPainter& painter, const QRectF& rect, Qt::Edge edge, const QColor& colour);

/// How much room a shadow needs around a card.
int shadowMargin();
/// The theme's shadow around `card`, painted as a nine-patch that is made once a theme and pixel ratio.
void paintShadow(QPainter& painter, const QRect& card, int radius);

}  // namespace horo::views
