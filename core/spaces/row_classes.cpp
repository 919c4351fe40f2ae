#include "core/spaces/row_classes.h"

#include <fmt/format.h>

#include <unordered_map>

#include "core/hierarchy/matched_names.h"
#include "core/measure/matched_rows.h"

namespace horo {

namespace {

constexpr Node none = SpanningTree::none;

/// The node that each label names. Error: a label that names none or several.
Result<std::vector<Node>> nodesNamed(std::span<const std::string> labels, const Hierarchy& hierarchy) {
    MatchedNames named(labels, hierarchy);
    if (!named.missing.empty())
        return inputError(fmt::format("the label '{}' is no node", labels[named.missing.front()]),
                          "label rows with names of nodes, or with endings of their paths");
    if (named.ambiguous.empty()) return std::move(named.nodes);
    const auto& [place, candidates] = named.ambiguous.front();
    std::string names;
    for (const Node v : candidates)
        names += (names.empty() ? "" : ", ") + hierarchy.name(v);
    return inputError(fmt::format("the label '{}' may be any of {}", labels[place], names),
                      "write one of these");
}

}  // namespace

RowClasses RowClasses::ofLabels(std::span<const std::string> labels) {
    RowClasses out;
    std::unordered_map<std::string_view, uint32_t> known;
    for (size_t row = 0; row < labels.size(); ++row) {
        out.rows.push_back(row);
        out.classes.push_back(
            known.try_emplace(labels[row], static_cast<uint32_t>(known.size())).first->second);
    }
    out.count = known.size();
    return out;
}

Result<RowClasses> RowClasses::ofNodes(const Embedding& embedding, std::span<const std::string> labels,
                                       const Hierarchy& hierarchy, int level) {
    const auto branches = RowBranches::create(embedding, labels, hierarchy);
    if (!branches) return branches.error();
    return branches->at(level);
}

Result<RowBranches> RowBranches::create(const Embedding& embedding, std::span<const std::string> labels,
                                        const Hierarchy& hierarchy) {
    std::vector<Node> nodes(embedding.rows(), none);
    bool hangBelow = !labels.empty();
    if (!hangBelow) {
        const MatchedRows match(embedding, hierarchy);
        for (size_t i = 0; i < match.nodes.size(); ++i)
            nodes[match.sourceRows[i]] = match.nodes[i];
        hangBelow = match.nodes.empty() && !embedding.labels.empty();
        if (hangBelow) labels = embedding.labels;
        if (match.nodes.empty() && !hangBelow)
            return inputError("no row of the embedding is a node of the hierarchy",
                              "name rows as the nodes are named, or give labels that name nodes");
    }
    if (hangBelow) {
        auto named = nodesNamed(labels, hierarchy);
        if (!named) return named.error();
        nodes = std::move(*named);
    }
    return RowBranches(std::move(nodes), hangBelow, hierarchy);
}

RowClasses RowBranches::at(int level) const {
    const auto classOf = [&](Node v) {
        if (level > 0) return tree_.ancestorAt(v, level);
        return hangBelow_ || tree_.parent(v) == none ? v : tree_.parent(v);
    };
    RowClasses out;
    std::unordered_map<Node, uint32_t> known;
    for (size_t row = 0; row < nodes_.size(); ++row) {
        if (nodes_[row] == none) {
            ++out.strangers;
            continue;
        }
        out.rows.push_back(row);
        out.classes.push_back(
            known.try_emplace(classOf(nodes_[row]), static_cast<uint32_t>(known.size())).first->second);
    }
    out.count = known.size();
    return out;
}

}  // namespace horo
