// With what two facing hierarchies are painted.
#pragma once

#include "views/tangle/TangleScene.h"
#include "views/theme/Theme.h"

class QPainter;

namespace horo::views {

struct TangleInk {
    Theme theme;
    /// ARGB by node of A, for B of the partners; what equals main text is painted as ground. Empty: colour
    /// says the status.
    std::vector<uint32_t> coloursOfA;
    std::array<std::vector<char>, 2> selected;  ///< by node of a side; empty = nothing is
    std::array<Node, 2> focus{OrderedTree::whole, OrderedTree::whole};  ///< the node that was clicked
    bool labels = true;
    double textPixels = 11;

    bool anySelected() const { return !selected[0].empty() || !selected[1].empty(); }
    /// The colour of a side where two are told apart.
    QColor pairColour(Side side) const { return theme.colour(side == Side::A ? Token::PairA : Token::PairB); }
};

/// The picture without what is under the pointer.
void paintTangle(QPainter& painter, const TangleScene& scene, const TangleInk& ink);
/// The marks about a node, its partner, and the line that joins them.
void paintTangleHovered(QPainter& painter, const TangleScene& scene, SideNode at, const Theme& theme);

}  // namespace horo::views
