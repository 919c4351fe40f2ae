// Nodes of two hierarchies that have one name, and which of them hang elsewhere.
#pragma once

#include <vector>

#include "core/hierarchy/hierarchy.h"

namespace horo {

/// Nodes of `a` and `b` are matched by name. A matched node has moved where its nearest matched ancestors are
/// not the same in both, so a node that went or came in between moves nothing.
struct HOROCYCLE_EXPORT MatchedNodes {
    static constexpr Node none = ~Node{0};

    /// Time and memory: nodes times nearest matched ancestors.
    MatchedNodes(const Hierarchy& a, const Hierarchy& b);

    std::vector<Node> ofA;    ///< the node of b with the name of each node of a, or `none`
    std::vector<Node> ofB;    ///< and back
    std::vector<Node> moved;  ///< nodes of a, ascending
    size_t missing = 0;       ///< names of a that b lacks
    size_t extra = 0;         ///< names of b that a lacks
    size_t matched() const { return ofA.size() - missing; }
};

}  // namespace horo
