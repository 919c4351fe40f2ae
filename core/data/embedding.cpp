#include "core/data/embedding.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace horo {
namespace {

bool isFinite(std::span<const double> row) {
    return std::all_of(row.begin(), row.end(), [](double value) { return std::isfinite(value); });
}

uint64_t hashOf(std::span<const double> row) {
    uint64_t hash = 0xCBF29CE484222325ull;
    for (const double value : row)
        hash = (std::rotl(hash, 23) ^ std::bit_cast<uint64_t>(value + 0.0)) * 0x9E3779B97F4A7C15ull;
    return hash ^ hash >> 32;  // -0 and 0 are the same number
}

/// Rows of finite numbers that are equal to an earlier row.
size_t repeatedRows(const Vectors& vectors) {
    constexpr uint32_t none = ~uint32_t{0};
    std::vector<uint32_t> slots(std::bit_ceil(2 * vectors.rows() + 1), none);
    std::vector<uint64_t> hashes(vectors.rows());
    std::vector<double> row(vectors.columns()), other(vectors.columns());
    size_t repeated = 0;
    for (size_t i = 0; i < vectors.rows(); ++i) {
        vectors.copyRow(i, row);
        if (!isFinite(row)) continue;
        hashes[i] = hashOf(row);
        size_t slot = hashes[i] & (slots.size() - 1);
        for (; slots[slot] != none; slot = (slot + 1) & (slots.size() - 1)) {
            if (hashes[slots[slot]] != hashes[i]) continue;
            vectors.copyRow(slots[slot], other);
            if (row == other) break;
        }
        if (slots[slot] == none)
            slots[slot] = static_cast<uint32_t>(i);
        else
            ++repeated;
    }
    return repeated;
}

}  // namespace

std::vector<double> Embedding::row(size_t i) const {
    std::vector<double> values(columns());
    vectors.copyRow(i, values);
    return values;
}

double Embedding::distance(size_t i, size_t j) const {
    return extended ? extended->distance(i, j) : manifold.distance(row(i), row(j));
}

double Embedding::radius(size_t i) const {
    return extended ? extended->radius(i) : manifold.radius(row(i));
}

Health Embedding::health() const {
    Health health;
    health.nonFinite = vectors.nonFiniteRows().size();
    if (manifold.kind() != ManifoldKind::Euclidean)
        health.outside = unusableRows(*this).size() - health.nonFinite;
    // Rounded rows may well be equal where the extended ones are not.
    if (!extended) health.duplicates = repeatedRows(vectors);
    if (normLimit <= 0) return health;
    std::vector<double> row(columns());
    for (size_t i = 0; i < rows(); ++i) {
        vectors.copyRow(i, row);
        // A radius that reaches the limit up to the rounding of the stored numbers: floats hold 1 - |x|^2
        // there to some 5 %, which the radius feels as log 1.05.
        if (manifold.contains(row) && manifold.radius(row) >= normLimit - std::log(1.05)) ++health.atLimit;
    }
    return health;
}

std::vector<size_t> unusableRows(const Embedding& embedding) {
    if (embedding.manifold.kind() == ManifoldKind::Euclidean) return embedding.vectors.nonFiniteRows();
    std::vector<size_t> found;
    std::vector<double> row(embedding.columns());
    for (size_t i = 0; i < embedding.rows(); ++i) {
        embedding.vectors.copyRow(i, row);
        if (!embedding.manifold.contains(row)) found.push_back(i);
    }
    return found;
}

Embedding subset(const Embedding& embedding, const std::vector<size_t>& rows) {
    Embedding some = embedding;
    some.items.reset();
    some.vectors = embedding.vectors.subset(rows);
    const auto chosen = [&](const auto& all) {
        std::decay_t<decltype(all)> part;
        part.reserve(rows.size());
        for (const size_t row : rows)
            part.push_back(all[row]);
        return part;
    };
    if (!embedding.labels.empty()) some.labels = chosen(embedding.labels);
    if (embedding.extended) some.extended = embedding.extended->subset(rows);
    if (embedding.about) {
        Table about;
        for (const Column& column : embedding.about->columns)
            about.columns.push_back(
                {column.name,
                 std::visit([&](const auto& values) { return decltype(Column::values)(chosen(values)); },
                            column.values)});
        some.about = std::make_shared<const Table>(std::move(about));
    }
    return some;
}

Result<void> requireUsable(const Embedding& embedding) {
    if (const auto& extended = embedding.extended) {
        if (extended->rows() != embedding.rows() || extended->columns() != embedding.columns())
            return inputError("the extended rows are not as many as the vectors", "give both for each row");
        if (embedding.manifold != Manifold::poincare())
            return inputError("extended rows lie in the Poincare ball of curvature -1, the vectors do not",
                              "leave the extended rows out, or give both in that ball");
    }
    if (embedding.about && !embedding.about->columns.empty() && embedding.about->rows() != embedding.rows())
        return inputError("what is said about the rows is not as much as the rows", "give one entry a row");
    const auto bad = unusableRows(embedding);
    if (bad.empty()) return {};
    const size_t first = bad.front();
    const bool nonFinite = !isFinite(embedding.row(first));
    const std::string name = embedding.items ? embedding.items->name(first) : std::to_string(first);
    const std::string what = nonFinite ? " holds a NaN or an infinity"
                                       : " does not lie on the manifold (" +
                                             std::string(manifoldName(embedding.manifold.kind())) + ")";
    const std::string others =
        bad.size() == 1 ? "" : ", and " + std::to_string(bad.size() - 1) + " more rows cannot be used";
    return inputError("row \"" + name + "\"" + what + others,
                      nonFinite
                          ? "leave such rows out by ?non_finite=drop behind the name of the file"
                          : "leave these rows out, or say which manifold and curvature the vectors have",
                      "row " + std::to_string(first));
}

}  // namespace horo
