#include "core/measure/nearest.h"

#include <algorithm>

#include "core/base/parallel.h"

namespace horo {

std::vector<NearRow> nearestRows(const Embedding& embedding, size_t query, size_t k) {
    const std::vector<double> from = embedding.row(query);
    std::vector<NearRow> rows(embedding.rows());
    parallelFor(rows.size(), 8192, 0, [&](size_t begin, size_t end) {
        std::vector<double> row(embedding.columns());
        for (size_t i = begin; i < end; ++i) {
            if (embedding.extended) {
                rows[i] = {i, embedding.extended->distance(query, i)};
                continue;
            }
            embedding.vectors.copyRow(i, row);
            rows[i] = {i, embedding.manifold.distance(from, row)};
        }
    });
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(query));
    k = std::min(k, rows.size());
    const auto nearer = [](const NearRow& a, const NearRow& b) {
        return a.distance != b.distance ? a.distance < b.distance : a.row < b.row;
    };
    std::partial_sort(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(k), rows.end(), nearer);
    rows.resize(k);
    return rows;
}

}  // namespace horo
