#include "views/disk/DiskNotes.h"

#include <QObject>
#include <cmath>
#include <vector>

#include "views/disk/CornerTexts.h"
#include "views/kit/NumberText.h"

namespace horo::views {

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
    QStringList right;
    if (settings.rings) right << QStringLiteral("rings every %1 units").arg(plainText(ringEvery));
    if (viewedFrom > 0) right << QObject::tr("centre %1 from the origin").arg(plainText(viewedFrom));
    const QString radius = QStringLiteral("radius \u00d7 %1").arg(plainText(settings.scale));
    right << (curvature < 0 ? radius + QStringLiteral("   K = ") + plainText(curvature) : radius);
    paintCorners(painter, {frame.width, frame.height}, ink, right, warning, projection);
}

}  // namespace horo::views
