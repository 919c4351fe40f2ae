// The small texts in the lower corners of a disk.
#pragma once

#include <QString>
#include <functional>
#include <optional>
#include <vector>

#include "core/geometry/entailment_cone.h"
#include "views/disk/DiskFrame.h"
#include "views/disk/DiskInk.h"

class QPainter;

namespace horo::views {

struct DiskNotes {
    QString warning;                       ///< lower left, with the warning icon
    QString projection;                    ///< lower left, above the warning
    double curvature = -1;                 ///< 0 = the disk shows no hyperbolic space
    double ringEvery = 2;                  ///< units of the manifold's distance
    std::optional<EntailmentCones> cones;  ///< what the points were trained to be; drawn of the focus
    double viewedFrom = 0;  ///< distance of the centre of view to the origin, where it is told from a row
    /// Distance of two rows in the embedding's own manifold, for the ruler.
    std::function<double(uint32_t, uint32_t)> distance;

    /// Displayed radii of the rings.
    std::vector<double> rings(const DiskProjection& projection) const;
    void paint(QPainter& painter, const DiskFrame& frame, const DiskSettings& settings,
               const DiskInk& ink) const;
};

}  // namespace horo::views
