// Places on circles about the middle of a picture.
#pragma once

#include <QPainterPath>
#include <cmath>

namespace horo::views {

/// Turns run clockwise from the top, 0 to 1.
struct Ring {
    QPointF middle;
    double radius;  ///< of the outermost circle

    Ring(QSizeF size, double margin)
        : middle(size.width() / 2, size.height() / 2),
          radius(std::max(1.0, std::min(size.width(), size.height()) / 2 - margin)) {}

    QPointF at(double turn, double r) const {
        const double angle = 2 * M_PI * turn;
        return middle + QPointF(r * std::sin(angle), -r * std::cos(angle));
    }
    double radiusOf(QPointF p) const { return std::hypot(p.x() - middle.x(), p.y() - middle.y()); }
    double turnOf(QPointF p) const {
        const double turn = std::atan2(p.x() - middle.x(), middle.y() - p.y()) / (2 * M_PI);
        return turn < 0 ? turn + 1 : turn;
    }
    QRectF circle(double r) const { return {middle.x() - r, middle.y() - r, 2 * r, 2 * r}; }

    /// The piece between two radii and two turns; a disc where nothing is left out.
    QPainterPath sector(double from, double to, double inner, double outer) const {
        QPainterPath path;
        if (to - from > 1 - 1e-9) {
            path.addEllipse(circle(outer));
            if (inner > 0) path.addEllipse(circle(inner));
            return path;
        }
        const double start = 90 - 360 * from, sweep = -360 * (to - from);
        path.arcMoveTo(circle(outer), start);
        path.arcTo(circle(outer), start, sweep);
        if (inner > 0)
            path.arcTo(circle(inner), start + sweep, -sweep);
        else
            path.lineTo(middle);
        path.closeSubpath();
        return path;
    }
};

}  // namespace horo::views
