#include "views/scatter/ScatterFrame.h"

#include <algorithm>

namespace horo::views {

ScatterFrame ScatterFrame::around(const PlaneBox& box, double width, double height, double margin) {
    ScatterFrame frame{width, height, (static_cast<double>(box.left) + box.right) / 2,
                       (static_cast<double>(box.bottom) + box.top) / 2};
    const double wide = std::max(static_cast<double>(box.right) - box.left, 1e-30);
    const double high = std::max(static_cast<double>(box.top) - box.bottom, 1e-30);
    frame.scale =
        std::min(std::max(width - 2 * margin, 1.0) / wide, std::max(height - 2 * margin, 1.0) / high);
    // One point, or all at one place: any scale shows it.
    if (frame.scale > 1e29) frame.scale = 1;
    return frame;
}

}  // namespace horo::views
