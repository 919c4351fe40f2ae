#include "core/measure/matched_rows.h"

#include <optional>

#include "core/hierarchy/node_names.h"

namespace horo {

namespace {

/// The row of each node, or nothing.
std::vector<std::optional<size_t>> rowsOfNodes(const Embedding& embedding, const Hierarchy& hierarchy) {
    const Items& items = *embedding.items;
    std::vector<std::optional<size_t>> rows(hierarchy.size());
    size_t found = 0;
    for (Node v = 0; v < hierarchy.size(); ++v)
        found += (rows[v] = items.rowOf(hierarchy.items()->id(v))).has_value();
    if (found == items.size() || !items.space().empty()) return rows;  // a row's number is no name
    const NodeNames names(hierarchy);
    for (size_t row = 0; row < items.size(); ++row) {
        if (hierarchy.items()->rowOf(items.id(row))) continue;
        const auto nodes = names.find(items.name(row));
        if (nodes.size() == 1 && !rows[nodes.front()]) rows[nodes.front()] = row;
    }
    return rows;
}

}  // namespace

MatchedRows::MatchedRows(const Embedding& embedding, const Hierarchy& hierarchy)
    : rowOfNode(hierarchy.size(), none) {
    const auto rows = rowsOfNodes(embedding, hierarchy);
    for (Node v = 0; v < hierarchy.size(); ++v) {
        if (rows[v]) {
            rowOfNode[v] = static_cast<uint32_t>(nodes.size());
            nodes.push_back(v);
            sourceRows.push_back(*rows[v]);
        } else if (missing++ == 0) {
            firstMissing = v;
        }
    }
    strangers = embedding.rows() - nodes.size();
}

std::vector<double> MatchedRows::values(const Embedding& embedding) const {
    const size_t columns = embedding.columns();
    std::vector<double> values(nodes.size() * columns);
    for (size_t i = 0; i < nodes.size(); ++i)
        embedding.vectors.copyRow(sourceRows[i], {values.data() + i * columns, columns});
    return values;
}

std::shared_ptr<const ExtendedPoints> MatchedRows::extended(const Embedding& embedding) const {
    return embedding.extended ? embedding.extended->subset(sourceRows) : nullptr;
}

}  // namespace horo
