// A few eigenvectors of a large symmetric matrix.
#pragma once

#include <Eigen/Dense>
#include <cstdint>
#include <functional>

#include "core/base/result.h"

namespace horo {

struct Eigenpairs {
    Eigen::VectorXd values;   ///< descending
    Eigen::MatrixXd vectors;  ///< a column each, of unit length; its largest entry is positive
};

struct EigenpairOptions {
    double tolerance = 1e-9;  ///< |A x - lambda x| in units of the largest |lambda| found
    int rounds = 300;         ///< after which what there is, is taken
    uint64_t seed = 0;
    std::function<bool()> keepGoing = [] { return true; };
};

/// The `count` algebraically largest eigenpairs of a symmetric matrix of that size, which `multiply` applies
/// to some columns. Block Krylov iteration from random columns, restarted with what was best (Musco & Musco
/// 2015). Error: stopped.
HOROCYCLE_EXPORT Result<Eigenpairs> largestEigenpairs(
    Eigen::Index size, Eigen::Index count,
    const std::function<Eigen::MatrixXd(const Eigen::MatrixXd&)>& multiply, const EigenpairOptions& options);

}  // namespace horo
