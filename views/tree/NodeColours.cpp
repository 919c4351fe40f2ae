#include "views/tree/NodeColours.h"

#include <algorithm>
#include <cmath>

#include "core/colour/colour_maps.h"
#include "views/theme/Theme.h"

namespace horo::views {

std::vector<uint32_t> branchColours(const SpanningTree& tree, const HierarchyHues& hues, int level,
                                    bool paper) {
    const Theme theme = paper ? Theme::builtIn(false) : Theme::current();
    const QColor text = theme.colour(Token::T1);
    const Rgb neutral{static_cast<uint8_t>(text.red()), static_cast<uint8_t>(text.green()),
                      static_cast<uint8_t>(text.blue())};
    const auto colours =
        hierarchyColours(tree, hues, level, theme.isDark() ? CanvasKind::Dark : CanvasKind::Light, neutral);
    std::vector<uint32_t> packed(colours.size());
    std::transform(colours.begin(), colours.end(), packed.begin(), argb);
    return packed;
}

std::vector<uint32_t> numberColours(const std::vector<double>& values) {
    double least = INFINITY, most = -INFINITY;
    for (const double value : values)
        if (std::isfinite(value)) least = std::min(least, value), most = std::max(most, value);
    const double range = most > least ? most - least : 1;
    const uint32_t missing = Theme::current().colour(Token::PairBoth).rgba();
    std::vector<uint32_t> packed(values.size());
    std::transform(values.begin(), values.end(), packed.begin(), [&](double value) {
        return std::isfinite(value) ? argb(mapped(ColourMap::Viridis, (value - least) / range)) : missing;
    });
    return packed;
}

}  // namespace horo::views
