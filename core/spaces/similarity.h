// How alike two sets of rows of the same items are.
#pragma once

#include <Eigen/Dense>
#include <optional>

#include "core/base/export.h"

namespace horo {

/// Linear centred kernel alignment |Y^T X|^2 / (|X^T X| |Y^T Y|), Frobenius norms, of n x d matrices
/// (Kornblith et al. 2019). None where either has no variance.
HOROCYCLE_EXPORT std::optional<double> linearCka(const Eigen::MatrixXd& x, const Eigen::MatrixXd& y);

/// The same by the unbiased estimate of HSIC (Song et al. 2012, eq. 5), which does not grow with d / n. None
/// as above, below four rows, or where an estimate is not positive.
HOROCYCLE_EXPORT std::optional<double> debiasedCka(const Eigen::MatrixXd& x, const Eigen::MatrixXd& y);

/// scipy's disparity: both centred and scaled to Frobenius norm 1, the narrower padded with zero columns, y
/// turned and scaled to fit x; what is left of the squares, 0 to 1. None where either is one point.
HOROCYCLE_EXPORT std::optional<double> procrustesDisparity(const Eigen::MatrixXd& x,
                                                           const Eigen::MatrixXd& y);

/// The orthogonal map R that brings y R nearest to x, both centred and equally wide (Schonemann 1966).
HOROCYCLE_EXPORT Eigen::MatrixXd procrustesRotation(const Eigen::MatrixXd& x, const Eigen::MatrixXd& y);

/// Zero columns added on the right.
HOROCYCLE_EXPORT Eigen::MatrixXd padded(const Eigen::MatrixXd& x, Eigen::Index columns);
HOROCYCLE_EXPORT Eigen::MatrixXd centred(const Eigen::MatrixXd& x);

}  // namespace horo
