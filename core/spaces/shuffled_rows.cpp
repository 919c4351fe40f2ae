#include "core/spaces/shuffled_rows.h"

#include <cmath>
#include <span>

#include "core/base/random.h"
#include "core/projection/flat_rows.h"
#include "core/projection/principal_components.h"

namespace horo {

namespace {

constexpr size_t mostComponents = 512;

using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

void shuffleColumns(std::vector<double>& values, size_t rows, size_t columns, uint64_t seed) {
    Random random(seed, 5);
    for (size_t j = 0; j < columns; ++j)
        for (size_t i = rows; i > 1; --i)
            std::swap(values[(i - 1) * columns + j],
                      values[random.below(static_cast<uint32_t>(i)) * columns + j]);
}

/// Rows whose coordinates along each principal component are shuffled, in the columns of before.
Result<std::vector<double>> shuffledComponents(const Vectors& rows, uint64_t seed,
                                               const std::function<bool()>& keepGoing) {
    PrincipalOptions options;
    options.count = std::min(rows.columns(), mostComponents);
    options.randomized = rows.columns() > 2 * mostComponents;
    options.seed = seed;
    options.keepGoing = keepGoing;
    const auto components = principalComponents(rows, options);
    if (!components) return components.error();
    std::vector<double> along = components->coordinates(rows, 1);
    const auto count = components->directions.cols();
    const auto n = static_cast<Eigen::Index>(rows.rows());
    shuffleColumns(along, rows.rows(), static_cast<size_t>(count), seed);
    std::vector<double> values(rows.rows() * rows.columns());
    Eigen::Map<RowMajor> out(values.data(), n, static_cast<Eigen::Index>(rows.columns()));
    out = Eigen::Map<const RowMajor>(along.data(), n, count) * components->directions.transpose();
    out.rowwise() += Eigen::Map<const Eigen::RowVectorXd>(components->mean.data(), out.cols());
    return values;
}

/// From the tangent space at the origin to the manifold.
void putBack(std::span<double> row, const Manifold& manifold) {
    double length = 0;
    for (const double value : row)
        length = std::hypot(length, value);
    double factor = 1;
    if (manifold.isHyperbolic()) {
        const double root = std::sqrt(-manifold.curvature());
        factor = length > 0 ? std::min(std::tanh(root * length / 2), 1 - 1e-15) / (root * length) : 0;
    } else if (manifold.kind() == ManifoldKind::Sphere) {
        factor = length > 0 ? 1 / (std::sqrt(manifold.curvature()) * length) : 1;
        if (length == 0) row[0] = 1 / std::sqrt(manifold.curvature());
    }
    for (double& value : row)
        value *= factor;
}

}  // namespace

Result<std::optional<Embedding>> shuffledRows(const Embedding& embedding, uint64_t seed,
                                              const std::function<bool()>& keepGoing) {
    if (embedding.manifold.kind() == ManifoldKind::Product) return std::optional<Embedding>();
    const auto flat = flatRows(embedding, keepGoing);
    if (!flat) return flat.error();
    const size_t rows = flat->vectors.rows(), columns = flat->vectors.columns();
    auto shuffled = shuffledComponents(flat->vectors, seed, keepGoing);
    if (!shuffled) return shuffled.error();
    std::vector<double> values = std::move(*shuffled);
    Embedding out;
    out.items = embedding.items;
    out.manifold = embedding.manifold.kind() == ManifoldKind::Lorentz
                       ? Manifold::poincare(embedding.manifold.curvature())
                       : embedding.manifold;
    if (out.manifold != Manifold::euclidean())
        for (size_t i = 0; i < rows; ++i)
            putBack(std::span(values).subspan(i * columns, columns), out.manifold);
    out.vectors = Vectors(rows, columns, std::move(values));
    return std::optional(std::move(out));
}

}  // namespace horo
