#include "views/drawing/DrawingScene.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace horo::views {

namespace {

/// A turned box, for the question whether two of them overlap.
struct TurnedBox {
    QPointF middle, along, across;  ///< half of its sides

    TurnedBox(const LabelRoom& room, double width) {
        const double angle = room.angle * M_PI / 180, half = width / 2, free = (room.width - width) / 2;
        const QPointF unit(std::cos(angle), std::sin(angle));
        const double shift = room.alignment & Qt::AlignLeft    ? -free
                             : room.alignment & Qt::AlignRight ? free
                                                               : 0;
        middle = room.middle + unit * shift;
        along = unit * (half + 3);
        across = QPointF(-unit.y(), unit.x()) * (room.height / 2);
    }

    bool overlaps(const TurnedBox& other) const {
        const QPointF way = other.middle - middle;
        const auto apart = [&](QPointF axis) {
            const auto reach = [&](const TurnedBox& box) {
                return std::abs(QPointF::dotProduct(box.along, axis)) +
                       std::abs(QPointF::dotProduct(box.across, axis));
            };
            return std::abs(QPointF::dotProduct(way, axis)) >= reach(*this) + reach(other);
        };
        return !apart(along) && !apart(across) && !apart(other.along) && !apart(other.across);
    }
};

/// Brings values of one extent to where they were when `now` was `then`.
struct Stretch {
    double from, to, scale;
    Stretch(double now0, double now1, double then0, double then1)
        : from(now0), to(then0), scale(now1 > now0 ? (then1 - then0) / (now1 - now0) : 1) {}
    double operator()(double value) const { return to + (value - from) * scale; }
};

}  // namespace

DrawingScene::DrawingScene(std::shared_ptr<const Drawing> drawing, std::shared_ptr<const DrawnTree> tree,
                           Node focus, QSizeF size)
    : drawing_(std::move(drawing)), tree_(std::move(tree)), focus_(focus), size_(size) {
    if (size.width() < 1 || size.height() < 1) return;
    cells_ = drawing_->cells(*tree_, focus_, size_);
    byNode_.reserve(cells_.size());
    for (uint32_t i = 0; i < cells_.size(); ++i)
        byNode_.emplace_back(cells_[i].node, i);
    std::sort(byNode_.begin(), byNode_.end());
}

size_t DrawingScene::drawn() const {
    return static_cast<size_t>(std::count_if(cells_.begin(), cells_.end(), [](const DrawnCell& cell) {
        return !cell.merged && cell.node != DrawnTree::whole;
    }));
}

std::optional<size_t> DrawingScene::cellOf(Node v) const {
    for (;;) {
        const auto found = std::lower_bound(byNode_.begin(), byNode_.end(), std::pair<Node, uint32_t>(v, 0));
        if (found != byNode_.end() && found->first == v) return found->second;
        if (v == DrawnTree::whole || v == focus_) return {};
        v = tree_->parent(v);
    }
}

std::optional<size_t> DrawingScene::cellAt(QPointF at) const {
    for (size_t i = cells_.size(); i-- > 0;)
        if (drawing_->contains(cells_[i], at, size_)) return i;
    return {};
}

std::vector<Node> DrawingScene::nodesIn(const QRectF& box) const {
    std::vector<Node> nodes;
    std::vector<char> taken(cells_.size(), 0);
    for (size_t i = 0; i < cells_.size(); ++i) {
        const DrawnCell& cell = cells_[i];
        taken[i] = cell.parent >= 0 && taken[static_cast<size_t>(cell.parent)];
        if (taken[i] || cell.node == DrawnTree::whole) continue;
        if (!box.contains(drawing_->outline(cell, size_).boundingRect())) continue;
        taken[i] = 1;
        const auto subtree = tree_->tree().subtree(cell.node);
        nodes.insert(nodes.end(), subtree.begin(), subtree.end());
    }
    return nodes;
}

std::vector<PlacedLabel> DrawingScene::labels(const QFontMetricsF& metrics,
                                              const std::vector<Node>& first) const {
    std::vector<uint32_t> order;
    std::vector<char> early(cells_.size(), 0);
    for (const Node v : first)
        if (const auto cell = cellOf(v); cell && !early[*cell] && cells_[*cell].node == v) {
            early[*cell] = 1;
            order.push_back(static_cast<uint32_t>(*cell));
        }
    for (uint32_t i = 0; i < cells_.size(); ++i)  // level by level, as the cells are
        if (!early[i]) order.push_back(i);
    std::vector<PlacedLabel> placed;
    std::vector<TurnedBox> boxes;
    const double lineHeight = std::ceil(metrics.height());
    const size_t budget =
        drawing_->isNodeLink() ? static_cast<size_t>(size_.width() * size_.height() / 2200) : cells_.size();
    for (const uint32_t i : order) {
        const DrawnCell& cell = cells_[i];
        if (cell.node == DrawnTree::whole || cell.merged) continue;
        const auto room = drawing_->labelRoom(cell, size_, lineHeight);
        if (!room || room->width < metrics.averageCharWidth() * 3) continue;
        const QString name = QString::fromStdString(tree_->hierarchy().label(cell.node));
        const QString text = metrics.elidedText(name, Qt::ElideRight, room->width);
        // Three letters say something, one and an ellipsis nothing.
        if (text.isEmpty() || (text != name && text.size() < 5)) continue;
        const double width = metrics.horizontalAdvance(text);
        if (drawing_->isNodeLink()) {
            const TurnedBox box(*room, width);
            if (std::any_of(boxes.begin(), boxes.end(),
                            [&](const TurnedBox& other) { return box.overlaps(other); }))
                continue;
            boxes.push_back(box);
        }
        placed.push_back({i, text, *room, width});
        if (placed.size() >= budget) break;
    }
    return placed;
}

std::vector<DrawnCell> DrawingScene::between(const DrawingScene& earlier, double share) const {
    std::vector<DrawnCell> cells = cells_;
    if (cells.empty() || earlier.isEmpty()) return cells;
    // Going in, the new focus was a cell before; going out, the old one is a cell now.
    const bool inward = earlier.cellOf(focus_) && earlier.cells_[*earlier.cellOf(focus_)].node == focus_;
    const auto now = inward ? std::optional<size_t>(0) : cellOf(earlier.focus_);
    const auto then = inward ? earlier.cellOf(focus_) : std::optional<size_t>(0);
    if (!now || !then) return cells;
    const DrawnCell& a = cells_[*now];
    const DrawnCell& b = earlier.cells_[*then];
    const Stretch across(a.a0, a.a1, b.a0, b.a1), along(a.b0, a.b1, b.b0, b.b1);
    const auto mix = [&](double value, const Stretch& back) {
        return back(value) + (value - back(value)) * share;
    };
    for (DrawnCell& cell : cells) {
        cell.a0 = mix(cell.a0, across), cell.a1 = mix(cell.a1, across);
        cell.b0 = std::max(mix(cell.b0, along), 0.0), cell.b1 = std::max(mix(cell.b1, along), 0.0);
    }
    return cells;
}

}  // namespace horo::views
