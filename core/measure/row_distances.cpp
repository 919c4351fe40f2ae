#include "core/measure/row_distances.h"

#include <algorithm>
#include <cmath>

#include "core/geometry/poincare.h"

namespace horo {

RowDistances::RowDistances(const Embedding& embedding, const MatchedRows& match, InstructionSet set)
    : manifold_(embedding.manifold),
      rows_(match.nodes.size()),
      columns_(embedding.columns()),
      values_(match.values(embedding)),
      extended_(match.extended(embedding)),
      kernel_(distanceKernel(set)) {
    layOut();
}

RowDistances::RowDistances(const Embedding& embedding, InstructionSet set)
    : manifold_(embedding.manifold),
      rows_(embedding.rows()),
      columns_(embedding.columns()),
      values_(embedding.vectors.toDouble()),
      extended_(embedding.extended),
      kernel_(distanceKernel(set)) {
    layOut();
}

void RowDistances::layOut() {
    const bool ball = manifold_.kind() == ManifoldKind::Poincare;
    if (extended_ || (!ball && manifold_.kind() != ManifoldKind::Euclidean)) return;
    transposed_.resize(values_.size());
    for (size_t i = 0; i < rows_; ++i)
        for (size_t j = 0; j < columns_; ++j)
            transposed_[j * rows_ + i] = values_[i * columns_ + j];
    for (size_t i = 0; ball && i < rows_; ++i) {
        weights_.push_back(1 / poincare::gap(row(i), manifold_.curvature()));
        scaledWeights_.push_back(-manifold_.curvature() * weights_.back());
    }
}

double RowDistances::operator()(size_t i, size_t j) const {
    return extended_ ? extended_->distance(i, j) : manifold_.distance(row(i), row(j));
}

void RowDistances::from(size_t i, size_t first, std::span<double> out) const {
    if (transposed_.empty()) {
        for (size_t k = 0; k < out.size(); ++k)
            out[k] = (*this)(i, first + k);
        return;
    }
    const bool ball = !weights_.empty();
    kernel_({transposed_.data(), rows_, columns_, first, out.size(), row(i).data(),
             ball ? scaledWeights_.data() : nullptr, ball ? weights_[i] : 1,
             ball ? 1 / std::sqrt(-manifold_.curvature()) : 1, out.data()});
}

std::vector<double> RowDistances::from(std::span<const uint32_t> rows) const {
    constexpr size_t strip = 64;
    std::vector<double> out(rows.size() * rows_);
    for (size_t first = 0; first < rows_; first += strip)
        for (size_t r = 0; r < rows.size(); ++r)
            from(rows[r], first, std::span(out).subspan(r * rows_ + first, std::min(strip, rows_ - first)));
    return out;
}

}  // namespace horo
