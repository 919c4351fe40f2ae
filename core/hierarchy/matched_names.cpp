#include "core/hierarchy/matched_names.h"

#include "core/hierarchy/node_names.h"

namespace horo {

MatchedNames::MatchedNames(std::span<const std::string> names, const Hierarchy& hierarchy)
    : nodes(names.size(), none) {
    const NodeNames index(hierarchy);
    for (size_t i = 0; i < names.size(); ++i) {
        auto found = index.find(names[i]);
        if (found.size() == 1)
            nodes[i] = found.front();
        else if (found.empty())
            missing.push_back(i);
        else
            ambiguous.push_back({i, std::move(found)});
    }
}

}  // namespace horo
