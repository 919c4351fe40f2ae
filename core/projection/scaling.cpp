#include "core/projection/scaling.h"

#include <fmt/format.h>

#include <cmath>

#include "core/base/parallel.h"
#include "core/geometry/manifold.h"
#include "core/geometry/poincare.h"
#include "core/projection/largest_eigenpairs.h"

namespace horo {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// Eigenvectors times the roots of their eigenvalues; zero where an eigenvalue is not positive or missing.
Result<MatrixXd> largestFactor(const MatrixXd& matrix, const ScalingOptions& options, double tolerance) {
    EigenpairOptions eigen;
    eigen.tolerance = tolerance;
    eigen.seed = options.seed;
    eigen.keepGoing = options.keepGoing;
    const Index dim = static_cast<Index>(options.dim), count = std::min(dim, matrix.rows());
    const auto pairs = largestEigenpairs(
        matrix.rows(), count, [&](const MatrixXd& x) { return MatrixXd(matrix * x); }, eigen);
    if (!pairs) return pairs.error();
    MatrixXd out = MatrixXd::Zero(matrix.rows(), dim);
    // Below the rounding of the matrix a direction is noise.
    const double least = 1e-14 * matrix.cwiseAbs().maxCoeff() * static_cast<double>(matrix.rows());
    for (Index j = 0; j < count; ++j)
        if (pairs->values(j) > least) out.col(j) = pairs->vectors.col(j) * std::sqrt(pairs->values(j));
    return out;
}

/// Fills all rows: those of the landmarks from their points, others by `place`.
Result<std::vector<double>> placeAll(const RowDistances& all, const Landmarks& landmarks,
                                     const MatrixXd& points, const ScalingOptions& options,
                                     const std::function<VectorXd(const VectorXd& distances)>& place) {
    std::vector<double> out(all.size() * options.dim);
    const auto write = [&](size_t row, const VectorXd& point) {
        for (size_t j = 0; j < options.dim; ++j)
            out[row * options.dim + j] = point(static_cast<Index>(j));
    };
    if (!landmarks.areAll(all.size()) &&
        !parallelWhile(options.keepGoing, all.size(), 64, options.threads, [&](size_t begin, size_t end) {
            for (size_t row = begin; row < end; ++row)
                write(row, place(landmarks.from(all, row)));
        }))
        return cancelledError();
    for (size_t l = 0; l < landmarks.rows.size(); ++l)
        write(landmarks.rows[l], points.row(static_cast<Index>(l)).transpose());
    return out;
}

}  // namespace

Result<std::vector<double>> classicalScaling(const RowDistances& all, const Landmarks& landmarks,
                                             const ScalingOptions& options) {
    const MatrixXd squares = landmarks.distances.array().square();
    const VectorXd means = squares.rowwise().mean();
    MatrixXd inner = -squares / 2;
    inner.rowwise() += means.transpose() / 2;
    inner.colwise() += means / 2;
    inner.array() -= means.mean() / 2;
    const auto points = largestFactor(inner, options, 1e-10);
    if (!points) return points.error();
    const VectorXd lengths = points->colwise().squaredNorm();
    return placeAll(all, landmarks, *points, options, [&](const VectorXd& distances) {
        VectorXd point = points->transpose() * (means - distances.array().square().matrix()) / 2;
        for (Index j = 0; j < point.size(); ++j)
            point(j) = lengths(j) > 0 ? point(j) / lengths(j) : 0;
        return point;
    });
}

Result<std::vector<double>> hyperbolicScaling(const RowDistances& all, const Landmarks& landmarks,
                                              const ScalingOptions& options) {
    const double diameter = options.scale * landmarks.distances.maxCoeff();
    constexpr double largest = 300;
    if (!(diameter < largest))
        return inputError(fmt::format("the distances reach {:.0f}, whose cosh no double holds", diameter),
                          fmt::format("lower the scale below {:.2g}", options.scale * largest / diameter));
    const auto points =
        largestFactor(-(options.scale * landmarks.distances).array().cosh().matrix(), options, 1e-13);
    if (!points) return points.error();
    // <x, y> = x.y - times is -cosh d: linear in the time and space part of the point that is sought.
    MatrixXd lines(points->rows(), points->cols() + 1);
    lines.col(0) = (1 + points->rowwise().squaredNorm().array()).sqrt();
    lines.rightCols(points->cols()) = -*points;
    const MatrixXd solve = lines.completeOrthogonalDecomposition().pseudoInverse();
    auto space = placeAll(all, landmarks, *points, options, [&](const VectorXd& distances) {
        return VectorXd((solve * (options.scale * distances).array().cosh().matrix()).tail(points->cols()));
    });
    if (!space) return space.error();
    std::vector<double> lifted(options.dim + 1);
    for (size_t row = 0; row < all.size(); ++row) {
        const std::span<double> point(space->data() + row * options.dim, options.dim);
        double time = 1;
        for (size_t j = 0; j < options.dim; ++j) {
            lifted[j + 1] = point[j];
            time = std::hypot(time, point[j]);
        }
        lifted[0] = time;
        lorentzToPoincare(lifted, -1, point);
        poincare::keepInside(point, -1);
    }
    return space;
}

}  // namespace horo
