// By what nodes and rows are coloured: the choice that tree, drawings, disk and space offer alike.
#pragma once

#include <QString>
#include <functional>
#include <string>
#include <vector>

#include "core/data/item_numbers.h"

class QMenu;

namespace horo::views {

struct ColourChoice {
    std::string colour = "branch";  ///< "branch", "none" or the key of a number
    int level = 2;                  ///< whose branches get hues
};

/// Branches of the first eight levels of a hierarchy `deepest` levels deep (0 = there is none), the numbers,
/// and none; `now` is marked.
void fillColourMenu(QMenu& menu, int deepest, const std::vector<ItemNumber>& numbers, const ColourChoice& now,
                    const std::function<void(const ColourChoice&)>& choose);

/// "branch, level 2", the name of a number, or "none".
QString colourText(const ColourChoice& choice, bool hasHierarchy, const std::vector<ItemNumber>& numbers);

}  // namespace horo::views
