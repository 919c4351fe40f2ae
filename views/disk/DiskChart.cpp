#include "views/disk/DiskChart.h"

#include <algorithm>
#include <cmath>

#include "core/base/parallel.h"
#include "views/disk/PrincipalDirections.h"

namespace horo::views {

namespace {

std::vector<double> toVector(const Eigen::VectorXd& values) {
    return {values.begin(), values.end()};
}

std::string projectionName(const Embedding& embedding, size_t dimension, bool axes, int x, int y) {
    const char* space = "Product space";
    switch (embedding.manifold.kind()) {
        case ManifoldKind::Poincare:
            space = "Poincar\u00e9 ball";
            break;
        case ManifoldKind::Lorentz:
            space = "Hyperboloid";
            break;
        case ManifoldKind::Euclidean:
            space = "Euclidean";
            break;
        case ManifoldKind::Sphere:
            space = "Sphere";
            break;
        case ManifoldKind::Product:
            break;
    }
    const std::string head = std::string(space) + ", " + std::to_string(dimension) + "-D: ";
    const std::string tail = embedding.manifold.isHyperbolic() ? " of the tangent space at the origin"
                                                               : ", distance from the mean as radius";
    if (axes) return head + "axes " + std::to_string(x + 1) + " and " + std::to_string(y + 1) + tail;
    return head + (dimension == 2 ? "both coordinates" : "two principal directions") + tail;
}

void put(DiskPoints& points, size_t i, double x, double y, double rho) {
    const double norm = std::hypot(x, y);
    const double length = std::tanh(rho / 2);
    points.x[i] = norm > 0 ? x / norm * length : 0;
    points.y[i] = norm > 0 ? y / norm * length : 0;
    const double c = 1 / std::cosh(rho / 2);
    points.q[i] = c * c;
}

/// A row of the hyperbolic plane itself. False: it had to be held.
bool putPlane(const Embedding& embedding, size_t i, DiskPoints& points) {
    const double root = std::sqrt(-embedding.manifold.curvature());
    if (embedding.manifold.kind() == ManifoldKind::Lorentz) {
        const double x = embedding.vectors.at(i, 1) * root, y = embedding.vectors.at(i, 2) * root;
        const double time = std::sqrt(1 + x * x + y * y);
        if (!std::isfinite(time)) return put(points, i, 0, 0, 0), false;
        points.x[i] = x / (1 + time), points.y[i] = y / (1 + time), points.q[i] = 2 / (1 + time);
        return true;
    }
    const double x = embedding.vectors.at(i, 0) * root, y = embedding.vectors.at(i, 1) * root;
    const double norm = std::hypot(x, y);
    if (!std::isfinite(norm)) return put(points, i, 0, 0, 0), false;
    const double q = (1 - norm) * (1 + norm);
    if (q < 1e-15) return put(points, i, x, y, diskRadiusLimit), false;
    points.x[i] = x, points.y[i] = y, points.q[i] = q;
    return true;
}

}  // namespace

DiskAxes diskAxes(const Embedding& embedding, const DiskSettings& settings) {
    DiskAxes axes;
    const Manifold& manifold = embedding.manifold;
    const size_t dimension = embedding.columns() - (manifold.kind() == ManifoldKind::Lorentz ? 1 : 0);
    if (manifold.isHyperbolic()) {
        axes.curvature = manifold.curvature();
        if (dimension == 2) return axes;
    } else {
        axes.curvature = 0;
    }
    Eigen::MatrixXd sample = tangentSample(embedding);
    if (sample.rows() == 0) sample = Eigen::MatrixXd::Zero(1, dimension);
    if (!manifold.isHyperbolic()) {
        const Eigen::RowVectorXd mean = sample.colwise().mean();
        axes.middle = toVector(mean.transpose());
        sample.rowwise() -= mean;
    }
    const int last = static_cast<int>(dimension) - 1;
    const int x = std::clamp(settings.axisX, 0, last), y = std::clamp(settings.axisY, 0, last);
    const bool chosen = settings.projection == "axes" && dimension > 2;
    Eigen::MatrixXd basis = Eigen::MatrixXd::Zero(dimension, 2);
    if (dimension == 1) {
        basis(0, 0) = 1;
    } else if (dimension == 2 || chosen) {
        basis(dimension == 2 ? 0 : x, 0) = 1, basis(dimension == 2 ? 1 : y, 1) = 1;
    } else {
        basis = principalDirections(sample, 2);
    }
    axes.first = toVector(basis.col(0)), axes.second = toVector(basis.col(1));
    if (!manifold.isHyperbolic()) {
        Eigen::VectorXd radii = (sample * basis).rowwise().norm();
        const auto rank = static_cast<Eigen::Index>(0.99 * static_cast<double>(radii.size() - 1));
        std::nth_element(radii.begin(), radii.begin() + rank, radii.end());
        axes.unit = radii(rank) > 0 ? radii(rank) / 6 : 1;
    }
    axes.name = projectionName(embedding, dimension, chosen, x, y);
    return axes;
}

DiskChart diskChart(const Embedding& embedding, const DiskAxes& axes) {
    DiskChart chart;
    chart.points.resize(embedding.rows());
    std::vector<char> held(embedding.rows(), 0);
    parallelFor(embedding.rows(), 4096, 0, [&](size_t begin, size_t end) {
        std::vector<double> row;
        for (size_t i = begin; i < end; ++i) {
            if (axes.first.empty()) {
                held[i] = !putPlane(embedding, i, chart.points);
                continue;
            }
            tangentRow(embedding, i, row);
            double x = 0, y = 0;
            for (size_t j = 0; j < row.size(); ++j) {
                const double value = row[j] - (axes.middle.empty() ? 0 : axes.middle[j]);
                x += value * axes.first[j], y += value * axes.second[j];
            }
            const double rho = std::hypot(x, y) / axes.unit;
            held[i] = !(rho <= diskRadiusLimit);
            if (!std::isfinite(rho)) x = y = 0;
            put(chart.points, i, x, y, std::isfinite(rho) ? std::min(rho, diskRadiusLimit) : 0);
        }
    });
    chart.held = static_cast<size_t>(std::count(held.begin(), held.end(), 1));
    return chart;
}

DiskChart diskChart(const ExtendedPoints& points, uint32_t middle) {
    const Vectors seen = points.centredOn(middle);
    DiskChart chart;
    chart.points.resize(points.rows());
    std::vector<char> held(points.rows(), 0);
    parallelFor(points.rows(), 1024, 0, [&](size_t begin, size_t end) {
        for (size_t i = begin; i < end; ++i) {
            const double far = i == middle ? 0 : points.distance(i, middle);
            held[i] = !(far <= extendedRadiusLimit);
            put(chart.points, i, seen.at(i, 0), seen.at(i, 1), std::min(far, extendedRadiusLimit));
        }
    });
    chart.held = static_cast<size_t>(std::count(held.begin(), held.end(), 1));
    return chart;
}

}  // namespace horo::views
