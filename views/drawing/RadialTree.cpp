#include "views/drawing/RadialTree.h"

#include <QObject>
#include <algorithm>

#include "views/drawing/Partition.h"
#include "views/drawing/Ring.h"

namespace horo::views {

namespace {

constexpr double margin = 64;  ///< for the names at the rim

double turnOf(const DrawnCell& cell) {
    return (cell.a0 + cell.a1) / 2;
}

double dot(const DrawnCell& cell) {
    return cell.level == 0 ? 4.5 : std::clamp(4.2 - .55 * cell.level, 1.5, 4.0);
}

}  // namespace

QString RadialTree::title() const {
    return QObject::tr("Radial tree");
}

QString RadialTree::sentence() const {
    return QObject::tr("Nodes at the circle of their level, in the middle of the sector of their share.");
}

std::vector<DrawnCell> RadialTree::cells(const DrawnTree& tree, Node focus, QSizeF size) const {
    const double radius = Ring(size, margin).radius;
    auto borders = levelBorders(std::max(tree.height(focus), 1), radius, 48, 7);
    borders.insert(borders.begin(), 0);  // the focus is a point, and level i lies on circle i
    auto cells = partition(
        tree, focus, borders, [&](int level) { return 2 * M_PI * borders[level + 1]; }, 2.2);
    for (DrawnCell& cell : cells)
        cell.b0 = cell.b1;
    return cells;
}

QPainterPath RadialTree::outline(const DrawnCell& cell, QSizeF size) const {
    QPainterPath path;
    path.addEllipse(middle(cell, size), dot(cell), dot(cell));
    return path;
}

bool RadialTree::contains(const DrawnCell& cell, QPointF at, QSizeF size) const {
    const QPointF way = at - middle(cell, size);
    return QPointF::dotProduct(way, way) < 7 * 7;
}

QPointF RadialTree::middle(const DrawnCell& cell, QSizeF size) const {
    return Ring(size, margin).at(turnOf(cell), cell.b0);
}

std::optional<LabelRoom> RadialTree::labelRoom(const DrawnCell& cell, QSizeF size, double lineHeight) const {
    const Ring ring(size, margin);
    const double turn = turnOf(cell), gap = dot(cell) + 4;
    const bool right = cell.level == 0 || turn < .5;
    LabelRoom label{{}, 116, lineHeight, 0, Qt::AlignVCenter, false};
    label.alignment |= right ? Qt::AlignLeft : Qt::AlignRight;
    if (cell.open) {  // beside its point, since lines go on outward
        label.middle = middle(cell, size) + QPointF((right ? 1 : -1) * (gap + label.width / 2), 0);
        return label;
    }
    // Outward, where the name has an arc of its own.
    if ((cell.a1 - cell.a0) * 2 * M_PI * cell.b0 < lineHeight - 2) return {};
    label.width = std::max(ring.radius + margin - 4 - cell.b0 - gap, 40.0);
    label.middle = ring.at(turn, cell.b0 + gap + label.width / 2);
    label.angle = 360 * turn - (right ? 90 : 270);
    return label;
}

QPainterPath RadialTree::edge(const DrawnCell& above, const DrawnCell& below, QSizeF size) const {
    const Ring ring(size, margin);
    const double between = (above.b0 + below.b0) / 2;
    QPainterPath path(ring.at(turnOf(above), above.b0));
    path.cubicTo(ring.at(turnOf(above), between), ring.at(turnOf(below), between),
                 ring.at(turnOf(below), below.b0));
    return path;
}

}  // namespace horo::views
