// Lengths of the shortest paths in a hierarchy taken as an undirected graph.
#pragma once

#include <span>
#include <vector>

#include "core/hierarchy/hierarchy.h"

namespace horo {

/// The graph whose edges are those of the hierarchy, each of length 1.
class HOROCYCLE_EXPORT PathLengths {
public:
    static constexpr uint32_t unreachable = ~uint32_t{0};

    explicit PathLengths(const Hierarchy& hierarchy);

    size_t size() const { return start_.size() - 1; }
    /// Parents and children, different from each other.
    std::span<const Node> neighbors(Node v) const {
        return {neighbors_.data() + start_[v], neighbors_.data() + start_[v + 1]};
    }
    /// Breadth first search: writes the edges on a shortest path to each node, `unreachable` in another
    /// component. `lengths` holds size() numbers, `queue` is room that is used again. Time: nodes + edges.
    void from(Node source, std::span<uint32_t> lengths, std::vector<Node>& queue) const;
    /// The component of each node, numbered from 0 in the order of their first nodes.
    std::vector<uint32_t> components() const;

private:
    std::vector<size_t> start_;
    std::vector<Node> neighbors_;
};

}  // namespace horo
