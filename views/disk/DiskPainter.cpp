#include "views/disk/DiskPainter.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <array>
#include <cmath>

#include "views/disk/DiskArc.h"

namespace horo::views {

namespace {

/// The part of the segment inside the rectangle, with room for its width; false if none. Figures are clipped
/// in geometry because QSvgGenerator ignores clips, and off-screen strokes are slow.
bool touches(const DiskFrame& frame, QPointF a, QPointF b) {
    const double margin = frame.radius;  // an arc bulges at most this far
    return std::max(a.x(), b.x()) > -margin && std::min(a.x(), b.x()) < frame.width + margin &&
           std::max(a.y(), b.y()) > -margin && std::min(a.y(), b.y()) < frame.height + margin;
}

QPen roundPen(const QColor& colour, double width) {
    return {colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

}  // namespace

void DiskPainter::ground(QPainter& painter, std::span<const double> rings) const {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink_.grid, unit_));
    for (const double r : rings)
        displayedCircle(painter, 0, r);
    painter.setPen(QPen(ink_.rim, unit_));
    if (frame_.model == DiskModel::HalfPlane) {
        const double edge = frame_.y - frame_.radius * halfPlaneEdge;
        painter.drawLine(QPointF(0, edge), QPointF(frame_.width, edge));
        return;
    }
    painter.drawEllipse(QPointF(frame_.x, frame_.y), frame_.radius, frame_.radius);
}

void DiskPainter::displayedCircle(QPainter& painter, Complex middle, double radius) const {
    if (frame_.model == DiskModel::Poincare) {
        painter.drawEllipse(pixel(middle), radius * frame_.radius, radius * frame_.radius);
        return;
    }
    // Points crowd where the model stretches most: towards the top of a half-plane.
    QPolygonF shape;
    for (int k = 0; k <= 240; ++k) {
        const double u = k / 120.0 - 1, turn = M_PI * u * u * u;
        shape << pixel(middle + std::polar(radius, M_PI / 2 + turn));
    }
    painter.drawPolyline(shape);
}

void DiskPainter::lines(QPainter& painter, std::span<const DiskLine> lines) const {
    std::array<QPointF, 65> points;
    painter.setBrush(Qt::NoBrush);
    uint32_t colour = 0;
    float width = -1;
    bool dashed = false;
    for (const DiskLine& line : lines) {
        const QPointF from = pixel(line.from), to = pixel(line.to);
        if (!touches(frame_, from, to)) continue;
        if (line.colour != colour || line.width != width || line.dashed != dashed) {
            colour = line.colour, width = line.width, dashed = line.dashed;
            QPen pen(QColor::fromRgba(colour), width, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin);
            if (dashed) pen.setDashPattern({4 / width, 3 / width});
            painter.setPen(pen);
        }
        const DiskArc arc({line.from.x, line.from.y}, {line.to.x, line.to.y});
        // In Klein's disk geodesics are straight; a half-plane enlarges what lies above its middle.
        const int pieces = frame_.model == DiskModel::Klein       ? 1
                           : frame_.model == DiskModel::HalfPlane ? arc.pieces(0.02 / frame_.radius)
                                                                  : arc.pieces(0.2 / frame_.radius);
        for (int i = 0; i <= pieces; ++i)
            points[i] = pixel(arc.at(static_cast<double>(i) / pieces));
        painter.drawPolyline(points.data(), pieces + 1);
    }
}

void DiskPainter::marks(QPainter& painter, std::span<const DiskMark> marks) const {
    painter.setPen(Qt::NoPen);
    uint32_t colour = 0;
    bool outlined = false;
    for (const DiskMark& mark : marks) {
        const QPointF at = pixel(mark.at);
        if (at.x() < -8 || at.y() < -8 || at.x() > frame_.width + 8 || at.y() > frame_.height + 8) continue;
        if (mark.colour != colour) painter.setBrush(QColor::fromRgba(colour = mark.colour));
        if (mark.selected != outlined) {
            outlined = mark.selected;
            painter.setPen(outlined ? QPen(ink_.ink, 1.1 * unit_) : QPen(Qt::NoPen));
        }
        painter.drawEllipse(at, mark.radius, mark.radius);
    }
}

void DiskPainter::focusRing(QPainter& painter, Spot at, float radius) const {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink_.ink, 1.6 * unit_));
    painter.drawEllipse(pixel(at), radius + 3.5 * unit_, radius + 3.5 * unit_);
}

void DiskPainter::hoverRing(QPainter& painter, Spot at, float radius) const {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink_.accent, 1.6 * unit_));
    painter.drawEllipse(pixel(at), radius + 5 * unit_, radius + 5 * unit_);
}

void DiskPainter::leader(QPainter& painter, const DiskLabel& label, Spot at) const {
    const QPointF mark = pixel(at);
    const double middle = label.box.top + label.box.height / 2;
    painter.setPen(roundPen(ink_.leader, 0.75 * unit_));
    if (mark.x() > label.box.left - 8 && mark.x() < label.box.right() + 8) {
        // Straight above or below its mark: from the nearer edge.
        const double edge = mark.y() < middle ? label.box.top : label.box.bottom();
        painter.drawLine(mark, QPointF(std::clamp(mark.x(), label.box.left, label.box.right()), edge));
        return;
    }
    const bool right = label.box.left > mark.x();
    const QPointF end(right ? label.box.left - 3 : label.box.right() + 3, middle);
    const QPointF elbow(end.x() + (right ? -7 : 7), middle);
    const QPointF line[] = {mark, elbow, end};
    painter.drawPolyline(line, 3);
}

void DiskPainter::label(QPainter& painter, const DiskLabel& label, QPointF corner, bool focus) const {
    const bool loud = focus || label.region;
    const QFont& font = loud ? ink_.focusLabel : label.strong ? ink_.strongLabel : ink_.label;
    const QFontMetricsF metrics(font);
    const double base = corner.y() + (label.box.height - metrics.height()) / 2 + metrics.ascent();
    const QString text = QString::fromStdString(label.text);
    QPainterPath outline;
    outline.addText(QPointF(corner.x(), base), font, text);
    painter.strokePath(outline, QPen(ink_.halo, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setFont(font);
    painter.setPen(label.strong || loud || label.atRim ? ink_.text : ink_.secondary);
    painter.drawText(QPointF(corner.x(), base), text);
}

QPainterPath DiskPainter::arcPath(Complex p, Complex q) const {
    const DiskArc arc(p, q);
    QPainterPath path(pixel(p));
    const int pieces = std::max(arc.pieces(0.1 / frame_.radius), 1);
    for (int i = 1; i <= pieces; ++i)
        path.lineTo(pixel(arc.at(static_cast<double>(i) / pieces)));
    return path;
}

void DiskPainter::plate(QPainter& painter, QPointF middle, const QString& text) const {
    const QFontMetricsF metrics(ink_.strongLabel);
    const double width = metrics.horizontalAdvance(text) + 12, height = metrics.height() + 5;
    const QRectF box(std::round(middle.x() - width / 2) + 0.5, std::round(middle.y() - height / 2) + 0.5,
                     std::round(width), std::round(height));
    painter.setPen(QPen(ink_.accent, unit_));
    painter.setBrush(ink_.plate);
    painter.drawRoundedRect(box, 3, 3);
    painter.setFont(ink_.strongLabel);
    painter.setPen(ink_.accent);
    painter.drawText(box, Qt::AlignCenter, text);
}

void DiskPainter::ruler(QPainter& painter, Complex p, Complex q, double distance, double unit) const {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(roundPen(ink_.accent, 1.6 * unit_));
    painter.drawPath(arcPath(p, q));
    // On the arc of the displayed disk equal parts of its own length stand for equal parts of the distance;
    // at s = 1 they are the units themselves.
    const int ticks = distance > 0 ? static_cast<int>(std::ceil(distance / unit)) : 0;
    painter.setPen(roundPen(ink_.accent, 1.2 * unit_));
    for (int i = 1; i < std::min(ticks, 64); ++i) {
        const double t = i * unit / distance;
        const QPointF here = pixel(geodesicPoint(p, q, t));
        const QPointF ahead = pixel(geodesicPoint(p, q, std::min(1.0, t + 0.01)));
        const QPointF behind = pixel(geodesicPoint(p, q, std::max(0.0, t - 0.01)));
        const QPointF along = ahead - behind;
        const double length = std::hypot(along.x(), along.y());
        if (length < 1e-3) continue;
        const QPointF across(-along.y() / length * 4 * unit_, along.x() / length * 4 * unit_);
        painter.drawLine(here - across, here + across);
    }
    for (const Complex end : {p, q}) {
        painter.setBrush(ink_.canvas);
        painter.setPen(QPen(ink_.accent, 1.6 * unit_));
        if (end == p) painter.drawEllipse(pixel(end), 5 * unit_, 5 * unit_);
    }
    plate(painter, plateRoom(p, q).center(), QStringLiteral("d = %1").arg(distance, 0, 'f', 2));
}

QRectF DiskPainter::plateRoom(Complex p, Complex q) const {
    const QPointF middle = pixel(DiskArc(p, q).at(0.5)) + QPointF(0, -16 * unit_);
    const QFontMetricsF metrics(ink_.strongLabel);
    const QSizeF size(metrics.horizontalAdvance(QStringLiteral("d = 00.00")) + 18, metrics.height() + 10);
    return {middle - QPointF(size.width() / 2, size.height() / 2), size};
}

QPen DiskPainter::dashes(const QColor& colour) const {
    QPen pen(colour, unit_);
    pen.setDashPattern({4, 3});
    return pen;
}

void DiskPainter::circle(QPainter& painter, std::span<const Complex> points, double radius) const {
    QPolygonF shape;
    for (const Complex p : points)
        shape << pixel(p);
    if (shape.isEmpty()) return;
    painter.setPen(dashes(ink_.accent));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(shape);
    plate(painter, shape.last() + QPointF(0, -14 * unit_), QStringLiteral("r = %1").arg(radius, 0, 'f', 2));
}

void DiskPainter::shape(QPainter& painter, std::span<const Complex> border) const {
    QPolygonF shape;
    for (const Complex p : border)
        shape << pixel(p);
    QColor fill = ink_.accent;
    fill.setAlphaF(.1f);
    painter.setPen(QPen(ink_.accent, 1.2 * unit_));
    painter.setBrush(fill);
    painter.drawPolygon(shape);
}

void DiskPainter::horocycle(QPainter& painter, Complex p) const {
    const double r = std::abs(p);
    if (r < 1e-6) return;
    const Complex ideal = p / r;
    const double radius = (1 - r) / 2;
    painter.setPen(dashes(ink_.secondary));
    painter.setBrush(Qt::NoBrush);
    displayedCircle(painter, ideal * (1 - radius), radius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink_.ink);
    painter.drawEllipse(pixel(ideal), 2 * unit_, 2 * unit_);
}

}  // namespace horo::views
