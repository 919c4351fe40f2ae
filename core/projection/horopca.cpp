#include "core/projection/horopca.h"

#include <cmath>

#include "core/base/random.h"
#include "core/measure/pair_draw.h"

namespace horo {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

MatrixXd orthonormal(const MatrixXd& columns) {
    const Eigen::HouseholderQR<MatrixXd> qr(columns);
    MatrixXd q = qr.householderQ() * MatrixXd::Identity(columns.rows(), columns.cols());
    for (Index j = 0; j < q.cols(); ++j)
        if (qr.matrixQR()(j, j) < 0) q.col(j) *= -1;  // the nearest frame, not a mirrored one
    return q;
}

/// 1 - |x|^2 of a point of the ball, kept off zero.
double gapOf(const VectorXd& ball) {
    const double norm = ball.norm();
    return std::max((1 - norm) * (1 + norm), 1e-300);
}

/// The root that lies on the origin's side, for (K - 1) t^2 + 2 S t + 1 + |a|^2 = 0, which says that the
/// point (t, a + t) lies on the hyperboloid; S is the sum of a.
struct Lift {
    double root, time;
    explicit Lift(const VectorXd& a) {
        const double sum = a.sum(), count = static_cast<double>(a.size());
        root = std::sqrt(std::max(sum * sum - (count - 1) * (1 + a.squaredNorm()), 1e-24));
        time = (1 + a.squaredNorm()) / (root - sum);
    }
};

/// Mean rows of tangents at the origin: directions to begin with.
MatrixXd tangentDirections(const MatrixXd& rows, Index dim) {
    MatrixXd tangents = rows;
    for (Index i = 0; i < rows.cols(); ++i) {
        const double norm = rows.col(i).norm();
        if (norm > 0) tangents.col(i) *= 2 * std::atanh(std::min(norm, 1 - 1e-16)) / norm;
    }
    const Eigen::SelfAdjointEigenSolver<MatrixXd> solver(tangents * tangents.transpose());
    return solver.eigenvectors().rowwise().reverse().leftCols(dim);
}

}  // namespace

VectorXd HorosphereProjection::products(const VectorXd& ball) const {
    VectorXd a(directions_.cols());
    for (Index k = 0; k < a.size(); ++k)
        a(k) = -(ball - directions_.col(k)).squaredNorm() / gapOf(ball);
    return a;
}

VectorXd HorosphereProjection::lifted(const VectorXd& products) {
    VectorXd out(products.size() + 1);
    out(0) = Lift(products).time;
    out.tail(products.size()) = products.array() + out(0);
    return out;
}

VectorXd HorosphereProjection::project(const VectorXd& ball) const {
    const VectorXd point = lifted(products(ball));
    return point.tail(point.size() - 1) / (1 + std::sqrt(1 + point.tail(point.size() - 1).squaredNorm()));
}

double projectedVariance(const MatrixXd& rows, const MatrixXd& directions, MatrixXd* gradient) {
    const Index n = rows.cols(), count = directions.cols();
    MatrixXd a(count, n), space(count, n), byProduct = MatrixXd::Zero(count, n);
    VectorXd time(n), root(n), gaps(n);
    for (Index i = 0; i < n; ++i) {
        gaps(i) = gapOf(rows.col(i));
        // |x - q|^2 with |q| = 1.
        a.col(i) =
            (2 * (directions.transpose() * rows.col(i)).array() - (1 + rows.col(i).squaredNorm())) / gaps(i);
        const Lift lift(a.col(i));
        time(i) = lift.time, root(i) = lift.root;
        space.col(i) = a.col(i).array() + lift.time;
    }
    double sum = 0;
    VectorXd byTime = VectorXd::Zero(n);  // derivative by the time, with which the space part moves too
    for (Index i = 0; i < n; ++i)
        for (Index j = i + 1; j < n; ++j) {
            const double cosh = std::max(1.0, time(i) * time(j) - space.col(i).dot(space.col(j)));
            const double distance = std::acosh(cosh);
            sum += distance * distance;
            if (!gradient) continue;
            const double slope = cosh > 1 + 1e-9 ? 2 * distance / std::sqrt((cosh - 1) * (cosh + 1)) : 2;
            byTime(i) += slope * (time(j) - space.col(j).sum());
            byTime(j) += slope * (time(i) - space.col(i).sum());
            byProduct.col(i) -= slope * space.col(j);
            byProduct.col(j) -= slope * space.col(i);
        }
    const double pairs = static_cast<double>(n) * static_cast<double>(n - 1) / 2;
    if (gradient) {
        for (Index i = 0; i < n; ++i)
            byProduct.col(i) += byTime(i) / root(i) * space.col(i);
        const MatrixXd byRow = byProduct * gaps.cwiseInverse().asDiagonal();
        *gradient = 2 / pairs * rows * byRow.transpose();
    }
    return sum / pairs;
}

HoroPca horoPca(const Vectors& ball, const HoroPcaOptions& options) {
    const auto drawn = drawRows(ball.rows(), options.sample, options.seed);
    MatrixXd rows(static_cast<Index>(ball.columns()), static_cast<Index>(drawn.size()));
    for (size_t i = 0; i < drawn.size(); ++i)
        ball.copyRow(drawn[i], {rows.col(static_cast<Index>(i)).data(), ball.columns()});
    Random random(options.seed, 3);
    const auto dim = static_cast<Index>(options.dim);
    HoroPca best{tangentDirections(rows, dim)};
    if (rows.cols() < 2) return best;
    double bestVariance = projectedVariance(rows, best.directions, nullptr);
    for (int start = 0; start < options.starts; ++start) {
        MatrixXd q = start == 0 ? best.directions : orthonormal(MatrixXd::NullaryExpr(rows.rows(), dim, [&] {
            return random.normal();
        }));
        MatrixXd mean = MatrixXd::Zero(q.rows(), q.cols()), squares = mean, gradient;
        for (int step = 0; step < options.steps; ++step) {
            const double variance = projectedVariance(rows, q, &gradient);
            if (variance > bestVariance) bestVariance = variance, best.directions = q;
            const double share =
                (start + static_cast<double>(step) / options.steps) / std::max(1, options.starts);
            if (!options.step(share, bestVariance)) {
                best.stopped = true;
                return best;
            }
            // Along the frames only; then Adam (Kingma & Ba 2015) and back to a frame.
            const MatrixXd across = q.transpose() * gradient;
            gradient -= q * (across + across.transpose()) / 2;
            mean = 0.9 * mean + 0.1 * gradient;
            squares = 0.999 * squares + 0.001 * gradient.cwiseAbs2();
            const double first = 1 - std::pow(0.9, step + 1), second = 1 - std::pow(0.999, step + 1);
            const MatrixXd direction = (mean / first).array() / ((squares / second).array().sqrt() + 1e-12);
            // The rate falls, so that the end is as good as the top.
            const double rate = options.rate * (1 - static_cast<double>(step) / options.steps);
            q = orthonormal(q + rate * direction);
        }
    }
    return best;
}

}  // namespace horo
