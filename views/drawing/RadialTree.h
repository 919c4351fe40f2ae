// Nodes as points on circles about their root, joined by lines.
#pragma once

#include "views/drawing/Drawing.h"

namespace horo::views {

/// A node lies in the middle of its sector at the circle of its level (Eades 1992).
class RadialTree final : public Drawing {
public:
    QString title() const override;
    QString sentence() const override;
    std::vector<DrawnCell> cells(const DrawnTree& tree, Node focus, QSizeF size) const override;
    QPainterPath outline(const DrawnCell& cell, QSizeF size) const override;
    bool contains(const DrawnCell& cell, QPointF at, QSizeF size) const override;
    QPointF middle(const DrawnCell& cell, QSizeF size) const override;
    std::optional<LabelRoom> labelRoom(const DrawnCell& cell, QSizeF size, double lineHeight) const override;
    QPainterPath edge(const DrawnCell& above, const DrawnCell& below, QSizeF size) const override;
    bool isNodeLink() const override { return true; }
    bool isRound() const override { return true; }
};

}  // namespace horo::views
