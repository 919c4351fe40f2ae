// Nodes by name, alias and path: the first line is looked for in a hierarchy of the other lines as edges.
#include <algorithm>

#include "core/hierarchy/node_names.h"
#include "tests/fuzz/fuzz.h"

using namespace horo;

HOROCYCLE_FUZZ(input) {
    const size_t end = std::min(input.find('\n'), input.size());
    const std::string_view edges = input.substr(std::min(end + 1, input.size()));
    const auto opened = openSource(writeInput("e.tsv", edges), {Kind::Hierarchy});
    if (!opened) return;
    const auto& hierarchy = *std::get<std::shared_ptr<const Hierarchy>>(opened->payload);
    const NodeNames names(hierarchy);
    (void)names.find(input.substr(0, end));
    for (Node v = 0; v < std::min<size_t>(hierarchy.size(), 100); ++v)  // every name finds its own node
        if (names.find(hierarchy.name(v)) != std::vector<Node>{v}) std::abort();
}
