#include "core/data/embedding.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string_view>
#include <unordered_set>

namespace horo {
namespace {

bool isFinite(std::span<const double> row) {
    return std::all_of(row.begin(), row.end(), [](double value) { return std::isfinite(value); });
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
    std::vector<double> all = vectors.toDouble();
    for (double& value : all)
        value += 0.0;  // -0 and 0 are the same number
    const size_t width = columns();
    std::unordered_set<std::string_view> seen;
    seen.reserve(rows());
    for (size_t i = 0; i < rows(); ++i) {
        const std::span<const double> row(all.data() + i * width, width);
        if (!isFinite(row)) {
            ++health.nonFinite;
            continue;
        }
        if (!manifold.contains(row)) ++health.outside;
        // A radius that reaches the limit up to the rounding of the stored numbers: floats hold 1 - |x|^2
        // there to some 5 %, which the radius feels as log 1.05.
        else if (normLimit > 0 && manifold.radius(row) >= normLimit - std::log(1.05))
            ++health.atLimit;
        const auto bytes =
            std::string_view(reinterpret_cast<const char*>(row.data()), width * sizeof(double));
        // Rounded rows may well be equal where the extended ones are not.
        if (!extended && !seen.insert(bytes).second) ++health.duplicates;
    }
    return health;
}

Result<void> requireUsable(const Embedding& embedding) {
    if (const auto& extended = embedding.extended) {
        if (extended->rows() != embedding.rows() || extended->columns() != embedding.columns())
            return inputError("the extended rows are not as many as the vectors", "give both for each row");
        if (embedding.manifold != Manifold::poincare())
            return inputError("extended rows lie in the Poincare ball of curvature -1, the vectors do not",
                              "leave the extended rows out, or give both in that ball");
    }
    std::vector<double> row(embedding.columns());
    size_t bad = 0, first = 0;
    bool nonFinite = false;
    for (size_t i = 0; i < embedding.rows(); ++i) {
        embedding.vectors.copyRow(i, row);
        if (embedding.manifold.contains(row)) continue;
        if (bad++ == 0) first = i, nonFinite = !isFinite(row);
    }
    if (bad == 0) return {};
    const std::string name = embedding.items ? embedding.items->name(first) : std::to_string(first);
    const std::string what = nonFinite ? " holds a NaN or an infinity"
                                       : " does not lie on the manifold (" +
                                             std::string(manifoldName(embedding.manifold.kind())) + ")";
    const std::string others =
        bad == 1 ? "" : ", and " + std::to_string(bad - 1) + " more rows cannot be used";
    return inputError("row \"" + name + "\"" + what + others,
                      "leave these rows out, or say which manifold and curvature the vectors have",
                      "row " + std::to_string(first));
}

}  // namespace horo
