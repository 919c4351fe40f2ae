// The points of a scatter as pixels.
#pragma once

#include <QImage>
#include <map>

#include "views/disk/DiskInk.h"
#include "views/scatter/PointRaster.h"
#include "views/scatter/ScatterFrame.h"
#include "views/scatter/ScatterSubject.h"

namespace horo::views {

enum class ScatterDetail {
    Full,
    Moving  ///< a fair sample where all would take longer than a frame
};

/// Painted by all processor cores, each a band of lines.
class ScatterPicture {
public:
    /// Paints over `image`, whose pixels are `pixelRatio` to a unit of the frame. Returns how many points
    /// were painted; selected ones are among them always, above the others and with an outline of `ink`.
    size_t paint(QImage& image, const ScatterSubject& subject, const ScatterFrame& frame, const DiskInk& ink,
                 double pixelRatio, ScatterDetail detail);

private:
    const PointSprite& sprite(float radius);
    std::map<int, PointSprite> sprites_;  ///< by quarters of a pixel
};

}  // namespace horo::views
