#include "views/space/SpaceChart.h"

#include <algorithm>
#include <cmath>

#include "core/base/parallel.h"
#include "views/disk/PrincipalDirections.h"

namespace horo::views {

namespace {

std::string projectionName(const Embedding& embedding, const SpaceAxes& axes) {
    const bool product = embedding.manifold.kind() == ManifoldKind::Product;
    const std::string head = axes.isHyperbolic()              ? "Hyperbolic, "
                             : axes.kind == SpaceKind::Sphere ? "Sphere, "
                             : product                        ? "Product space, "
                                                              : "Euclidean, ";
    return head + std::to_string(axes.dimension) + "-D: three principal directions" +
           (axes.isHyperbolic() ? " of the tangent space at the origin" : "");
}

void putBall(SpacePoints& points, size_t i, const Vector3& direction, double rho) {
    const double norm = std::hypot(direction[0], direction[1], direction[2]);
    const double factor = norm > 0 ? std::tanh(rho / 2) / norm : 0, c = 1 / std::cosh(rho / 2);
    points.x[i] = factor * direction[0], points.y[i] = factor * direction[1],
    points.z[i] = factor * direction[2];
    points.q[i] = c * c;
}

/// A row of hyperbolic space of up to three dimensions. False: it had to be held.
bool putHyperbolic(const Embedding& embedding, size_t i, SpacePoints& points) {
    const double root = std::sqrt(-embedding.manifold.curvature());
    const bool lorentz = embedding.manifold.kind() == ManifoldKind::Lorentz;
    Vector3 row{0, 0, 0};
    for (size_t j = lorentz; j < embedding.columns(); ++j)
        row[j - lorentz] = embedding.vectors.at(i, j) * root;
    const double norm = std::hypot(row[0], row[1], row[2]);
    if (!std::isfinite(norm)) return putBall(points, i, {0, 0, 0}, 0), false;
    double q = (1 - norm) * (1 + norm);
    if (lorentz) {
        const double time = std::hypot(1.0, norm);
        for (double& value : row)
            value /= 1 + time;
        q = 2 / (1 + time);
    }
    if (q < 1e-15) return putBall(points, i, row, spaceRadiusLimit), false;
    points.x[i] = row[0], points.y[i] = row[1], points.z[i] = row[2], points.q[i] = q;
    return true;
}

/// A row that is projected, or one of another space. False: it had to be held.
bool putProjected(const std::vector<double>& row, const SpaceAxes& axes, size_t i, SpacePoints& points) {
    Vector3 at{0, 0, 0};
    for (size_t j = 0; j < row.size(); ++j) {
        const double value = row[j] - (axes.middle.empty() ? 0 : axes.middle[j]);
        if (axes.directions.empty()) {
            at[j] = value;
        } else {
            for (size_t k = 0; k < 3; ++k)
                at[k] += value * axes.directions[k][j];
        }
    }
    const double length = std::hypot(at[0], at[1], at[2]);
    const bool finite = std::isfinite(length);
    if (axes.isHyperbolic()) {
        putBall(points, i, finite ? at : Vector3{}, finite ? std::min(length, spaceRadiusLimit) : 0);
        return length <= spaceRadiusLimit;
    }
    for (double& value : at)
        value = finite ? value / axes.unit : 0;
    points.x[i] = at[0], points.y[i] = at[1], points.z[i] = at[2], points.q[i] = 1;
    return finite;
}

}  // namespace

std::vector<SpaceModel> SpaceAxes::models() const {
    if (!isHyperbolic()) return {SpaceModel::Plain};
    if (dimension == 2) return {SpaceModel::Hyperboloid, SpaceModel::Ball, SpaceModel::Klein};
    return {SpaceModel::Ball, SpaceModel::Klein};
}

SpaceModel SpaceAxes::shown(std::optional<SpaceModel> wanted) const {
    const auto possible = models();
    return wanted && std::ranges::count(possible, *wanted) ? *wanted : possible.front();
}

SpaceAxes spaceAxes(const Embedding& embedding) {
    SpaceAxes axes;
    const Manifold& manifold = embedding.manifold;
    const size_t numbers = embedding.columns() - (manifold.kind() == ManifoldKind::Lorentz ? 1 : 0);
    axes.kind = manifold.isHyperbolic()                   ? SpaceKind::Hyperbolic
                : manifold.kind() == ManifoldKind::Sphere ? SpaceKind::Sphere
                                                          : SpaceKind::Flat;
    axes.dimension = axes.kind == SpaceKind::Sphere ? std::max<size_t>(numbers, 1) - 1 : numbers;
    axes.curvature = axes.kind == SpaceKind::Flat ? 0 : manifold.curvature();
    if (axes.kind == SpaceKind::Sphere) axes.unit = 1 / std::sqrt(manifold.curvature());
    if (numbers <= 3 && axes.kind != SpaceKind::Flat) return axes;

    Eigen::MatrixXd sample = tangentSample(embedding);
    if (sample.rows() == 0) sample = Eigen::MatrixXd::Zero(1, static_cast<Eigen::Index>(numbers));
    if (axes.kind == SpaceKind::Flat) {
        const Eigen::VectorXd mean = sample.colwise().mean();
        axes.middle.assign(mean.begin(), mean.end());
        sample.rowwise() -= mean.transpose();
    }
    if (numbers > 3) {
        const Eigen::MatrixXd basis = principalDirections(sample, 3);
        for (Eigen::Index k = 0; k < 3; ++k)
            axes.directions.emplace_back(basis.col(k).begin(), basis.col(k).end());
        axes.name = projectionName(embedding, axes);
        sample = (sample * basis).eval();
    }
    if (axes.kind == SpaceKind::Flat) {
        Eigen::VectorXd radii = sample.rowwise().norm();
        const auto rank = static_cast<Eigen::Index>(0.99 * static_cast<double>(radii.size() - 1));
        std::nth_element(radii.begin(), radii.begin() + rank, radii.end());
        axes.unit = radii(rank) > 0 ? radii(rank) : 1;
    }
    return axes;
}

SpaceChart spaceChart(const Embedding& embedding, const SpaceAxes& axes) {
    SpaceChart chart;
    chart.points.resize(embedding.rows());
    std::vector<char> held(embedding.rows(), 0);
    const bool asTheyAre = axes.isHyperbolic() && axes.directions.empty();
    parallelFor(embedding.rows(), 4096, 0, [&](size_t begin, size_t end) {
        std::vector<double> row;
        for (size_t i = begin; i < end; ++i) {
            if (asTheyAre) {
                held[i] = !putHyperbolic(embedding, i, chart.points);
                continue;
            }
            tangentRow(embedding, i, row);
            held[i] = !putProjected(row, axes, i, chart.points);
        }
    });
    chart.held = static_cast<size_t>(std::count(held.begin(), held.end(), 1));
    return chart;
}

}  // namespace horo::views
