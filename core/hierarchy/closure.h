// The transitive closure of a hierarchy: every node with all its proper ancestors.
#pragma once

#include <span>
#include <vector>

#include "core/hierarchy/hierarchy.h"

namespace horo {

class HOROCYCLE_EXPORT Closure {
public:
    /// Time and memory in the number of pairs.
    explicit Closure(const Hierarchy& hierarchy);

    /// Pairs (node, proper ancestor).
    size_t pairCount() const { return ancestors_.size(); }
    size_t size() const { return start_.size() - 1; }
    /// Proper ancestors of v, ascending.
    std::span<const Node> ancestors(Node v) const {
        return {ancestors_.data() + start_[v], ancestors_.data() + start_[v + 1]};
    }
    /// Whether a is a proper ancestor of v.
    bool isAncestor(Node a, Node v) const;
    /// All ancestor lists one after the other, and where each begins (size() + 1 numbers).
    std::span<const Node> flat() const { return ancestors_; }
    std::span<const size_t> starts() const { return start_; }

private:
    std::vector<size_t> start_;
    std::vector<Node> ancestors_;
};

}  // namespace horo
