#include "views/chart/CurveInk.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <algorithm>
#include <cmath>

#include "views/kit/NumberText.h"
#include "views/theme/Fonts.h"

namespace horo::views {

namespace {

constexpr double titleHeight = 26, ticksBelow = 20, roomRight = 44, tickGap = 6, lineWidth = 1.6;

int lastPoint(const Curve& curve) {
    for (int i = static_cast<int>(curve.points.size()) - 1; i >= 0; --i)
        if (std::isfinite(curve.points[i].y())) return i;
    return -1;
}

void write(QPainter& painter, const QFont& font, const QColor& colour, const QRectF& place, int flags,
           const QString& text) {
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(place, flags | Qt::TextSingleLine | Qt::TextDontClip, text);
}

// A halo lets the words stand over a line of the grid.
void writeMarks(QPainter& painter, const Curve& curve, const CurvePlace& place, const Theme& theme) {
    const QFont ticks = font(FontRole::Tick);
    const QFontMetricsF metrics(ticks);
    for (const auto& mark : curve.marks) {
        const double x = place.at({mark.x, 0}).x();
        if (x < place.area.left() || x > place.area.right()) continue;
        const QRectF words(x + 5, place.area.top(), metrics.horizontalAdvance(mark.text), 14);
        QPainterPath halo;
        halo.addText(words.left(), words.center().y() + metrics.capHeight() / 2, ticks, mark.text);
        painter.strokePath(halo,
                           QPen(theme.colour(Token::Halo), 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setFont(ticks);
        painter.setPen(theme.colour(Token::T3));
        painter.drawText(QPointF(words.left(), words.center().y() + metrics.capHeight() / 2), mark.text);
    }
}

void drawDot(QPainter& painter, const QPointF& where, double radius, const QColor& colour) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(where, radius, radius);
}

}  // namespace

CurvePlace::CurvePlace(const Curve& curve, const CurveScale& scale, const QSizeF& size) : scale(scale) {
    Q_UNUSED(curve);
    const QFontMetricsF metrics(font(FontRole::Tick));
    double left = 20;
    for (const double tick : scale.y.ticks())
        left = std::max(left, metrics.horizontalAdvance(scale.y.text(tick)) + tickGap + 4);
    area = QRectF(QPointF(std::ceil(left), titleHeight),
                  QPointF(size.width() - roomRight, size.height() - ticksBelow));
}

QPointF CurvePlace::at(const QPointF& value) const {
    const auto share = [](double v, const AxisSteps& axis) {
        return (v - axis.first) / (axis.last - axis.first);
    };
    return {area.left() + share(value.x(), scale.x) * area.width(),
            area.bottom() - share(value.y(), scale.y) * area.height()};
}

void paintCurveGround(QPainter& painter, const Curve& curve, const CurvePlace& place, const Theme& theme) {
    const int last = lastPoint(curve);
    if (curve.end) {
        const double done = last < 0 ? place.scale.x.first : std::min(curve.points[last].x(), *curve.end);
        const QRectF shade(QPointF(place.at({done, 0}).x(), place.area.top()),
                           QPointF(place.at({*curve.end, 0}).x(), place.area.bottom()));
        if (shade.width() > 0) painter.fillRect(shade, theme.colour(Token::Grid, .5));
    }
    for (const auto& mark : curve.marks) {
        const double x = place.at({mark.x, 0}).x();
        if (x < place.area.left() || x > place.area.right()) continue;
        QPen dashed(theme.colour(Token::Line2), 1);
        dashed.setDashPattern({2, 3});
        painter.setPen(dashed);
        painter.drawLine(QPointF(x, place.area.top()), QPointF(x, place.area.bottom()));
    }
}

void paintCurveAxes(QPainter& painter, const CurvePlace& place, const Theme& theme) {
    const QRectF& area = place.area;
    const QFont ticks = font(FontRole::Tick);
    const QColor text = theme.colour(Token::T3);
    for (const double tick : place.scale.y.ticks()) {
        const double y = place.at({0, tick}).y();
        if (tick > place.scale.y.first) {
            painter.setPen(QPen(theme.colour(Token::Grid), 1));
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        }
        write(painter, ticks, text, QRectF(0, y - 8, area.left() - tickGap, 16),
              Qt::AlignRight | Qt::AlignVCenter, place.scale.y.text(tick));
    }
    painter.setPen(QPen(theme.colour(Token::Line2), 1));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    for (const double tick : place.scale.x.ticks())
        write(painter, ticks, text, QRectF(place.at({tick, 0}).x() - 40, area.bottom() + 4, 80, 14),
              Qt::AlignHCenter | Qt::AlignVCenter, place.scale.x.text(tick));
}

void paintCurveLine(QPainter& painter, const Curve& curve, const CurvePlace& place, const Theme& theme) {
    const QColor colour = theme.colour(curve.token);
    const auto shown = [&](const QPointF& point) {
        QPointF where = place.at(point);
        where.setY(std::clamp(where.y(), place.area.top(), place.area.bottom()));
        return where;
    };
    QPolygonF piece;
    const auto flush = [&] {
        painter.setPen(QPen(colour, lineWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        if (piece.size() > 1) painter.drawPolyline(piece);
        piece.clear();
    };
    for (const QPointF& point : curve.points) {
        if (std::isfinite(point.y()))
            piece << shown(point);
        else
            flush();
    }
    flush();
    if (!curve.dots) return;
    for (const QPointF& point : curve.points)
        if (std::isfinite(point.y())) drawDot(painter, shown(point), 1.6, colour);
}

void paintCurveNotes(QPainter& painter, const Curve& curve, const CurvePlace& place, const Theme& theme,
                     int hovered) {
    writeMarks(painter, curve, place, theme);
    const QColor colour = theme.colour(curve.token);
    write(painter, font(FontRole::Meta, QFont::Medium), colour,
          QRectF(place.area.left(), 0, 0, titleHeight - 6), Qt::AlignLeft | Qt::AlignVCenter, curve.title);
    const bool inside = hovered >= 0 && hovered < static_cast<int>(curve.points.size());
    const int index = inside ? hovered : lastPoint(curve);
    if (index < 0 || !std::isfinite(curve.points[index].y())) return;
    const QPointF point = curve.points[index];
    QPointF where = place.at(point);
    where.setY(std::clamp(where.y(), place.area.top(), place.area.bottom()));
    drawDot(painter, where, 3, colour);
    const QFont values = font(FontRole::Meta, QFont::Medium);
    QString text = significantText(point.y(), curve.digits);
    if (inside) text += QStringLiteral("  at ") + significantText(point.x(), 4);
    const QFontMetricsF metrics(values);
    const double width = metrics.horizontalAdvance(text);
    // Beside the point, a little above where the line runs along the bottom; to the left where there is no
    // room.
    const bool low = where.y() > place.area.bottom() - 12;
    double x = where.x() + 7, y = where.y() - (low ? 9 : 0);
    if (x + width > place.area.right() + roomRight) x = where.x() - 7 - width;
    if (inside && std::abs(index - lastPoint(curve)) > 0) y = std::max(where.y() - 11, place.area.top() + 7);
    write(painter, values, theme.colour(Token::T1), QRectF(x, y - 8, width, 16),
          Qt::AlignLeft | Qt::AlignVCenter, text);
}

void paintCurve(QPainter& painter, const Curve& curve, const QSizeF& size, const Theme& theme) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const CurvePlace place(curve, CurveScale::fitting(curve), size);
    paintCurveGround(painter, curve, place, theme);
    paintCurveAxes(painter, place, theme);
    paintCurveLine(painter, curve, place, theme);
    paintCurveNotes(painter, curve, place, theme);
    painter.restore();
}

}  // namespace horo::views
