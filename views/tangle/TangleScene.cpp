#include "views/tangle/TangleScene.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "views/tangle/Crossings.h"

namespace horo::views {

namespace {

/// In sizes of the text.
constexpr double nameHeight = 1.2, nameWidth = 9, levelWidth = 8;
constexpr double widestNode = 1.6, thinnest = .8;

/// Width that is left for cells when leaves are to have names beside them.
double cellRoom(const OrderedTree& tree, Node focus, double width, double height, double text) {
    const double each = height / std::max(tree.leaves(focus), 1u), room = nameWidth * text;
    return text > 0 && each >= nameHeight * text && width > 2 * room ? width - room : width;
}

}  // namespace

TangleScene::TangleScene(std::shared_ptr<const HierarchyPair> pair, bool untangled, Node focusA, Node focusB,
                         QSizeF size, double textPixels)
    : pair_(std::move(pair)), size_(size), sideWidth_(std::max(size.width() * .37, 10.0)) {
    const auto lay = [&](std::shared_ptr<const OrderedTree> tree, Node focus) {
        const double room = cellRoom(*tree, focus, sideWidth_, size.height(), textPixels);
        return SideLayout(std::move(tree), focus, room, size.height(),
                          levelWidth * (textPixels > 0 ? textPixels : 11));
    };
    sides_[0] = lay(pair_->tree(Side::A), focusA);
    sides_[1] = lay(untangled ? pair_->untangledB() : pair_->tree(Side::B), focusB);
    if (isEmpty()) return;
    bundle();
    placeEnds();
    countStatuses();
}

size_t TangleScene::total() const {
    return sides_[0].tree().subtreeSize(sides_[0].focus()) + sides_[1].tree().subtreeSize(sides_[1].focus());
}

size_t TangleScene::joined() const {
    return std::accumulate(bundles_.begin(), bundles_.end(), size_t{0},
                           [](size_t sum, const CurveBundle& each) { return sum + each.nodes; });
}

std::optional<size_t> TangleScene::bundleOf(Node v) const {
    const Node w = pair_->partner(Side::A, v);
    const auto from = sides_[0].cellOf(v), to = w == MatchedNodes::none ? std::nullopt : sides_[1].cellOf(w);
    if (!from || !to || sides_[0].cells()[*from].open || sides_[1].cells()[*to].open) return {};
    const auto key = [&](uint32_t a, uint32_t b, bool moved) {
        return std::tuple(sides_[0].rank(a), sides_[1].rank(b), moved);
    };
    const auto wanted = key(*from, *to, pair_->status(Side::A, v) == NodeStatus::Moved);
    const auto found = std::lower_bound(bundles_.begin(), bundles_.end(), wanted,
                                        [&](const CurveBundle& bundle, const auto& sought) {
                                            return key(bundle.a, bundle.b, bundle.moved) < sought;
                                        });
    return static_cast<size_t>(found - bundles_.begin());
}

void TangleScene::bundle() {
    const SideLayout &a = sides_[0], &b = sides_[1];
    std::vector<std::tuple<uint32_t, uint32_t, bool, uint32_t, uint32_t>> lines;  // ranks, moved, cells
    for (const Node v : a.tree().subtree(a.focus())) {
        const Node w = pair_->partner(Side::A, v);
        const auto to = w == MatchedNodes::none ? std::nullopt : b.cellOf(w);
        if (!to) continue;
        ++matched_;
        const auto from = a.cellOf(v);
        if (a.cells()[*from].open || b.cells()[*to].open) continue;
        lines.emplace_back(a.rank(*from), b.rank(*to), pair_->status(Side::A, v) == NodeStatus::Moved, *from,
                           *to);
    }
    std::sort(lines.begin(), lines.end());
    for (size_t i = 0; i < lines.size(); ++i) {
        const auto& [rankA, rankB, moved, from, to] = lines[i];
        if (i == 0 || lines[i] != lines[i - 1]) bundles_.push_back({from, to, 0, moved});
        ++bundles_.back().nodes;
    }
}

void TangleScene::placeEnds() {
    // A node is as wide as there is room for all of them on both sides.
    double each = widestNode;
    for (const SideLayout& side : sides_) {
        uint32_t closed = 0;
        for (const SideCell& cell : side.cells())
            if (!cell.open) closed += cell.nodes;
        each = std::min(each, size_.height() / std::max(closed, 1u));
    }
    std::vector<double> sumA(sides_[0].cells().size(), 0), sumB(sides_[1].cells().size(), 0);
    for (CurveBundle& bundle : bundles_) {
        bundle.width = std::max(each * bundle.nodes, thinnest);
        sumA[bundle.a] += bundle.width;
        sumB[bundle.b] += bundle.width;
    }
    // The ends of one cell stand in the order of their other ends, about its middle.
    const auto stack = [](std::vector<double>& next, double all, const SideCell& cell, size_t i,
                          double width) {
        const double squeeze = std::min(1.0, (cell.y1 - cell.y0) / all);
        const double y = (cell.y0 + cell.y1 - all * squeeze) / 2 + next[i] + width * squeeze / 2;
        next[i] += width * squeeze;
        return y;
    };
    std::vector<double> nextA(sumA.size(), 0), nextB(sumB.size(), 0);
    for (CurveBundle& bundle : bundles_)
        bundle.ya = stack(nextA, sumA[bundle.a], sides_[0].cells()[bundle.a], bundle.a, bundle.width);
    // Sorted by A first, so those of one cell of B come in the order of A.
    for (CurveBundle& bundle : bundles_)
        bundle.yb = stack(nextB, sumB[bundle.b], sides_[1].cells()[bundle.b], bundle.b, bundle.width);
}

void TangleScene::countStatuses() {
    for (const Side side : {Side::A, Side::B}) {
        const SideLayout& layout = this->side(side);
        auto& counts = statuses_[static_cast<size_t>(side)];
        counts.assign(layout.cells().size(), {});
        for (const Node v : layout.tree().subtree(layout.focus()))
            ++counts[*layout.cellOf(v)][static_cast<size_t>(pair_->status(side, v))];
    }
}

uint64_t TangleScene::crossings() const {
    std::vector<std::pair<uint32_t, uint32_t>> lines;
    lines.reserve(joined());
    for (const CurveBundle& bundle : bundles_)
        lines.insert(lines.end(), bundle.nodes, {sides_[0].rank(bundle.a), sides_[1].rank(bundle.b)});
    return countCrossings(std::move(lines));
}

QRectF TangleScene::box(Side side, const SideCell& cell) const {
    const double left = side == Side::A ? cell.x0 : size_.width() - cell.x1;
    return {left, cell.y0, cell.x1 - cell.x0, cell.y1 - cell.y0};
}

double TangleScene::innerEdge(Side side, const SideCell& cell) const {
    return side == Side::A ? cell.x1 : size_.width() - cell.x1;
}

std::optional<SideNode> TangleScene::nodeAt(QPointF at) const {
    if (isEmpty()) return {};
    const Side side = at.x() < size_.width() / 2 ? Side::A : Side::B;
    const auto& layout = this->side(side);
    const auto cell = layout.cellAt(side == Side::A ? at.x() : size_.width() - at.x(), at.y());
    if (!cell || layout.cells()[*cell].node == OrderedTree::whole) return {};
    return SideNode{side, layout.cells()[*cell].node};
}

std::array<std::vector<Node>, 2> TangleScene::nodesIn(const QRectF& box) const {
    std::array<std::vector<Node>, 2> nodes;
    if (isEmpty()) return nodes;
    for (const Side side : {Side::A, Side::B}) {
        const SideLayout& layout = this->side(side);
        std::vector<char> inside(layout.cells().size(), 0);
        for (size_t i = 0; i < inside.size(); ++i)
            inside[i] = box.contains(this->box(side, layout.cells()[i]).center());
        for (const Node v : layout.tree().subtree(layout.focus()))
            if (inside[*layout.cellOf(v)]) nodes[static_cast<size_t>(side)].push_back(v);
    }
    return nodes;
}

}  // namespace horo::views
