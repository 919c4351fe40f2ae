#include "core/measure/nearest.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/base/parallel.h"

namespace horo {

namespace {

constexpr double nowhere = std::numeric_limits<double>::infinity();

std::vector<NearRow> nearest(std::vector<NearRow> rows, size_t query, size_t k) {
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(query));
    k = std::min(k, rows.size());
    const auto nearer = [](const NearRow& a, const NearRow& b) {
        return a.distance != b.distance ? a.distance < b.distance : a.row < b.row;
    };
    std::partial_sort(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(k), rows.end(), nearer);
    rows.resize(k);
    return rows;
}

}  // namespace

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
    return nearest(std::move(rows), query, k);
}

std::vector<NearRow> nearestByCosine(const Embedding& embedding, size_t query, size_t k) {
    const std::vector<double> from = embedding.row(query);
    const double length = std::sqrt(std::inner_product(from.begin(), from.end(), from.begin(), 0.0));
    if (length == 0) return {};
    std::vector<NearRow> rows(embedding.rows());
    parallelFor(rows.size(), 8192, 0, [&](size_t begin, size_t end) {
        std::vector<double> row(embedding.columns());
        for (size_t i = begin; i < end; ++i) {
            embedding.vectors.copyRow(i, row);
            double product = 0, square = 0;
            for (size_t c = 0; c < row.size(); ++c)
                product += from[c] * row[c], square += row[c] * row[c];
            rows[i] = {i, square > 0 ? 1 - product / (length * std::sqrt(square)) : nowhere};
        }
    });
    auto near = nearest(std::move(rows), query, k);
    std::erase_if(near, [](const NearRow& row) { return row.distance == nowhere; });
    return near;
}

}  // namespace horo
