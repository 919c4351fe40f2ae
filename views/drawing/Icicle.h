// Levels as columns from left to right, subtrees as bands.
#pragma once

#include "views/drawing/Drawing.h"

namespace horo::views {

/// Kruskal & Landwehr 1983, turned so that names read along the levels.
class Icicle final : public Drawing {
public:
    QString title() const override;
    QString sentence() const override;
    std::vector<DrawnCell> cells(const DrawnTree& tree, Node focus, QSizeF size) const override;
    QPainterPath outline(const DrawnCell& cell, QSizeF size) const override;
    bool contains(const DrawnCell& cell, QPointF at, QSizeF size) const override;
    QPointF middle(const DrawnCell& cell, QSizeF size) const override;
    void paint(QPainter& painter, const DrawnCell& cell, QSizeF size) const override;
    std::optional<LabelRoom> labelRoom(const DrawnCell& cell, QSizeF size, double lineHeight) const override;
};

}  // namespace horo::views
