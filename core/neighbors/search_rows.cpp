#include "core/neighbors/search_rows.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/geometry/poincare.h"

namespace horo {

namespace {

double squaredLength(std::span<const double> x) {
    double sum = 0;
    for (const double value : x)
        sum += value * value;
    return sum;
}

/// Bound on the error of square + square - 2 product in units of the sum of the squares: each number is
/// rounded once, sums are made in runs (Higham 2002, section 3.1).
double relativeError(size_t columns) {
    const size_t run = ProductKernel<float>::run;
    return (static_cast<double>(std::min(columns, run) + columns / run) + 12) * 0x1p-24;
}

}  // namespace

double RatioPoint::of(const Manifold& manifold, std::span<const double> row, std::span<double> point) {
    if (manifold.kind() == ManifoldKind::Lorentz) {
        lorentzToPoincare(row, manifold.curvature(), point);
        const double space = -manifold.curvature() * squaredLength(row.subspan(1));
        return (std::sqrt(1 + space) + 1) / 2;  // 1 / (1 + K |x|^2) without the loss near the rim
    }
    std::copy(row.begin(), row.end(), point.begin());
    if (manifold.kind() == ManifoldKind::Poincare) return 1 / poincare::gap(row, manifold.curvature());
    if (manifold.kind() == ManifoldKind::Sphere) {
        const double length = std::sqrt(squaredLength(row));
        for (double& value : point)
            value /= length;
    }
    return 1;
}

size_t RatioPoint::columns(const Manifold& manifold, size_t rowColumns) {
    return manifold.kind() == ManifoldKind::Lorentz ? rowColumns - 1 : rowColumns;
}

double RatioPoint::ratio(const Manifold& manifold, double distance) {
    const double curvature = manifold.curvature();
    if (manifold.isHyperbolic()) {
        const double sinh = std::sinh(std::sqrt(-curvature) * distance / 2);
        return sinh * sinh / -curvature;
    }
    if (manifold.kind() == ManifoldKind::Sphere) {
        const double sine = std::sin(std::sqrt(curvature) * distance / 2);
        return 4 * sine * sine;
    }
    return distance * distance;
}

SearchRows::SearchRows(const Embedding& embedding, std::span<const double> centre, InstructionSet set)
    : rows_(embedding.rows()),
      columns_(RatioPoint::columns(embedding.manifold, embedding.columns())),
      rightRows_(productKernel<float>(set).rightRows),
      points_(stripes() * stripe * columns_, 0.0f),
      squares_(stripes() * stripe, std::numeric_limits<float>::infinity()),
      weights_(stripes() * stripe, 1.0f) {
    std::vector<double> row(embedding.columns()), point(columns_);
    const double kept = 1 - relativeError(columns_);
    for (size_t i = 0; i < rows_; ++i) {
        embedding.vectors.copyRow(i, row);
        weights_[i] = static_cast<float>(RatioPoint::of(embedding.manifold, row, point));
        float* to = points_.data() + i / rightRows_ * rightRows_ * columns_ + i % rightRows_;
        double square = 0;
        for (size_t j = 0; j < columns_; ++j) {
            const double value = point[j] - centre[j];
            square += value * value;
            to[j * rightRows_] = static_cast<float>(value);
        }
        squares_[i] = static_cast<float>(square * kept);
    }
}

std::vector<double> SearchRows::meanPoint(const Embedding& embedding) {
    const size_t columns = RatioPoint::columns(embedding.manifold, embedding.columns());
    std::vector<double> mean(columns), row(embedding.columns()), point(columns);
    for (size_t i = 0; i < embedding.rows(); ++i) {
        embedding.vectors.copyRow(i, row);
        RatioPoint::of(embedding.manifold, row, point);
        for (size_t j = 0; j < columns; ++j)
            mean[j] += point[j] / static_cast<double>(embedding.rows());
    }
    return mean;
}

void SearchRows::packLeft(std::span<const uint32_t> rows, AlignedVector<float>& out) const {
    constexpr size_t left = ProductKernel<float>::leftRows;
    out.assign((rows.size() + left - 1) / left * left * columns_, 0.0f);
    for (size_t i = 0; i < rows.size(); ++i) {
        const size_t row = rows[i];
        const float* from = points_.data() + row / rightRows_ * rightRows_ * columns_ + row % rightRows_;
        float* to = out.data() + i / left * left * columns_ + i % left;
        for (size_t j = 0; j < columns_; ++j)
            to[j * left] = from[j * rightRows_];
    }
}

}  // namespace horo
