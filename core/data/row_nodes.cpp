#include "core/data/row_nodes.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "core/hierarchy/node_names.h"

namespace horo {

RowNodes::RowNodes(const Embedding& embedding, const Hierarchy& hierarchy) : nodes(embedding.rows(), none) {
    const Items& items = *embedding.items;
    if (hierarchy.items() == embedding.items) {
        for (size_t row = 0; row < nodes.size(); ++row)
            nodes[row] = static_cast<Node>(row);
        matched = nodes.size();
        return;
    }
    for (size_t row = 0; row < nodes.size(); ++row)
        if (const auto node = hierarchy.items()->rowOf(items.id(row))) {
            nodes[row] = static_cast<Node>(*node);
            ++matched;
        }
    if (matched > 0 || embedding.labels.size() != nodes.size()) return;
    const NodeNames names(hierarchy);
    std::unordered_map<std::string_view, Node> known;
    for (size_t row = 0; row < nodes.size(); ++row) {
        const auto [place, isNew] = known.try_emplace(embedding.labels[row], none);
        if (isNew)
            if (const auto found = names.find(embedding.labels[row]); found.size() == 1)
                place->second = found.front();
        nodes[row] = place->second;
        matched += nodes[row] != none;
    }
    byLabel = matched > 0;
}

bool speakOfSameThings(const Embedding& embedding, const Hierarchy& hierarchy) {
    const bool fewNodes = hierarchy.size() < embedding.rows();
    const Items &asked = fewNodes ? *hierarchy.items() : *embedding.items,
                &known = fewNodes ? *embedding.items : *hierarchy.items();
    if (std::ranges::any_of(asked.ids(), [&](ItemId id) { return known.rowOf(id).has_value(); })) return true;
    if (embedding.labels.empty()) return false;
    const NodeNames names(hierarchy);
    std::unordered_map<std::string_view, bool> tried;
    return std::ranges::any_of(embedding.labels, [&](const std::string& label) {
        return tried.try_emplace(label, true).second && names.find(label).size() == 1;
    });
}

}  // namespace horo
