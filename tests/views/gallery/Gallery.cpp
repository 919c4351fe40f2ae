#include "tests/views/gallery/Gallery.h"

namespace horo::views::gallery {

std::unique_ptr<QWidget> makePage(const QString& name) {
    if (name == QLatin1String("kit")) return makeKitPage();
    if (name == QLatin1String("charts")) return makeChartPage();
    if (name == QLatin1String("states")) return makeStatesPage();
    if (name == QLatin1String("controls")) return makeControlsPage();
    return nullptr;
}

}  // namespace horo::views::gallery
