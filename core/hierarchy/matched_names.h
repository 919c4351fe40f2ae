// Names or labels found in a hierarchy.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/hierarchy/hierarchy.h"

namespace horo {

/// Which node each of some names means: the one of that name, else the only one with a path that ends so
/// (NodeNames).
struct HOROCYCLE_EXPORT MatchedNames {
    static constexpr Node none = ~Node{0};

    /// A name that several nodes answer to.
    struct Ambiguous {
        size_t place;                  ///< among the names
        std::vector<Node> candidates;  ///< at least two
    };

    MatchedNames() = default;
    MatchedNames(std::span<const std::string> names, const Hierarchy& hierarchy);

    std::vector<Node> nodes;           ///< of each name, or `none`
    std::vector<size_t> missing;       ///< places of names that no node answers to
    std::vector<Ambiguous> ambiguous;  ///< by place
    size_t matched() const { return nodes.size() - missing.size() - ambiguous.size(); }
};

}  // namespace horo
