#include "views/disk/DiskNotes.h"

#include <QFontMetricsF>
#include <QObject>
#include <QPainter>
#include <cmath>
#include <vector>

#include "views/theme/Icons.h"

namespace horo::views {

namespace {

constexpr double margin = 14;

QString shortNumber(double value) {
    return QString::number(value, 'g', 3).replace(QLatin1Char('-'), QChar(0x2212));
}

}  // namespace

std::vector<double> DiskNotes::rings(const DiskProjection& projection) const {
    std::vector<double> radii;
    const double step = ringEvery * (curvature < 0 ? std::sqrt(-curvature) : 1);
    for (double rho = step; radii.size() < 64; rho += step) {
        const double r = projection.displayedRadius(rho);
        if (r > 0.985) break;
        radii.push_back(r);
    }
    return radii;
}

void DiskNotes::paint(QPainter& painter, const DiskFrame& frame, const DiskSettings& settings,
                      const DiskInk& ink) const {
    const QFontMetricsF metrics(ink.corner);
    const double line = metrics.height() + 2;
    painter.setFont(ink.corner);
    painter.setPen(ink.meta);
    double base = frame.height - 12;
    const auto atRight = [&](const QString& text) {
        painter.drawText(QPointF(std::round(frame.width - margin - metrics.horizontalAdvance(text)), base),
                         text);
        base -= line;
    };
    if (settings.rings) atRight(QStringLiteral("rings every %1 units").arg(shortNumber(ringEvery)));
    const QString radius = QStringLiteral("radius \u00d7 %1").arg(shortNumber(settings.scale));
    if (viewedFrom > 0) atRight(QObject::tr("centre %1 from the origin").arg(shortNumber(viewedFrom)));
    atRight(curvature < 0 ? radius + QStringLiteral("   K = ") + shortNumber(curvature) : radius);

    base = frame.height - 12;
    if (!warning.isEmpty()) {
        const double size = 14;
        paintIcon(painter, QRectF(margin, base - metrics.ascent() / 2 - size / 2 + 1, size, size),
                  QStringLiteral("warning"), ink.warn);
        painter.setPen(ink.warn);
        painter.drawText(QPointF(margin + size + 5, base), warning);
        base -= line;
    }
    if (!projection.isEmpty()) {
        painter.setPen(ink.meta);
        painter.drawText(QPointF(margin, base), projection);
    }
}

}  // namespace horo::views
