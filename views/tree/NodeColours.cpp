#include "views/tree/NodeColours.h"

#include <algorithm>
#include <cmath>

#include "core/colour/colour_maps.h"
#include "views/theme/Theme.h"

namespace horo::views {

std::vector<uint32_t> branchColours(const HierarchyLook& look, int level, bool paper) {
    const auto colours = paper ? look.paperColours(level) : look.colours(level);
    std::vector<uint32_t> packed(colours->size());
    std::transform(colours->begin(), colours->end(), packed.begin(), argb);
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
