#include "views/space/SpaceNotes.h"

#include <QObject>

#include "views/disk/CornerTexts.h"
#include "views/kit/NumberText.h"

namespace horo::views {

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
    QStringList right;
    if (mesh && sight.ringEvery > 0)
        right << (sight.ringEvery == 1 ? QObject::tr("rings every unit")
                                       : QObject::tr("rings every %1 units").arg(plainText(sight.ringEvery)));
    if (axes.isHyperbolic())
        right << QObject::tr("radius \u00d7 %1   K = %2")
                     .arg(plainText(sight.projection.scale()), plainText(axes.curvature));
    else if (axes.kind == SpaceKind::Sphere)
        right << QObject::tr("K = %1").arg(plainText(axes.curvature));
    else if (mesh)
        right << QObject::tr("axes from \u2212%1 to %1").arg(plainText(axes.unit));
    paintCorners(painter, {sight.camera.width, sight.camera.height}, ink, right, warning, projection);
}

}  // namespace horo::views
