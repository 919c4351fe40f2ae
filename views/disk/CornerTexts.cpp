#include "views/disk/CornerTexts.h"

#include <QFontMetricsF>
#include <QPainter>
#include <cmath>

#include "views/theme/Icons.h"

namespace horo::views {

void paintCorners(QPainter& painter, QSizeF size, const DiskInk& ink, const QStringList& right,
                  const QString& warning, const QString& note) {
    constexpr double margin = 14, roomAtRight = 150, iconSize = 14;
    const QFontMetricsF metrics(ink.corner);
    const double line = metrics.height() + 2, bottom = size.height() - 12;
    painter.setFont(ink.corner);
    painter.setPen(ink.meta);
    double base = bottom;
    for (const QString& text : right) {
        painter.drawText(QPointF(std::round(size.width() - margin - metrics.horizontalAdvance(text)), base),
                         text);
        base -= line;
    }
    base = bottom;
    if (!warning.isEmpty()) {
        paintIcon(painter, QRectF(margin, base - metrics.ascent() / 2 - iconSize / 2 + 1, iconSize, iconSize),
                  QStringLiteral("warning"), ink.warn);
        painter.setPen(ink.warn);
        painter.drawText(QPointF(margin + iconSize + 5, base), warning);
        base -= line;
    }
    if (note.isEmpty()) return;
    painter.setPen(ink.meta);
    painter.drawText(QPointF(margin, base),
                     metrics.elidedText(note, Qt::ElideRight, size.width() - 2 * margin - roomAtRight));
}

}  // namespace horo::views
