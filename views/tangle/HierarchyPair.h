// Two hierarchies and what their nodes have to do with each other.
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "core/hierarchy/matched_nodes.h"
#include "views/tangle/OrderedTree.h"

namespace horo::views {

enum class Side { A, B };

inline Side otherSide(Side side) {
    return side == Side::A ? Side::B : Side::A;
}

/// In both below the same, in both below another, in one alone.
enum class NodeStatus : uint8_t { InPlace, Moved, Only };

/// Immutable; about 0.2 s for two times 82,115 nodes.
class HierarchyPair {
public:
    HierarchyPair(std::shared_ptr<const Hierarchy> a, std::shared_ptr<const Hierarchy> b);

    const Hierarchy& hierarchy(Side side) const { return look(side)->hierarchy(); }
    const std::shared_ptr<const HierarchyLook>& look(Side side) const { return looks_[index(side)]; }
    const MatchedNodes& nodes() const { return nodes_; }
    NodeStatus status(Side side, Node v) const { return status_[index(side)][v]; }
    /// The node of the same name on the other side, or MatchedNodes::none.
    Node partner(Side side, Node v) const { return (side == Side::A ? nodes_.ofA : nodes_.ofB)[v]; }

    /// The tree of a side as it is, or B in the order that crosses A least; made when it is first asked for.
    std::shared_ptr<const OrderedTree> tree(Side side) const { return trees_[index(side)]; }
    std::shared_ptr<const OrderedTree> untangledB() const;

private:
    static size_t index(Side side) { return static_cast<size_t>(side); }

    std::array<std::shared_ptr<const HierarchyLook>, 2> looks_;
    MatchedNodes nodes_;
    std::array<std::vector<NodeStatus>, 2> status_;
    std::array<std::shared_ptr<const OrderedTree>, 2> trees_;
    mutable std::shared_ptr<const OrderedTree> untangled_;
};

}  // namespace horo::views
