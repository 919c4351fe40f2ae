// The small texts in the lower corners of a space.
#pragma once

#include <QString>

#include "views/disk/DiskInk.h"
#include "views/space/SpaceScene.h"

class QPainter;

namespace horo::views {

struct SpaceNotes {
    QString warning;     ///< lower left, with the warning icon
    QString projection;  ///< lower left, above the warning

    void paint(QPainter& painter, const SpaceSight& sight, const SpaceAxes& axes, bool mesh,
               const DiskInk& ink) const;
};

/// "Hyperboloid", "Poincare ball", "Poincare disk" and so on.
QString spaceModelTitle(SpaceModel model, const SpaceAxes& axes);

}  // namespace horo::views
