#include "core/measure/matched_rows.h"

namespace horo {

MatchedRows::MatchedRows(const Embedding& embedding, const Hierarchy& hierarchy)
    : rowOfNode(hierarchy.size(), none) {
    for (Node v = 0; v < hierarchy.size(); ++v) {
        if (const auto row = embedding.items->rowOf(hierarchy.items()->id(v))) {
            rowOfNode[v] = static_cast<uint32_t>(nodes.size());
            nodes.push_back(v);
            sourceRows.push_back(*row);
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
