#include "views/drawing/Drawing.h"

#include <QPainter>

#include "views/drawing/Icicle.h"
#include "views/drawing/RadialTree.h"
#include "views/drawing/Sunburst.h"
#include "views/drawing/Treemap.h"

namespace horo::views {

const std::vector<std::string>& Drawing::layouts() {
    static const std::vector<std::string> names{"icicle", "sunburst", "treemap", "radial"};
    return names;
}

std::unique_ptr<const Drawing> Drawing::make(const std::string& layout) {
    if (layout == "icicle") return std::make_unique<Icicle>();
    if (layout == "sunburst") return std::make_unique<Sunburst>();
    if (layout == "treemap") return std::make_unique<Treemap>();
    if (layout == "radial") return std::make_unique<RadialTree>();
    return nullptr;
}

void Drawing::paint(QPainter& painter, const DrawnCell& cell, QSizeF size) const {
    painter.drawPath(outline(cell, size));
}

}  // namespace horo::views
