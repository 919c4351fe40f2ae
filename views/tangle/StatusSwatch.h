// The small sign of a status.
#pragma once

#include <QRectF>

#include "views/tangle/HierarchyPair.h"
#include "views/theme/Theme.h"

class QPainter;

namespace horo::views {

/// Grey: in place. Two halves: moved. Hatched in the colour of its side: in one alone.
void paintStatusSwatch(QPainter& painter, const QRectF& box, NodeStatus status, Side side,
                       const Theme& theme);

}  // namespace horo::views
