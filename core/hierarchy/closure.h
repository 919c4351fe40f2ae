// The transitive closure of a hierarchy: every node with all its proper ancestors.
#pragma once

#include <span>
#include <vector>

#include "core/hierarchy/hierarchy.h"

namespace horo {

class HOROCYCLE_EXPORT Closure {
public:
    /// Time and memory in the number of pairs: ask `create` where the hierarchy comes from outside.
    explicit Closure(const Hierarchy& hierarchy);
    /// Error: more than `pairLimit` pairs (a chain of 100,000 nodes has 5 G of them).
    static Result<Closure> create(const Hierarchy& hierarchy);
    static constexpr size_t pairLimit = 200'000'000;
    /// The edges alone, nothing closed: "ancestors" are parents. For training that must not see the rest.
    static Closure ofEdges(const Hierarchy& hierarchy);

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
    Closure() = default;

    std::vector<size_t> start_;
    std::vector<Node> ancestors_;
};

/// Number of proper ancestors of each node, without storing them.
HOROCYCLE_EXPORT std::vector<size_t> ancestorCounts(const Hierarchy& hierarchy);
/// Pairs (node, proper ancestor) of the whole hierarchy, without storing them.
HOROCYCLE_EXPORT size_t closurePairCount(const Hierarchy& hierarchy);

}  // namespace horo
