// One of two facing hierarchies laid out: columns of levels, bands of subtrees.
#pragma once

#include <optional>

#include "views/tangle/OrderedTree.h"

namespace horo::views {

/// `x` counts from the outer edge of the side inward, `y` from above.
struct SideCell {
    Node node = OrderedTree::whole;
    int level = 0;    ///< below the focus
    int parent = -1;  ///< place of the cell above, -1 at the top
    double x0 = 0, x1 = 0, y0 = 0, y1 = 0;
    /// Stands for neighbours too that are too small to be seen; `node` is the largest of them.
    bool merged = false;
    /// Nodes below it are drawn. Else it stands for all of them, and curves may begin at it.
    bool open = false;
    uint32_t nodes = 0;  ///< that it stands for, itself included
};

/// An icicle (Kruskal & Landwehr 1983) of what is below the focus.
class SideLayout {
public:
    SideLayout() = default;
    /// The first levels are `comfortable` pixels wide where there is room. Cells are at least `least` pixels
    /// high: smaller siblings are merged until they are.
    SideLayout(std::shared_ptr<const OrderedTree> tree, Node focus, double width, double height,
               double comfortable = 88, double least = 3);

    const OrderedTree& tree() const { return *tree_; }
    Node focus() const { return focus_; }
    const std::vector<SideCell>& cells() const { return cells_; }
    /// Cells with a node of their own, that is without those which stand for several.
    size_t drawn() const;
    /// The cell that is or stands for a node; none outside of the focus.
    std::optional<uint32_t> cellOf(Node v) const {
        return v >= cellOf_.size() || cellOf_[v] == nowhere ? std::nullopt : std::optional(cellOf_[v]);
    }
    /// Place of a closed cell among the closed ones from above to below.
    uint32_t rank(uint32_t cell) const { return rank_[cell]; }
    std::optional<uint32_t> cellAt(double x, double y) const;

private:
    static constexpr uint32_t nowhere = ~uint32_t{0};

    void addChildren(uint32_t above, const std::vector<double>& borders, double least);
    void rankClosed();

    std::shared_ptr<const OrderedTree> tree_;
    Node focus_ = OrderedTree::whole;
    std::vector<SideCell> cells_;
    std::vector<uint32_t> cellOf_, rank_;
};

}  // namespace horo::views
