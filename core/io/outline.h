// The shape of a graph that need not be a hierarchy yet: what a person checks before taking it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/io/hierarchy_draft.h"

namespace horo {

/// How many there are and the first of them in words.
struct Found {
    size_t count = 0;
    std::vector<std::string> first;  ///< at most Outline::shown
};

struct Outline {
    static constexpr size_t shown = 20;

    size_t nodes = 0;
    size_t edges = 0;             ///< different ones, without self edges
    size_t leaves = 0;            ///< nodes without a child
    std::optional<int> maxDepth;  ///< longest path in edges; none where there is a cycle
    Found roots;                  ///< nodes without a parent
    Found orphans;                ///< nodes without any edge; they are roots and leaves, too
    Found severalParents;         ///< nodes with more than one
    Found duplicateEdges;         ///< "parent > child (line 7)", beyond the first of each
    Found selfEdges;              ///< "node (line 7)"
    Found cycles;                 ///< "a > b > a (line 7)"; one for each knot of nodes that reach each other
    size_t cycleLine = 0;         ///< of an edge of the first cycle, 0 = not known
};

HOROCYCLE_EXPORT Outline outlineOf(const HierarchyDraft& draft);

}  // namespace horo
