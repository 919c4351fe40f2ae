// Rows in single precision, laid out for comparing many with many.
#pragma once

#include <optional>
#include <vector>

#include "core/base/aligned_vector.h"
#include "core/data/embedding.h"
#include "core/neighbors/product_kernel.h"

namespace horo {

/// Distances are compared by ratios that grow with them, weight_x weight_y |x - y|^2: the rows themselves in
/// Euclidean space, of unit length on the sphere, in the ball (weight 1 / (1 + K |x|^2)) for hyperbolic ones.
struct RatioPoint {
    /// Writes the point, `columns` numbers, and returns its weight.
    static double of(const Manifold& manifold, std::span<const double> row, std::span<double> point);
    static size_t columns(const Manifold& manifold, size_t rowColumns);
    /// The ratio of two points at that distance.
    static double ratio(const Manifold& manifold, double distance);
    /// Whether one ratio orders all distances; not for products.
    static bool orders(const Manifold& manifold) { return manifold.kind() != ManifoldKind::Product; }
};

/// Points in stripes of 192 rows, the last one filled up with rows that are infinitely far. Squares are
/// shortened by the error of products, so that the keys of KeyKernel are lower bounds of ratios (relative
/// error 1e-6).
class SearchRows {
public:
    static constexpr size_t stripe = 192;

    /// `centre` is subtracted from each point, which leaves distances as they are and makes errors small.
    SearchRows(const Embedding& embedding, std::span<const double> centre, InstructionSet set);
    /// The mean of the points of an embedding.
    static std::vector<double> meanPoint(const Embedding& embedding);

    size_t rows() const { return rows_; }
    size_t columns() const { return columns_; }
    size_t stripes() const { return (rows_ + stripe - 1) / stripe; }

    /// Of the rows of a stripe, packed as the right side of products.
    const float* right(size_t s) const { return points_.data() + s * stripe * columns_; }
    const float* squares() const { return squares_.data(); }
    const float* weights() const { return weights_.data(); }
    /// Packs chosen rows as the left side. `out` holds whole blocks of leftRows rows.
    void packLeft(std::span<const uint32_t> rows, AlignedVector<float>& out) const;

private:
    size_t rows_, columns_, rightRows_;
    AlignedVector<float> points_, squares_, weights_;
};

}  // namespace horo
