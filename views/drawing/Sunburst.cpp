#include "views/drawing/Sunburst.h"

#include <QObject>
#include <QPainter>

#include "views/drawing/Partition.h"
#include "views/drawing/Ring.h"

namespace horo::views {

namespace {
constexpr double margin = 12;
}

QString Sunburst::title() const {
    return QObject::tr("Sunburst");
}

QString Sunburst::sentence() const {
    return QObject::tr("Levels from the middle outward; the angle of a sector is its share.");
}

std::vector<DrawnCell> Sunburst::cells(const DrawnTree& tree, Node focus, QSizeF size) const {
    const double radius = Ring(size, margin).radius;
    const auto borders = levelBorders(tree.height(focus) + 1, radius, 46, 4);
    return partition(
        tree, focus, borders, [&](int level) { return 2 * M_PI * borders[level + 1]; }, 1.5);
}

QPainterPath Sunburst::outline(const DrawnCell& cell, QSizeF size) const {
    return Ring(size, margin).sector(std::max(cell.a0, 0.0), std::min(cell.a1, 1.0), cell.b0, cell.b1);
}

bool Sunburst::contains(const DrawnCell& cell, QPointF at, QSizeF size) const {
    const Ring ring(size, margin);
    const double r = ring.radiusOf(at), turn = ring.turnOf(at);
    return r >= cell.b0 && r < cell.b1 && turn >= cell.a0 && turn < cell.a1;
}

QPointF Sunburst::middle(const DrawnCell& cell, QSizeF size) const {
    const Ring ring(size, margin);
    return cell.level == 0 ? ring.middle : ring.at((cell.a0 + cell.a1) / 2, (cell.b0 + cell.b1) / 2);
}

void Sunburst::paint(QPainter& painter, const DrawnCell& cell, QSizeF size) const {
    const double from = std::max(cell.a0, 0.0), to = std::min(cell.a1, 1.0);
    if (to <= from) return;
    const Ring ring(size, margin);
    // The arc of a narrow sector is a straight line to the eye, and much faster.
    if ((to - from) * 2 * M_PI * cell.b1 < 6 && to - from < .02) {
        const QPointF corners[] = {ring.at(from, cell.b0), ring.at(from, cell.b1), ring.at(to, cell.b1),
                                   ring.at(to, cell.b0)};
        painter.drawPolygon(corners, 4);
        return;
    }
    painter.drawPath(ring.sector(from, to, cell.b0, cell.b1));
}

std::optional<LabelRoom> Sunburst::labelRoom(const DrawnCell& cell, QSizeF size, double lineHeight) const {
    const Ring ring(size, margin);
    const double depth = cell.b1 - cell.b0, radius = (cell.b0 + cell.b1) / 2;
    if (cell.level == 0) return LabelRoom{ring.middle, 1.7 * cell.b1, lineHeight, 0, Qt::AlignCenter, true};
    const double turns = cell.a1 - cell.a0, turn = (cell.a0 + cell.a1) / 2;
    const double arc = turns * 2 * M_PI * cell.b0;
    LabelRoom room{ring.at(turn, radius), 0, lineHeight, 0, Qt::AlignCenter, true};
    // Along the ring: a straight line of text must stay between the two arcs.
    const double slack = cell.b1 * cell.b1 - std::pow(cell.b0 + lineHeight, 2);
    const double chord = slack > 0 ? 2 * std::sqrt(slack) : 0;
    const double along =
        std::min({arc - 8, chord - 4, turns < .5 ? 2 * cell.b0 * std::sin(M_PI * turns) : chord});
    if (depth >= lineHeight + 2 && along > depth - 8) {
        room.width = along;
        room.middle = ring.at(turn, cell.b0 + std::max(depth - lineHeight, 0.0) / 2 + lineHeight / 2);
        const bool below = turn > .25 && turn < .75;
        room.angle = 360 * turn - (below ? 180 : 0);
    } else if (arc >= lineHeight - 1) {
        room.width = depth - 8;
        room.angle = 360 * turn - (turn < .5 ? 90 : 270);
    }
    if (room.width < 2 * lineHeight) return {};
    return room;
}

}  // namespace horo::views
