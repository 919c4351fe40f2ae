// One way to draw a tree: where its nodes lie, and what shape they have.
#pragma once

#include <QFontMetricsF>
#include <QPainterPath>
#include <QString>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "views/drawing/DrawnCell.h"

class QPainter;

namespace horo::views {

/// Room for the name of a cell: a box about `middle`, turned by `angle` degrees.
struct LabelRoom {
    QPointF middle;
    double width = 0, height = 0, angle = 0;
    Qt::Alignment alignment = Qt::AlignCenter;
    bool onCell = true;  ///< on the colour of the cell; else on the canvas
};

class Drawing {
public:
    virtual ~Drawing() = default;

    /// "icicle", "sunburst", "treemap", "radial", in the order of a menu.
    static const std::vector<std::string>& layouts();
    /// Null for a name that is none of them.
    static std::unique_ptr<const Drawing> make(const std::string& layout);

    virtual QString title() const = 0;
    /// What is seen, in a sentence for a caption.
    virtual QString sentence() const = 0;
    /// Cells of what is below the focus in a picture of `size`, parents first.
    virtual std::vector<DrawnCell> cells(const DrawnTree& tree, Node focus, QSizeF size) const = 0;
    virtual QPainterPath outline(const DrawnCell& cell, QSizeF size) const = 0;
    virtual bool contains(const DrawnCell& cell, QPointF at, QSizeF size) const = 0;
    /// Where lines to the cell end.
    virtual QPointF middle(const DrawnCell& cell, QSizeF size) const = 0;
    /// Paints the cell with pen and brush as they are.
    virtual void paint(QPainter& painter, const DrawnCell& cell, QSizeF size) const;
    /// Room for a name, none where it would not be legible. `lineHeight` in pixels.
    virtual std::optional<LabelRoom> labelRoom(const DrawnCell& cell, QSizeF size,
                                               double lineHeight) const = 0;
    /// The line to the cell above, empty where cells touch.
    virtual QPainterPath edge(const DrawnCell&, const DrawnCell&, QSizeF) const { return {}; }
    /// Nodes are points that lines join, rather than areas.
    virtual bool isNodeLink() const { return false; }
    /// Children lie inside of their parent.
    virtual bool nests() const { return false; }
    /// Has borders that are not upright or level.
    virtual bool isRound() const { return false; }
};

}  // namespace horo::views
