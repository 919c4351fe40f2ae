// The colours that tell a hierarchy, in the theme of the moment.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/colour/hierarchy_hues.h"
#include "views/workspace/HierarchyLook.h"

class QMenu;

namespace horo::views {

/// ARGB of each node: hue by branch at `level`, lightness by depth. On screen by the theme, `paper` for
/// figures.
std::vector<uint32_t> branchColours(const HierarchyLook& look, int level, bool paper = false);
/// ARGB of each value between the least and the greatest finite one, in viridis; others in the theme's grey.
std::vector<uint32_t> numberColours(const std::vector<double>& values);
inline uint32_t argb(Rgb colour) {
    return 0xFF000000u | uint32_t{colour.red} << 16 | uint32_t{colour.green} << 8 | colour.blue;
}

}  // namespace horo::views
