// Levels as rings from the middle outward, subtrees as sectors.
#pragma once

#include "views/drawing/Drawing.h"

namespace horo::views {

/// Stasko & Zhang 2000.
class Sunburst final : public Drawing {
public:
    QString title() const override;
    QString sentence() const override;
    std::vector<DrawnCell> cells(const DrawnTree& tree, Node focus, QSizeF size) const override;
    QPainterPath outline(const DrawnCell& cell, QSizeF size) const override;
    bool contains(const DrawnCell& cell, QPointF at, QSizeF size) const override;
    QPointF middle(const DrawnCell& cell, QSizeF size) const override;
    void paint(QPainter& painter, const DrawnCell& cell, QSizeF size) const override;
    std::optional<LabelRoom> labelRoom(const DrawnCell& cell, QSizeF size, double lineHeight) const override;
    bool isRound() const override { return true; }
};

}  // namespace horo::views
