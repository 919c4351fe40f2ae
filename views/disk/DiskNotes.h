// The small texts in the lower corners of a disk.
#pragma once

#include <QString>
#include <functional>
#include <vector>

#include "views/disk/DiskFrame.h"
#include "views/disk/DiskInk.h"

class QPainter;

namespace horo::views {

struct DiskNotes {
    QString warning;        ///< lower left, with the warning icon
    QString projection;     ///< lower left, above the warning
    double curvature = -1;  ///< 0 = the disk shows no hyperbolic space
    double ringEvery = 2;   ///< units of the manifold's distance
    /// Distance of two rows in the embedding's own manifold, for the ruler.
    std::function<double(uint32_t, uint32_t)> distance;

    /// Displayed radii of the rings.
    std::vector<double> rings(const DiskProjection& projection) const;
    void paint(QPainter& painter, const DiskFrame& frame, const DiskSettings& settings,
               const DiskInk& ink) const;
};

}  // namespace horo::views
