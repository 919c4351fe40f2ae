#include "core/hierarchy/path_lengths.h"

#include <algorithm>
#include <cassert>

namespace horo {

PathLengths::PathLengths(const Hierarchy& hierarchy) {
    start_.reserve(hierarchy.size() + 1);
    start_.push_back(0);
    neighbors_.reserve(2 * hierarchy.edgeCount());
    for (Node v = 0; v < hierarchy.size(); ++v) {
        const auto up = hierarchy.parents(v), down = hierarchy.children(v);
        neighbors_.insert(neighbors_.end(), up.begin(), up.end());
        neighbors_.insert(neighbors_.end(), down.begin(), down.end());
        start_.push_back(neighbors_.size());
    }
}

void PathLengths::from(Node source, std::span<uint32_t> lengths, std::vector<Node>& queue) const {
    assert(lengths.size() == size());
    std::ranges::fill(lengths, unreachable);
    lengths[source] = 0;
    queue.assign(1, source);
    for (size_t i = 0; i < queue.size(); ++i)
        for (const Node next : neighbors(queue[i]))
            if (lengths[next] == unreachable) {
                lengths[next] = lengths[queue[i]] + 1;
                queue.push_back(next);
            }
}

std::vector<uint32_t> PathLengths::components() const {
    std::vector<uint32_t> component(size(), unreachable);
    std::vector<Node> open;
    uint32_t count = 0;
    for (Node v = 0; v < size(); ++v) {
        if (component[v] != unreachable) continue;
        component[v] = count;
        open.assign(1, v);
        while (!open.empty()) {
            const Node u = open.back();
            open.pop_back();
            for (const Node next : neighbors(u))
                if (component[next] == unreachable) {
                    component[next] = count;
                    open.push_back(next);
                }
        }
        ++count;
    }
    return component;
}

}  // namespace horo
