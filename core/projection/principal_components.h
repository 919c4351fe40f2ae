// Principal components of rows.
#pragma once

#include <Eigen/Dense>
#include <functional>
#include <vector>

#include "core/base/result.h"
#include "core/data/vectors.h"

namespace horo {

struct PrincipalOptions {
    size_t count = 2;
    bool randomized = false;  ///< two rounds of Krylov's iteration without the covariance (Halko et al. 2011)
    uint64_t seed = 0;
    int threads = 1;
    std::function<bool()> keepGoing = [] { return true; };
};

struct HOROCYCLE_EXPORT PrincipalComponents {
    std::vector<double> mean;    ///< d
    Eigen::MatrixXd directions;  ///< d x count, orthonormal columns
    Eigen::VectorXd variances;   ///< along each, descending; divided by n
    double total = 0;            ///< variance of the rows

    /// n x count, row by row: the rows in these directions.
    std::vector<double> coordinates(const Vectors& rows, int threads) const;
};

/// The directions of largest variance; fewer than asked for where there are fewer columns. There is at least
/// one row and one column. Error: stopped.
HOROCYCLE_EXPORT Result<PrincipalComponents> principalComponents(const Vectors& rows,
                                                                 const PrincipalOptions& options);

/// The covariance of the columns in double precision, divided by n. Error: stopped.
HOROCYCLE_EXPORT Result<Eigen::MatrixXd> covariance(const Vectors& rows, std::span<const double> mean,
                                                    int threads, const std::function<bool()>& keepGoing);

}  // namespace horo
