#include "core/spaces/similarity.h"

#include <algorithm>

namespace horo {

using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace {

/// HSIC of the kernels X X^T and Y Y^T without their diagonals, from products of columns alone.
double unbiasedHsic(const MatrixXd& x, const MatrixXd& y) {
    const double n = static_cast<double>(x.rows());
    const VectorXd ofX = x.rowwise().squaredNorm(), ofY = y.rowwise().squaredNorm();
    const VectorXd sumsX = x * x.colwise().sum().transpose() - ofX,
                   sumsY = y * y.colwise().sum().transpose() - ofY;
    const double trace = (x.transpose() * y).squaredNorm() - ofX.dot(ofY);
    return (trace + sumsX.sum() * sumsY.sum() / ((n - 1) * (n - 2)) - 2 * sumsX.dot(sumsY) / (n - 2)) /
           (n * (n - 3));
}

}  // namespace

MatrixXd centred(const MatrixXd& x) {
    return x.rowwise() - x.colwise().mean();
}

MatrixXd padded(const MatrixXd& x, Eigen::Index columns) {
    MatrixXd out = MatrixXd::Zero(x.rows(), std::max(columns, x.cols()));
    out.leftCols(x.cols()) = x;
    return out;
}

std::optional<double> linearCka(const MatrixXd& x, const MatrixXd& y) {
    const MatrixXd a = centred(x), b = centred(y);
    const double below = (a.transpose() * a).norm() * (b.transpose() * b).norm();
    if (!(below > 0)) return std::nullopt;
    return (b.transpose() * a).squaredNorm() / below;
}

std::optional<double> debiasedCka(const MatrixXd& x, const MatrixXd& y) {
    if (x.rows() < 4) return std::nullopt;
    const MatrixXd a = centred(x), b = centred(y);
    const double ofX = unbiasedHsic(a, a), ofY = unbiasedHsic(b, b);
    if (!(ofX > 0 && ofY > 0)) return std::nullopt;
    return unbiasedHsic(a, b) / std::sqrt(ofX * ofY);
}

std::optional<double> procrustesDisparity(const MatrixXd& x, const MatrixXd& y) {
    const Eigen::Index columns = std::max(x.cols(), y.cols());
    MatrixXd a = padded(centred(x), columns), b = padded(centred(y), columns);
    if (!(a.norm() > 0 && b.norm() > 0)) return std::nullopt;
    a /= a.norm();
    b /= b.norm();
    const double fit = Eigen::BDCSVD<MatrixXd>(a.transpose() * b).singularValues().sum();
    return std::max(0.0, 1 - fit * fit);
}

MatrixXd procrustesRotation(const MatrixXd& x, const MatrixXd& y) {
    const Eigen::BDCSVD<MatrixXd> svd(y.transpose() * x, Eigen::ComputeThinU | Eigen::ComputeThinV);
    return svd.matrixU() * svd.matrixV().transpose();
}

}  // namespace horo
