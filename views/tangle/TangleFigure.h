// Two facing hierarchies as a figure.
#pragma once

#include "views/tangle/TangleInk.h"
#include "views/view/Figure.h"

namespace horo::views {

struct TangleFigureInput {
    std::shared_ptr<const HierarchyPair> pair;
    QString nameA, nameB;
    Node focusA = OrderedTree::whole, focusB = OrderedTree::whole;
    bool untangled = true;
    TangleInk ink;  ///< in colours of paper
    int level = 0;  ///< whose branches give the hues
};

Figure tangleFigure(TangleFigureInput input);

/// "204 curves join 1,180 of 1,182 matched nodes; 37 pairs of them cross, 1,204 before untangling."
QString tangleNote(const TangleScene& scene, std::optional<uint64_t> crossingsBefore);

}  // namespace horo::views
