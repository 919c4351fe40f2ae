#include "views/space/SpaceNotes.h"

#include <QFontMetricsF>
#include <QObject>
#include <QPainter>

#include "views/theme/Icons.h"

namespace horo::views {

namespace {

constexpr double margin = 14;

}  // namespace

QString shortNumber(double value) {
    return QString::number(value, 'g', 3).replace(QLatin1Char('-'), QChar(0x2212));
}

QString spaceModelTitle(SpaceModel model, const SpaceAxes& axes) {
    const bool flat = axes.dimension <= 2;
    switch (model) {
        case SpaceModel::Hyperboloid:
            return QObject::tr("Hyperboloid");
        case SpaceModel::Ball:
            return flat ? QObject::tr("Poincar\u00e9 disk") : QObject::tr("Poincar\u00e9 ball");
        case SpaceModel::Klein:
            return flat ? QObject::tr("Klein disk") : QObject::tr("Klein ball");
        case SpaceModel::Plain:
            break;
    }
    return axes.kind == SpaceKind::Sphere ? QObject::tr("Sphere") : QObject::tr("Coordinates");
}

void SpaceNotes::paint(QPainter& painter, const SpaceSight& sight, const SpaceAxes& axes, bool mesh,
                       const DiskInk& ink) const {
    const QFontMetricsF metrics(ink.corner);
    const double line = metrics.height() + 2, width = sight.camera.width, height = sight.camera.height;
    painter.setFont(ink.corner);
    painter.setPen(ink.meta);
    double base = height - 12;
    const auto atRight = [&](const QString& text) {
        painter.drawText(QPointF(width - margin - metrics.horizontalAdvance(text), base), text);
        base -= line;
    };
    if (mesh && sight.ringEvery > 0)
        atRight(sight.ringEvery == 1 ? QObject::tr("rings every unit")
                                     : QObject::tr("rings every %1 units").arg(shortNumber(sight.ringEvery)));
    if (axes.isHyperbolic())
        atRight(QObject::tr("radius \u00d7 %1   K = %2")
                    .arg(shortNumber(sight.projection.scale()), shortNumber(axes.curvature)));
    else if (axes.kind == SpaceKind::Sphere)
        atRight(QObject::tr("K = %1").arg(shortNumber(axes.curvature)));
    else if (mesh)
        atRight(QObject::tr("axes from \u2212%1 to %1").arg(shortNumber(axes.unit)));

    base = height - 12;
    if (!warning.isEmpty()) {
        const double size = 14;
        paintIcon(painter, QRectF(margin, base - metrics.ascent() / 2 - size / 2 + 1, size, size),
                  QStringLiteral("warning"), ink.warn);
        painter.setPen(ink.warn);
        painter.drawText(QPointF(margin + size + 5, base), warning);
        base -= line;
    }
    if (projection.isEmpty()) return;
    painter.setPen(ink.meta);
    // What stands at the right takes about so much.
    painter.drawText(QPointF(margin, base), metrics.elidedText(projection, Qt::ElideRight, width - 2 * margin - 150));
}

}  // namespace horo::views
