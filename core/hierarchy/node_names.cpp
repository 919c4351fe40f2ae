#include "core/hierarchy/node_names.h"

#include <algorithm>

namespace horo {

namespace {

using Index = std::vector<std::pair<ItemId, Node>>;

template <class Take>
void forAll(const Index& index, std::string_view text, Take take) {
    const ItemId hash = itemId(text);
    for (auto at = std::ranges::lower_bound(index, std::pair(hash, Node{0}));
         at != index.end() && at->first == hash; ++at)
        take(at->second);
}

}  // namespace

NodeNames::NodeNames(const Hierarchy& hierarchy) : hierarchy_(hierarchy) {
    const auto& aliases = hierarchy.texts().aliases;
    parts_.reserve(hierarchy.size());
    for (Node v = 0; v < hierarchy.size(); ++v) {
        const std::string_view name = hierarchy.name(v);
        parts_.emplace_back(itemId(name), v);
        for (size_t at = name.find('/'); at != std::string_view::npos; at = name.find('/', at + 1))
            if (parentEndsIn(v, name.substr(0, at))) parts_.emplace_back(itemId(name.substr(at + 1)), v);
        if (!aliases.empty() && !aliases[v].empty()) aliases_.emplace_back(itemId(aliases[v]), v);
    }
    std::ranges::sort(parts_);
    std::ranges::sort(aliases_);
}

bool NodeNames::parentEndsIn(Node node, std::string_view text) const {
    const auto parents = hierarchy_.parents(node);
    return std::any_of(parents.begin(), parents.end(), [&](Node parent) { return endsIn(parent, text); });
}

bool NodeNames::endsIn(Node node, std::string_view text) const {
    const std::string_view name = hierarchy_.name(node);
    const auto endsWith = [&](std::string_view part) {
        if (!text.ends_with(part)) return false;
        const size_t before = text.size() - part.size();
        return before == 0 || (text[before - 1] == '/' && parentEndsIn(node, text.substr(0, before - 1)));
    };
    if (endsWith(name)) return true;
    for (size_t at = name.find('/'); at != std::string_view::npos; at = name.find('/', at + 1))
        if (endsWith(name.substr(at + 1)) && parentEndsIn(node, name.substr(0, at))) return true;
    return false;
}

std::vector<Node> NodeNames::find(std::string_view text) const {
    if (const auto row = hierarchy_.items()->rowOf(text)) return {static_cast<Node>(*row)};
    std::vector<Node> found;
    forAll(aliases_, text, [&](Node v) {
        if (hierarchy_.texts().aliases[v] == text) found.push_back(v);
    });
    if (!found.empty()) return found;
    const auto lookFor = [&](std::string_view lastPart) {
        forAll(parts_, lastPart, [&](Node v) {
            if (endsIn(v, text)) found.push_back(v);
        });
    };
    lookFor(text);
    for (size_t at = text.find('/'); at != std::string_view::npos; at = text.find('/', at + 1))
        lookFor(text.substr(at + 1));
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace horo
