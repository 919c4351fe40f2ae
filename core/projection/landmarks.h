// Some rows that stand for all of them where all pairs are too many.
#pragma once

#include <Eigen/Dense>
#include <functional>
#include <vector>

#include "core/base/export.h"
#include "core/measure/row_distances.h"

namespace horo {

struct HOROCYCLE_EXPORT Landmarks {
    static constexpr size_t allUpTo = 3000;  ///< rows that are all landmarks
    static constexpr size_t drawn = 1000;    ///< landmarks of more rows, drawn by the seed

    std::vector<uint32_t> rows;
    Eigen::MatrixXd distances;  ///< between them

    bool areAll(size_t count) const { return rows.size() == count; }
    /// Distances of a row to each landmark.
    Eigen::VectorXd from(const RowDistances& all, size_t row) const;
};

/// Error: stopped.
HOROCYCLE_EXPORT Result<Landmarks> landmarksOf(const RowDistances& all, uint64_t seed, int threads,
                                               const std::function<bool()>& keepGoing);

/// Root of sum (d - s D)^2 / sum (s D)^2 over pairs of rows, D their distance in the source and d in the
/// picture (Kruskal's stress-1 with the distances as disparities): all pairs of up to 5,000 rows, or a
/// million drawn ones. None
/// where all D are zero.
HOROCYCLE_EXPORT std::optional<double> pairStress(const RowDistances& picture, const RowDistances& source,
                                                  double scale, uint64_t seed, int threads, size_t& pairs);

}  // namespace horo
