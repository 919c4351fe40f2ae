// Ranks of chosen rows among all rows by their distance to a query: what reconstruction and link prediction
// have in common.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/base/aligned_vector.h"
#include "core/base/export.h"
#include "core/geometry/manifold.h"
#include "core/measure/count_kernel.h"
#include "core/measure/rough_rows.h"

namespace horo {

/// A question: where do `positives` stand among all rows but the query, the positives and the ignored?
struct RankQuery {
    uint32_t row = 0;
    std::span<const uint32_t> positives;  ///< different rows, not `row`
    std::span<const uint32_t> ignored;    ///< different rows, neither positives nor `row`
};

/// The answer, summed over the positives.
struct RankAnswer {
    double rankSum = 0;           ///< of 1 + nearer rows + half of those exactly as near
    double averagePrecision = 0;  ///< scikit-learn's: equal distances enter together
    size_t ties = 0;              ///< positives exactly as near as a row that counts
};

/// The rows of an embedding, laid out for answering. Exact: rows are counted by a number that grows with the
/// distance, and whatever lies within its error of a threshold is decided by Manifold::distance.
class HOROCYCLE_EXPORT RankTable {
public:
    /// `rows` holds `count` rows of `columns` numbers, all of them on the manifold.
    RankTable(const Manifold& manifold, std::vector<double> rows, size_t columns,
              InstructionSet set = bestInstructionSet());

    /// Of extended rows.
    explicit RankTable(std::shared_ptr<const ExtendedPoints> points);

    size_t size() const { return size_; }
    double distance(uint32_t i, uint32_t j) const {
        return extended_ ? extended_->distance(i, j) : manifold_.distance(row(i), row(j));
    }

    /// Answers up to a few dozen queries together, which keeps the rows in the nearest cache.
    void answer(std::span<const RankQuery> queries, std::span<RankAnswer> answers) const;

private:
    struct Pending;
    class Tally;
    std::span<const double> row(size_t i) const { return {rows_.data() + i * columns_, columns_}; }
    void layOut();
    double squaredDistance(uint32_t i, uint32_t j) const;
    Pending prepare(const RankQuery& query) const;
    void countTiles(std::span<Pending> pending) const;
    void countOneByOne(Pending& pending) const;
    void countNear(Pending& pending) const;
    void decide(Pending& pending, size_t k, size_t firstRow, std::span<const double> low,
                std::span<const double> high) const;

    Manifold manifold_;
    size_t size_, columns_;
    std::vector<double> rows_;      ///< as given
    bool monotone_;                 ///< whether one ratio orders the distances (not for products)
    size_t dim_ = 0;                ///< columns of the points below
    std::vector<double> points_;    ///< what the ratio is computed from: rows, unit rows or ball rows
    std::vector<double> weights_;   ///< what it is multiplied by
    AlignedVector<double> blocks_;  ///< both, in the kernel's layout
    double slack_ = 0, relative_ = 1e-11;
    size_t tileBlocks_ = 1;
    CountKernel kernel_;
    std::shared_ptr<const ExtendedPoints> extended_;  ///< instead of all of the above, or null
    std::optional<RoughRows> rough_;
};

}  // namespace horo
