// All distances between some rows, as a matrix.
#pragma once

#include <functional>
#include <span>

#include "core/base/aligned_vector.h"
#include "core/base/result.h"
#include "core/data/embedding.h"
#include "core/hierarchy/path_lengths.h"
#include "core/measure/row_distances.h"

namespace horo {

/// n x n, symmetric, zero on the diagonal. Rows are padded with zeros to whole cache lines.
class HOROCYCLE_EXPORT DistanceMatrix {
public:
    static constexpr size_t limit = 20'000;  ///< rows; 3.2 GB

    explicit DistanceMatrix(size_t size)
        : size_(size), stride_((size + 7) / 8 * 8), values_(size_ * stride_, 0.0) {}

    size_t size() const { return size_; }
    size_t stride() const { return stride_; }
    const double* data() const { return values_.data(); }
    double operator()(size_t i, size_t j) const { return values_[i * stride_ + j]; }
    std::span<double> row(size_t i) { return {values_.data() + i * stride_, size_}; }
    std::span<const double> row(size_t i) const { return {values_.data() + i * stride_, size_}; }
    /// The diameter, 0 of fewer than two rows.
    double largest() const;

private:
    size_t size_, stride_;
    AlignedVector<double> values_;
};

/// Distances of all rows to each other, with the relative error of RowDistances::from. `keepGoing` is asked
/// from one thread at a time. Error: more rows than the limit, stopped.
HOROCYCLE_EXPORT Result<DistanceMatrix> rowDistances(const RowDistances& distances, int threads,
                                                     const std::function<bool()>& keepGoing);

/// Distances of the named rows under the manifold, of the extended ones where they are there. The rows must
/// be usable. Otherwise as above.
HOROCYCLE_EXPORT Result<DistanceMatrix> rowDistances(const Embedding& embedding,
                                                     std::span<const uint32_t> rows, int threads,
                                                     const std::function<bool()>& keepGoing);

/// Path lengths of the named nodes, which must lie in one component. Error as above.
HOROCYCLE_EXPORT Result<DistanceMatrix> pathDistances(const PathLengths& paths, std::span<const Node> nodes,
                                                      int threads, const std::function<bool()>& keepGoing);

}  // namespace horo
