// A drawing laid out: what lies where, and which names stand beside it.
#pragma once

#include "views/drawing/Drawing.h"

namespace horo::views {

/// A name with its room; `text` is already elided to fit.
struct PlacedLabel {
    uint32_t cell = 0;
    QString text;
    LabelRoom room;
    double width = 0;  ///< of the text
};

class DrawingScene {
public:
    DrawingScene() = default;
    DrawingScene(std::shared_ptr<const Drawing> drawing, std::shared_ptr<const DrawnTree> tree, Node focus,
                 QSizeF size);

    bool isEmpty() const { return cells_.empty(); }
    const Drawing& drawing() const { return *drawing_; }
    const DrawnTree& tree() const { return *tree_; }
    Node focus() const { return focus_; }
    QSizeF size() const { return size_; }
    const std::vector<DrawnCell>& cells() const { return cells_; }
    /// Cells with a node of their own, that is without those which stand for several.
    size_t drawn() const;
    /// Place of the node's cell, or of the one that stands for it or hides it; none outside of the focus.
    std::optional<size_t> cellOf(Node v) const;
    /// The foremost cell at a place.
    std::optional<size_t> cellAt(QPointF at) const;
    /// Nodes of the cells that lie in a box with their middle, with all below them; each once.
    std::vector<Node> nodesIn(const QRectF& box) const;

    /// Names that fit and do not overlap, those of `first` before others, then from the top down.
    std::vector<PlacedLabel> labels(const QFontMetricsF& metrics, const std::vector<Node>& first) const;

    /// The same cells on their way from `earlier`, 0 to 1: the common focus of both moves, the rest with it.
    std::vector<DrawnCell> between(const DrawingScene& earlier, double share) const;

private:
    std::shared_ptr<const Drawing> drawing_;
    std::shared_ptr<const DrawnTree> tree_;
    Node focus_ = DrawnTree::whole;
    QSizeF size_;
    std::vector<DrawnCell> cells_;
    std::vector<std::pair<Node, uint32_t>> byNode_;  ///< sorted
};

}  // namespace horo::views
