// Distances between matched rows, one by one or from one to many.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "core/measure/distance_kernel.h"
#include "core/measure/matched_rows.h"

namespace horo {

/// Rows laid out for measuring: with all their digits where the embedding has them, by a vector kernel in the
/// Poincare ball and in Euclidean space, by the manifold elsewhere.
class HOROCYCLE_EXPORT RowDistances {
public:
    RowDistances(const Embedding& embedding, const MatchedRows& match,
                 InstructionSet set = bestInstructionSet());

    /// All rows of an embedding, which must be usable.
    explicit RowDistances(const Embedding& embedding, InstructionSet set = bestInstructionSet());

    size_t size() const { return rows_; }
    /// The distance that Embedding::distance gives for these rows.
    double operator()(size_t i, size_t j) const;
    /// From row i to the rows first, first + 1, ...: fills `out`. Relative error 1e-14 of the above.
    void from(size_t i, size_t first, std::span<double> out) const;
    /// From some rows to all, size() numbers for each: all rows are gone through in strips that stay in the
    /// near cache while each of the given ones meets them.
    std::vector<double> from(std::span<const uint32_t> rows) const;

private:
    void layOut();
    std::span<const double> row(size_t i) const { return {values_.data() + i * columns_, columns_}; }

    Manifold manifold_;
    size_t rows_, columns_;
    std::vector<double> values_;                      ///< row by row
    std::vector<double> transposed_;                  ///< column by column, where the kernel is used
    std::vector<double> weights_;                     ///< 1 / (1 + K |x|^2), of the ball
    std::vector<double> scaledWeights_;               ///< times -K
    std::shared_ptr<const ExtendedPoints> extended_;  ///< instead of all of these, or null
    DistanceKernel kernel_;
};

}  // namespace horo
