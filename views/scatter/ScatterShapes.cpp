#include "views/scatter/ScatterShapes.h"

#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

namespace horo::views {

namespace {

constexpr double densitySigma = 10, hullSigma = 7;  // pixels
constexpr int contourLines = 6;
constexpr int densestAlpha = 150;

QPainterPath pathOf(const std::vector<std::vector<QPointF>>& lines) {
    QPainterPath path;
    for (const auto& line : lines) {
        path.moveTo(line.front());
        for (size_t i = 1; i < line.size(); ++i)
            path.lineTo(line[i]);
        path.closeSubpath();
    }
    return path;
}

void paintDensity(QPainter& painter, const PointDensity& density, const QColor& colour) {
    if (density.highest() <= 0) return;
    QImage image(density.columns(), density.lines(), QImage::Format_ARGB32_Premultiplied);
    for (int line = 0; line < density.lines(); ++line)
        for (int column = 0; column < density.columns(); ++column) {
            // The root brings out what is thin beside what is dense.
            const float share = std::sqrt(density.at(column, line) / density.highest());
            const int alpha = static_cast<int>(share * densestAlpha);
            image.setPixel(column, line,
                           qPremultiply(qRgba(colour.red(), colour.green(), colour.blue(), alpha)));
        }
    constexpr int cell = PointDensity::cell;
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(-cell, -cell, density.columns() * cell, density.lines() * cell), image);
}

}  // namespace

std::optional<OrderCone> OrderCone::of(const Embedding& embedding, uint32_t row, int columnX, int columnY) {
    if (embedding.method != "embed.order" || row >= embedding.rows()) return {};
    const size_t columns = embedding.columns();
    const size_t x = std::min(static_cast<size_t>(columnX), columns - 1),
                 y = std::min(static_cast<size_t>(columnY), columns - 1);
    const auto isBelow = [&](size_t other, size_t column) {
        return embedding.vectors.at(other, column) >= embedding.vectors.at(row, column);
    };
    OrderCone cone{row};
    for (size_t other = 0; other < embedding.rows(); ++other) {
        if (other == row || !isBelow(other, x) || !isBelow(other, y)) continue;
        ++cone.inPlane;
        size_t column = 0;
        while (column < columns && isBelow(other, column))
            ++column;
        cone.inAll += column == columns;
    }
    return cone;
}

ScatterShapes ScatterShapes::of(const ScatterSubject& subject, const ScatterFrame& frame,
                                const ScatterSettings& settings) {
    ScatterShapes shapes;
    if (settings.density || settings.contours) {
        PointDensity density(subject.grid, frame, densitySigma);
        if (settings.contours)
            for (int i = 1; i <= contourLines; ++i) {
                const double share = static_cast<double>(i) / (contourLines + 1);
                const auto lines = density.contour(density.levelHolding(share));
                shapes.contours.insert(shapes.contours.end(), lines.begin(), lines.end());
            }
        if (settings.density) shapes.density = std::move(density);
    }
    const DiskSubject& rows = subject.rows;
    shapes.trails = subject.trails.drawn(rows);
    if (settings.hull && rows.selectedRows().size() >= SelectionHull::fewest &&
        rows.selectedRows().size() < rows.size()) {
        const PointDensity density(subject.grid, frame, hullSigma,
                                   [&](uint32_t row) { return rows.isSelected(row); });
        if (density.points() >= SelectionHull::fewest)
            // A little lower than the sparsest cell that is held, so that the line goes around it.
            shapes.hull = {density.contour(0.7f * density.levelHolding(SelectionHull::share)),
                           density.points()};
    }
    return shapes;
}

void ScatterShapes::paintGround(QPainter& painter, const ScatterSubject& subject, const ScatterFrame& frame,
                                const DiskInk& ink, double unit) const {
    if (density) paintDensity(painter, *density, ink.accent);
    if (!cone || cone->row >= subject.x.size()) return;
    const QPointF corner = frame.pixel(subject.x[cone->row], subject.y[cone->row]);
    const QRectF inside = QRectF(0, 0, frame.width, frame.height)
                              .intersected(QRectF(QPointF(corner.x(), 0), QPointF(frame.width, corner.y())));
    QColor fill = ink.accent;
    fill.setAlphaF(0.08f);
    painter.fillRect(inside, fill);
    painter.setPen(QPen(ink.accent, 1.2 * unit));
    if (corner.x() >= 0 && corner.x() <= frame.width && inside.height() > 0)
        painter.drawLine(inside.bottomLeft(), inside.topLeft());
    if (corner.y() >= 0 && corner.y() <= frame.height && inside.width() > 0)
        painter.drawLine(inside.bottomLeft(), inside.bottomRight());
}

void ScatterShapes::paintLines(QPainter& painter, const ScatterSubject& subject, const ScatterFrame& frame,
                               const DiskInk& ink, double unit) const {
    paintTrails(painter, trails, subject.x, subject.y, subject.rows.colours, frame, unit);
    painter.setBrush(Qt::NoBrush);
    if (!contours.empty()) {
        QColor line = ink.secondary;
        line.setAlphaF(0.7f);
        painter.setPen(QPen(line, 0.8 * unit));
        painter.drawPath(pathOf(contours));
    }
    if (hull.lines.empty()) return;
    const uint32_t focus = subject.rows.focusRow();
    const uint32_t row = focus != DiskSubject::none ? focus : subject.rows.selectedRows().front();
    QColor line = row < subject.rows.colours.size() ? QColor::fromRgb(subject.rows.colours[row]) : ink.accent;
    QColor fill = line;
    fill.setAlphaF(0.06f);
    painter.setBrush(fill);
    painter.setPen(QPen(line, 1.3 * unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(pathOf(hull.lines));
}

}  // namespace horo::views
