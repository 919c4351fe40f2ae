// The colours and fonts a disk is painted with, on screen by the theme, in figures on white paper.
#pragma once

#include <QColor>
#include <QFont>

namespace horo::views {

struct DiskInk {
    QColor canvas, grid, rim, edge, ink, halo, text, secondary, meta, leader, accent, plate, warn;
    QFont label, strongLabel, focusLabel, corner;
    double textHeight = 14;

    static DiskInk ofTheme();
    /// Dark on white, with labels of `points` (1/72 inch) painted 1 unit to the point.
    static DiskInk ofPaper(double points);
};

}  // namespace horo::views
