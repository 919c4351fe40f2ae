// Nodes by what people write for them.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "core/hierarchy/hierarchy.h"

namespace horo {

/// Finds nodes by name, by alias, or by the ending of a path: its parts joined by `/`, with or without the
/// root. The hierarchy must live on.
class HOROCYCLE_EXPORT NodeNames {
public:
    explicit NodeNames(const Hierarchy& hierarchy);

    /// The node of that name, else those of that alias, else those with a path that ends so: none, the one
    /// that is meant, or several where the text says too little; ascending.
    std::vector<Node> find(std::string_view text) const;

private:
    /// Whether a path to the node ends in `text`.
    bool endsIn(Node node, std::string_view text) const;
    bool parentEndsIn(Node node, std::string_view text) const;

    const Hierarchy& hierarchy_;
    /// Last parts of paths (a name may itself be a path) and aliases, by their hash.
    std::vector<std::pair<ItemId, Node>> parts_, aliases_;
};

}  // namespace horo
