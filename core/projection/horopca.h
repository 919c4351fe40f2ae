// Principal components of the hyperbolic space along horospheres.
#pragma once

#include <Eigen/Dense>
#include <functional>
#include <vector>

#include "core/base/export.h"
#include "core/data/vectors.h"

namespace horo {

struct HoroPcaOptions {
    size_t dim = 2;
    int steps = 300;  ///< of Adam from each start
    int starts = 2;   ///< tangent directions of largest variance, then random ones
    double rate = 0.05;
    size_t sample = 400;  ///< rows that directions are learned from where there are more
    uint64_t seed = 0;
    std::function<bool(double share, double variance)> step = [](double, double) { return true; };
};

/// Projection of the ball onto the subspace through the origin and some ideal points, which keeps the
/// Busemann function of each (Chami et al. 2021, section 4): a point turns around the hull of the ideal
/// points until it lies in the subspace, on the side of the origin. In the hyperboloid, with p_k = (1, q_k),
/// a_k = <x, p_k> is kept.
class HOROCYCLE_EXPORT HorosphereProjection {
public:
    /// d x K orthonormal columns, K >= 2.
    explicit HorosphereProjection(Eigen::MatrixXd directions) : directions_(std::move(directions)) {}

    const Eigen::MatrixXd& directions() const { return directions_; }
    /// a of a point of the ball.
    Eigen::VectorXd products(const Eigen::VectorXd& ball) const;
    /// The point of the hyperboloid in the directions (time first) that has these products.
    static Eigen::VectorXd lifted(const Eigen::VectorXd& products);
    /// The point of the ball in the directions.
    Eigen::VectorXd project(const Eigen::VectorXd& ball) const;

private:
    Eigen::MatrixXd directions_;
};

/// Mean squared distance of the projected rows over pairs, and its derivative by the directions, which are
/// not held orthonormal for it. `rows` holds points of the ball as columns. `gradient` may be null.
HOROCYCLE_EXPORT double projectedVariance(const Eigen::MatrixXd& rows, const Eigen::MatrixXd& directions,
                                          Eigen::MatrixXd* gradient);

struct HoroPca {
    Eigen::MatrixXd directions;  ///< d x dim
    bool stopped = false;
};

/// Directions of the largest projected variance. `ball` holds points whose mean is the origin; more columns
/// than dim.
HOROCYCLE_EXPORT HoroPca horoPca(const Vectors& ball, const HoroPcaOptions& options);

}  // namespace horo
