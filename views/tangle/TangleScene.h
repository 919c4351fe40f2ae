// Two hierarchies laid out as they face each other, and the curves between them.
#pragma once

#include <QRectF>
#include <array>

#include "views/tangle/HierarchyPair.h"
#include "views/tangle/SideLayout.h"

namespace horo::views {

/// Matched nodes that one curve stands for: from one closed cell of A to one of B.
struct CurveBundle {
    uint32_t a = 0, b = 0;  ///< places of the cells
    uint32_t nodes = 0;
    bool moved = false;     ///< these moved, or these stayed
    double ya = 0, yb = 0;  ///< where it ends
    double width = 1;
};

/// What is under a place.
struct SideNode {
    Side side = Side::A;
    Node node = OrderedTree::whole;
    bool operator==(const SideNode&) const = default;
};

class TangleScene {
public:
    TangleScene() = default;
    /// `untangled`: B in the order that crosses least. `textPixels`: of names; where leaves are high enough
    /// to have one, room is left for it beside them. 0 = no names.
    TangleScene(std::shared_ptr<const HierarchyPair> pair, bool untangled, Node focusA, Node focusB,
                QSizeF size, double textPixels = 11);

    bool isEmpty() const { return !pair_ || sides_[0].cells().empty() || sides_[1].cells().empty(); }
    const HierarchyPair& pair() const { return *pair_; }
    const SideLayout& side(Side side) const { return sides_[static_cast<size_t>(side)]; }
    QSizeF size() const { return size_; }
    /// Width of one side; the curves have what is left between them.
    double sideWidth() const { return sideWidth_; }
    const std::vector<CurveBundle>& bundles() const { return bundles_; }
    /// The curve that stands for a node of A.
    std::optional<size_t> bundleOf(Node v) const;

    size_t drawn() const { return sides_[0].drawn() + sides_[1].drawn(); }
    size_t total() const;
    /// Matched nodes below both focuses, and those of them that have a curve.
    size_t matched() const { return matched_; }
    size_t joined() const;
    /// Pairs of joined nodes whose curves cross: a curve counts as often as it stands for nodes, so that the
    /// number does not hang on how nodes are merged.
    uint64_t crossings() const;

    QRectF box(Side side, const SideCell& cell) const;
    /// Where a curve to a cell ends.
    double innerEdge(Side side, const SideCell& cell) const;
    /// How many nodes of each status a cell stands for; of an open one, that of its own node.
    std::array<uint32_t, 3> statuses(Side side, uint32_t cell) const {
        return statuses_[static_cast<size_t>(side)][cell];
    }
    std::optional<SideNode> nodeAt(QPointF at) const;
    /// Nodes of the cells that lie in a box, with all below them; each once.
    std::array<std::vector<Node>, 2> nodesIn(const QRectF& box) const;

private:
    void bundle();
    void countStatuses();
    void placeEnds();

    std::shared_ptr<const HierarchyPair> pair_;
    QSizeF size_;
    double sideWidth_ = 0;
    std::array<SideLayout, 2> sides_;
    std::array<std::vector<std::array<uint32_t, 3>>, 2> statuses_;
    std::vector<CurveBundle> bundles_;  ///< by place of their cells in A, then in B
    size_t matched_ = 0;
};

}  // namespace horo::views
