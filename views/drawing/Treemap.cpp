#include "views/drawing/Treemap.h"

#include <QObject>
#include <QPainter>
#include <algorithm>
#include <numeric>

namespace horo::views {

namespace {

constexpr double nameHeight = 16, leastSide = 3;

QRectF boxOf(const DrawnCell& cell) {
    return {QPointF(cell.a0, cell.b0), QPointF(cell.a1, cell.b1)};
}

/// Room for the name of an inner node stands above its children.
bool hasHead(const QRectF& box) {
    return box.width() >= 56 && box.height() >= 44;
}

QRectF inside(const QRectF& box) {
    if (hasHead(box)) return box.adjusted(3, nameHeight, -3, -3);
    const double border = std::min(box.width(), box.height()) > 16 ? 2 : .75;
    return box.adjusted(border, border, -border, -border);
}

/// The worst ratio of sides among boxes of these areas in a row along `side`.
double worstRatio(double least, double most, double sum, double side) {
    const double square = side * side, area = sum * sum;
    return std::max(square * most / area, area / (square * least));
}

}  // namespace

std::vector<QRectF> squarified(const std::vector<double>& weights, QRectF room) {
    std::vector<QRectF> boxes(weights.size());
    double left = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (size_t first = 0; first < weights.size();) {
        const double side = std::min(room.width(), room.height());
        const double scale = room.width() * room.height() / left;
        if (!(scale > 0) || !(side > 0)) {
            std::fill(boxes.begin() + static_cast<std::ptrdiff_t>(first), boxes.end(),
                      QRectF(room.topLeft(), QSizeF(0, 0)));
            break;
        }
        size_t end = first + 1;
        double sum = weights[first] * scale;
        double worst = worstRatio(sum, sum, sum, side);
        for (; end < weights.size(); ++end) {
            const double next = weights[end] * scale;
            const double ratio = worstRatio(next, weights[first] * scale, sum + next, side);
            if (ratio > worst) break;
            sum += next, worst = ratio;
        }
        const double thickness = sum / side;
        const bool upright = room.width() >= room.height();  // a column at the left, else a row at the top
        double at = upright ? room.top() : room.left();
        for (size_t i = first; i < end; ++i) {
            const double length = weights[i] * scale / thickness;
            boxes[i] = upright ? QRectF(room.left(), at, thickness, length)
                               : QRectF(at, room.top(), length, thickness);
            at += length;
            left -= weights[i];
        }
        room = upright ? room.adjusted(thickness, 0, 0, 0) : room.adjusted(0, thickness, 0, 0);
        first = end;
    }
    return boxes;
}

QString Treemap::title() const {
    return QObject::tr("Treemap");
}

QString Treemap::sentence() const {
    return QObject::tr("Boxes inside the boxes of their parents; the area of a box is its share.");
}

std::vector<DrawnCell> Treemap::cells(const DrawnTree& tree, Node focus, QSizeF size) const {
    std::vector<DrawnCell> cells;
    cells.push_back({focus, 0, -1, 0, size.width(), 0, size.height(), false, false});
    std::vector<Node> order;
    std::vector<double> weights;
    for (size_t i = 0; i < cells.size(); ++i) {
        const DrawnCell above = cells[i];
        const auto children = tree.children(above.node);
        if (children.empty()) continue;
        const QRectF room = inside(boxOf(above));
        if (std::min(room.width(), room.height()) < leastSide) continue;
        order.assign(children.begin(), children.end());
        std::erase_if(order, [&](Node v) { return !(tree.share(v) > 0); });
        std::stable_sort(order.begin(), order.end(),
                         [&](Node u, Node v) { return tree.share(u) > tree.share(v); });
        // What is below a pixel is merged into the last box.
        const double pixel = tree.share(above.node) / (room.width() * room.height());
        size_t kept = order.size();
        while (kept > 1 && tree.share(order[kept - 1]) < pixel)
            --kept;
        double rest = 0;
        for (size_t k = kept; k < order.size(); ++k)
            rest += tree.share(order[k]);
        const bool merged = kept < order.size();
        weights.clear();
        for (size_t k = 0; k < kept; ++k)
            weights.push_back(tree.share(order[k]));
        if (merged && rest > 0 && kept < order.size())
            weights.push_back(std::min(rest, weights.back())), ++kept;
        const auto boxes = squarified(weights, room);
        cells[i].open = !boxes.empty();
        for (size_t k = 0; k < boxes.size(); ++k)
            cells.push_back({order[k], above.level + 1, static_cast<int>(i), boxes[k].left(),
                             boxes[k].right(), boxes[k].top(), boxes[k].bottom(),
                             merged && k + 1 == boxes.size(), false});
    }
    return cells;
}

QPainterPath Treemap::outline(const DrawnCell& cell, QSizeF) const {
    QPainterPath path;
    path.addRect(boxOf(cell));
    return path;
}

bool Treemap::contains(const DrawnCell& cell, QPointF at, QSizeF) const {
    return boxOf(cell).contains(at);
}

QPointF Treemap::middle(const DrawnCell& cell, QSizeF) const {
    return boxOf(cell).center();
}

void Treemap::paint(QPainter& painter, const DrawnCell& cell, QSizeF) const {
    painter.drawRect(boxOf(cell));
}

std::optional<LabelRoom> Treemap::labelRoom(const DrawnCell& cell, QSizeF size, double lineHeight) const {
    const QRectF box = boxOf(cell).intersected(QRectF({}, size));
    if (box.width() < 2.5 * lineHeight || box.height() < lineHeight) return {};
    if (cell.open && !hasHead(box)) return {};
    if (cell.open)
        return LabelRoom{QPointF(box.center().x(), box.top() + nameHeight / 2),
                         box.width() - 10,
                         nameHeight,
                         0,
                         Qt::AlignLeft | Qt::AlignVCenter,
                         true};
    return LabelRoom{box.center(), box.width() - 6, lineHeight, 0, Qt::AlignCenter, true};
}

}  // namespace horo::views
