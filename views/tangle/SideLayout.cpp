#include "views/tangle/SideLayout.h"

#include <algorithm>
#include <numeric>

#include "views/drawing/Partition.h"

namespace horo::views {

SideLayout::SideLayout(std::shared_ptr<const OrderedTree> tree, Node focus, double width, double height,
                       double comfortable, double least)
    : tree_(std::move(tree)), focus_(focus) {
    const auto borders = levelBorders(tree_->height(focus) + 1, width, comfortable, 5);
    if (borders.size() < 2 || height < 1) return;
    cellOf_.assign(tree_->hierarchy().size(), nowhere);
    if (focus != OrderedTree::whole) cellOf_[focus] = 0;
    cells_.push_back({focus, 0, -1, borders[0], borders[1], 0, height, false, false, 1});
    for (uint32_t i = 0; i < cells_.size(); ++i)
        addChildren(i, borders, least);
    // What is below a closed cell is found there.
    for (const Node v : tree_->subtree(focus)) {
        if (cellOf_[v] != nowhere) continue;
        const Node above = tree_->parent(v);
        cellOf_[v] = above == OrderedTree::whole ? 0 : cellOf_[above];
    }
    for (SideCell& cell : cells_)
        cell.nodes = 0;
    for (const Node v : tree_->subtree(focus))
        ++cells_[cellOf_[v]].nodes;
    rankClosed();
}

void SideLayout::addChildren(uint32_t above, const std::vector<double>& borders, double least) {
    const SideCell from = cells_[above];
    const size_t level = static_cast<size_t>(from.level) + 1;
    const auto children = tree_->children(from.node);
    if (from.merged || children.empty() || level + 1 >= borders.size()) return;
    const double each = (from.y1 - from.y0) / tree_->leaves(from.node);
    SideCell run{OrderedTree::whole,
                 static_cast<int>(level),
                 static_cast<int>(above),
                 borders[level],
                 borders[level + 1],
                 from.y0,
                 from.y0,
                 false,
                 false,
                 0};
    const auto finish = [&] {
        if (run.nodes == 0) return;
        run.merged = run.nodes > 1;
        cells_.push_back(run);
        run.y0 = run.y1, run.nodes = 0;
    };
    const auto add = [&](Node child) {
        if (run.nodes == 0 || tree_->leaves(child) > tree_->leaves(run.node)) run.node = child;
        run.y1 += each * tree_->leaves(child);
        ++run.nodes;
        cellOf_[child] = static_cast<uint32_t>(cells_.size());
    };
    for (const Node child : children) {
        if (each * tree_->leaves(child) >= least) finish();
        add(child);
        if (run.y1 - run.y0 >= least) finish();
    }
    finish();
    cells_[above].open = true;
}

void SideLayout::rankClosed() {
    std::vector<uint32_t> closed;
    for (uint32_t i = 0; i < cells_.size(); ++i)
        if (!cells_[i].open) closed.push_back(i);
    std::sort(closed.begin(), closed.end(),
              [&](uint32_t a, uint32_t b) { return cells_[a].y0 < cells_[b].y0; });
    rank_.assign(cells_.size(), 0);
    for (uint32_t i = 0; i < closed.size(); ++i)
        rank_[closed[i]] = i;
}

size_t SideLayout::drawn() const {
    return static_cast<size_t>(std::count_if(cells_.begin(), cells_.end(), [](const SideCell& cell) {
        return !cell.merged && cell.node != OrderedTree::whole;
    }));
}

std::optional<uint32_t> SideLayout::cellAt(double x, double y) const {
    for (uint32_t i = 0; i < cells_.size(); ++i) {
        const SideCell& cell = cells_[i];
        if (x >= cell.x0 && x < cell.x1 && y >= cell.y0 && y < cell.y1) return i;
    }
    return {};
}

}  // namespace horo::views
