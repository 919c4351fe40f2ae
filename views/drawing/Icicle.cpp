#include "views/drawing/Icicle.h"

#include <QObject>
#include <QPainter>
#include <algorithm>

#include "views/drawing/Partition.h"

namespace horo::views {

namespace {

QRectF boxOf(const DrawnCell& cell) {
    return {QPointF(cell.b0, cell.a0), QPointF(cell.b1, cell.a1)};
}

}  // namespace

QString Icicle::title() const {
    return QObject::tr("Icicle");
}

QString Icicle::sentence() const {
    return QObject::tr("Levels from left to right; the height of a cell is its share.");
}

std::vector<DrawnCell> Icicle::cells(const DrawnTree& tree, Node focus, QSizeF size) const {
    const auto borders = levelBorders(tree.height(focus) + 1, size.width(), 104, 5);
    auto cells = partition(
        tree, focus, borders, [&](int) { return size.height(); }, 1);
    for (DrawnCell& cell : cells)
        cell.a0 *= size.height(), cell.a1 *= size.height();
    return cells;
}

QPainterPath Icicle::outline(const DrawnCell& cell, QSizeF) const {
    QPainterPath path;
    path.addRect(boxOf(cell));
    return path;
}

bool Icicle::contains(const DrawnCell& cell, QPointF at, QSizeF) const {
    return boxOf(cell).contains(at);
}

QPointF Icicle::middle(const DrawnCell& cell, QSizeF) const {
    return boxOf(cell).center();
}

void Icicle::paint(QPainter& painter, const DrawnCell& cell, QSizeF) const {
    painter.drawRect(boxOf(cell));
}

std::optional<LabelRoom> Icicle::labelRoom(const DrawnCell& cell, QSizeF size, double lineHeight) const {
    // A tall cell keeps its name in sight at its middle.
    const QRectF box = boxOf(cell).intersected(QRectF({}, size));
    if (box.height() < lineHeight - 2 || box.width() < 3 * lineHeight) return {};
    return LabelRoom{box.center(), box.width() - 12, lineHeight, 0, Qt::AlignLeft | Qt::AlignVCenter, true};
}

}  // namespace horo::views
