// The small texts in the lower corners of a canvas.
#pragma once

#include <QSizeF>
#include <QString>
#include <QStringList>

#include "views/disk/DiskInk.h"

class QPainter;

namespace horo::views {

/// `right` from the bottom up. At the left `note`, elided where the right needs its room, above `warning`
/// with its icon; both may be empty.
void paintCorners(QPainter& painter, QSizeF size, const DiskInk& ink, const QStringList& right,
                  const QString& warning, const QString& note);

}  // namespace horo::views
