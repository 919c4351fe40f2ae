#include "core/measure/nearest.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/base/parallel.h"

namespace horo {

namespace {

constexpr double nowhere = std::numeric_limits<double>::infinity();

/// The k nearest of all rows, and of equally near ones the first; what lies nowhere is left out.
std::vector<NearRow> nearest(std::vector<NearRow> rows, size_t k) {
    k = std::min(k, rows.size());
    const auto nearer = [](const NearRow& a, const NearRow& b) {
        return a.distance != b.distance ? a.distance < b.distance : a.row < b.row;
    };
    std::partial_sort(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(k), rows.end(), nearer);
    rows.resize(k);
    std::erase_if(rows, [](const NearRow& row) { return row.distance == nowhere; });
    return rows;
}

std::vector<NearRow> without(std::vector<NearRow> rows, size_t query) {
    rows[query].distance = nowhere;
    return rows;
}

std::vector<NearRow> distancesTo(const Embedding& embedding, std::span<const double> point) {
    std::vector<NearRow> rows(embedding.rows());
    parallelFor(rows.size(), 8192, 0, [&](size_t begin, size_t end) {
        std::vector<double> row(embedding.columns());
        for (size_t i = begin; i < end; ++i) {
            embedding.vectors.copyRow(i, row);
            rows[i] = {i, embedding.manifold.distance(point, row)};
        }
    });
    return rows;
}

std::vector<NearRow> extendedDistances(const Embedding& embedding, size_t query) {
    std::vector<NearRow> rows(embedding.rows());
    parallelFor(rows.size(), 8192, 0, [&](size_t begin, size_t end) {
        for (size_t i = begin; i < end; ++i)
            rows[i] = {i, embedding.extended->distance(query, i)};
    });
    return rows;
}

std::vector<NearRow> cosinesTo(const Embedding& embedding, std::span<const double> point) {
    const double length = std::sqrt(std::inner_product(point.begin(), point.end(), point.begin(), 0.0));
    std::vector<NearRow> rows(embedding.rows());
    parallelFor(rows.size(), 8192, 0, [&](size_t begin, size_t end) {
        std::vector<double> row(embedding.columns());
        for (size_t i = begin; i < end; ++i) {
            embedding.vectors.copyRow(i, row);
            double product = 0, square = 0;
            for (size_t c = 0; c < row.size(); ++c)
                product += point[c] * row[c], square += row[c] * row[c];
            const bool hasAngle = length > 0 && square > 0;
            rows[i] = {i, hasAngle ? 1 - product / (length * std::sqrt(square)) : nowhere};
        }
    });
    return rows;
}

}  // namespace

std::vector<NearRow> nearestRows(const Embedding& embedding, size_t query, size_t k) {
    return nearest(without(embedding.extended ? extendedDistances(embedding, query)
                                              : distancesTo(embedding, embedding.row(query)),
                           query),
                   k);
}

std::vector<NearRow> nearestByCosine(const Embedding& embedding, size_t query, size_t k) {
    return nearest(without(cosinesTo(embedding, embedding.row(query)), query), k);
}

std::vector<NearRow> nearestToPoint(const Embedding& embedding, std::span<const double> point, size_t k) {
    return nearest(distancesTo(embedding, point), k);
}

std::vector<NearRow> nearestToPointByCosine(const Embedding& embedding, std::span<const double> point,
                                            size_t k) {
    return nearest(cosinesTo(embedding, point), k);
}

}  // namespace horo
