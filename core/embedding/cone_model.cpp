#include "core/embedding/cone_model.h"

#include <algorithm>
#include <cmath>

namespace horo {

namespace {

constexpr double margin = 1e-5;    // of the norm, to both borders
constexpr double longestStep = 1;  // hyperbolic length

double squaredNorm(std::span<const double> x) {
    double squares = 0;
    for (const double value : x)
        squares += value * value;
    return squares;
}

}  // namespace

ConeModel::ConeModel(size_t nodes, size_t dim, double aperture, const std::vector<double>& start)
    : EntailmentModel(nodes, dim), cones_(aperture), least_(cones_.leastNorm() + margin) {
    std::vector<double> row(dim);
    for (size_t v = 0; v < nodes; ++v) {
        std::copy_n(start.begin() + static_cast<ptrdiff_t>(v * dim), dim, row.begin());
        hold(row.data());
        rows().store(v, row.data());
    }
}

void ConeModel::hold(double* row) const {
    const double norm = std::sqrt(squaredNorm({row, rows().dim()}));
    if (norm == 0) row[0] = least_;  // no direction is better than another
    if (norm == 0 || (norm >= least_ && norm <= 1 - margin)) return;
    const double scale = std::clamp(norm, least_, 1 - margin) / norm;
    for (size_t i = 0; i < rows().dim(); ++i)
        row[i] *= scale;
}

void ConeModel::step(Node v, Point row, Point gradient, double rate) {
    const double gap = 1 - squaredNorm(row), length = std::sqrt(squaredNorm(gradient));
    if (!(length > 0) || !std::isfinite(length)) return;
    const double scale = std::min(rate * gap * gap / 4, longestStep * gap / 2 / length);
    thread_local std::vector<double> next;
    next.resize(row.size());
    for (size_t i = 0; i < row.size(); ++i)
        next[i] = row[i] - scale * gradient[i];
    hold(next.data());
    rows().store(v, next.data());
}

Embedding ConeModel::table() const {
    Embedding table;
    table.manifold = Manifold::poincare();
    table.vectors = rows().table().plain();
    return table;
}

}  // namespace horo
