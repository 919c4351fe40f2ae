#include "views/drawing/Partition.h"

#include <algorithm>
#include <cmath>

namespace horo::views {

std::vector<double> levelBorders(int levels, double room, double comfortable, double thin) {
    std::vector<double> borders{0};
    if (levels < 1 || !(room > 0)) return borders;
    if (levels * comfortable <= room) {
        for (int i = 1; i <= levels; ++i)
            borders.push_back(room * i / levels);
        return borders;
    }
    const int drawn = std::min(levels, std::max(1, static_cast<int>(room / thin)));
    const int wide = std::clamp(static_cast<int>((room - thin * drawn) / (comfortable - thin)), 0, drawn);
    const int narrow = drawn - wide;
    // What is left over goes to the thin ones, the first of which gets most.
    const double rest = room - wide * comfortable - narrow * thin;
    const double steps = narrow * (narrow + 1) / 2.0;
    for (int i = 0; i < drawn; ++i) {
        const double extra = i < wide || steps == 0 ? 0 : rest * (drawn - i) / steps;
        borders.push_back(borders.back() + (i < wide ? comfortable : thin + extra));
    }
    return borders;
}

std::vector<DrawnCell> partition(const DrawnTree& tree, Node focus, const std::vector<double>& borders,
                                 const std::function<double(int level)>& pixels, double leastPixels) {
    std::vector<DrawnCell> cells;
    const int levels = static_cast<int>(borders.size()) - 1;
    if (levels < 1) return cells;
    cells.push_back({focus, 0, -1, 0, 1, borders[0], borders[1], false, false});
    for (size_t i = 0; i < cells.size(); ++i) {
        const DrawnCell above = cells[i];
        const auto children = tree.children(above.node);
        if (children.empty()) continue;
        const int level = above.level + 1;
        const double whole = tree.share(above.node);
        if (level >= levels || !(whole > 0)) continue;
        // A merged cell is wider than its node: what is below the node is stretched with it.
        const double stretch = (above.a1 - above.a0) / whole,
                     least = leastPixels / std::max(pixels(level), 1e-9);
        DrawnCell run{DrawnTree::whole,   level,    static_cast<int>(i),
                      above.a0,           above.a0, borders[level],
                      borders[level + 1], false,    false};
        int members = 0;
        const auto finish = [&] {
            if (members == 0 || run.a1 <= run.a0) return;
            run.merged = members > 1;
            cells.push_back(run);
            cells[i].open = true;
            run.a0 = run.a1, members = 0;
        };
        for (const Node child : children) {
            const double width = tree.share(child) * stretch;
            if (width >= least) {
                finish();
                run.a1 = run.a0 + width, run.node = child, members = 1;
                finish();
                continue;
            }
            if (members == 0 || tree.share(child) > tree.share(run.node)) run.node = child;
            run.a1 += width, ++members;
            if (run.a1 - run.a0 >= least) finish();
        }
        finish();
    }
    return cells;
}

}  // namespace horo::views
