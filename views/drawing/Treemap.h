// Subtrees as boxes inside the boxes of their parents.
#pragma once

#include "views/drawing/Drawing.h"

namespace horo::views {

/// Squarified: Bruls, Huizing & van Wijk 2000. Boxes keep a margin for their own name where there is room.
class Treemap final : public Drawing {
public:
    QString title() const override;
    QString sentence() const override;
    std::vector<DrawnCell> cells(const DrawnTree& tree, Node focus, QSizeF size) const override;
    QPainterPath outline(const DrawnCell& cell, QSizeF size) const override;
    bool contains(const DrawnCell& cell, QPointF at, QSizeF size) const override;
    QPointF middle(const DrawnCell& cell, QSizeF size) const override;
    void paint(QPainter& painter, const DrawnCell& cell, QSizeF size) const override;
    std::optional<LabelRoom> labelRoom(const DrawnCell& cell, QSizeF size, double lineHeight) const override;
    bool nests() const override { return true; }
};

/// Boxes inside `room` whose areas are as `weights` (positive, greatest first) to each other and whose sides
/// are as equal as that method makes them.
std::vector<QRectF> squarified(const std::vector<double>& weights, QRectF room);

}  // namespace horo::views
