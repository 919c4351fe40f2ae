// Which part of the plane a canvas shows.
#pragma once

#include <QPointF>

#include "views/scatter/PointGrid.h"

namespace horo::views {

/// The middle of the canvas shows (x, y); `scale` pixels are one unit on both axes; y points upwards.
struct ScatterFrame {
    double width = 0, height = 0;  ///< pixels
    double x = 0, y = 0, scale = 1;

    QPointF pixel(double px, double py) const {
        return {width / 2 + (px - x) * scale, height / 2 - (py - y) * scale};
    }
    QPointF place(QPointF pixel) const {
        return {x + (pixel.x() - width / 2) / scale, y - (pixel.y() - height / 2) / scale};
    }
    /// What is seen, and `margin` pixels around it.
    PlaneBox box(double margin = 0) const {
        const double w = (width / 2 + margin) / scale, h = (height / 2 + margin) / scale;
        return {static_cast<float>(x - w), static_cast<float>(y - h), static_cast<float>(x + w),
                static_cast<float>(y + h)};
    }
    /// All of `box` with a margin of `margin` pixels.
    static ScatterFrame around(const PlaneBox& box, double width, double height, double margin);
};

}  // namespace horo::views
