#include "views/space/SpaceProjection.h"

#include <algorithm>
#include <cmath>

#include "core/base/parallel.h"

namespace horo::views {

namespace {

/// Beyond this nothing is seen, and squares of cosh stay far below what floats hold.
constexpr double displayedLimit = 16;
constexpr double centreLimit = 28;  // a little inside of what is held, so that its own q has digits
constexpr size_t sampled = 4096;

double squaredNorm(const Vector3& v) {
    return v[0] * v[0] + v[1] * v[1] + v[2] * v[2];
}

double oneMinusSquare(const Vector3& v) {
    const double norm = std::sqrt(squaredNorm(v));
    return (1 - norm) * (1 + norm);
}

Vector3 insideBall(Vector3 v) {
    const double limit = std::tanh(centreLimit / 2), norm = std::sqrt(squaredNorm(v));
    if (norm > limit)
        for (double& value : v)
            value *= limit / norm;
    return v;
}

}  // namespace

SpaceProjection::SpaceProjection(SpaceKind kind, const Vector3& centre, double scale)
    : kind_(kind), centre_(kind == SpaceKind::Hyperbolic ? insideBall(centre) : centre), scale_(scale) {
    if (kind_ == SpaceKind::Hyperbolic) centreQ_ = oneMinusSquare(centre_);
}

double SpaceProjection::radius(const Vector3& point, double q) const {
    const Vector3 d{point[0] - centre_[0], point[1] - centre_[1], point[2] - centre_[2]};
    const double squared = squaredNorm(d);
    return kind_ == SpaceKind::Hyperbolic ? 2 * std::asinh(std::sqrt(squared / (centreQ_ * q)))
                                          : std::sqrt(squared);
}

SpacePlace SpaceProjection::place(const Vector3& point, double q) const {
    const Vector3 d{point[0] - centre_[0], point[1] - centre_[1], point[2] - centre_[2]};
    if (kind_ != SpaceKind::Hyperbolic) return {d[0], d[1], d[2], 1};
    const double squared = squaredNorm(d);
    if (squared == 0) return {};
    // The numerator of (-a) (+) z, written so that it keeps its digits when z is near a.
    const Vector3 v{centreQ_ * d[0] - squared * centre_[0], centreQ_ * d[1] - squared * centre_[1],
                    centreQ_ * d[2] - squared * centre_[2]};
    const double rho = std::min(scale_ * 2 * std::asinh(std::sqrt(squared / (centreQ_ * q))), displayedLimit);
    const double length = std::sinh(rho) / std::max(std::sqrt(squaredNorm(v)), 1e-300);
    return {length * v[0], length * v[1], length * v[2], std::cosh(rho)};
}

void SpaceProjection::placeRows(const SpacePoints& points, std::span<const uint32_t> rows,
                                std::span<SpacePlace> out) const {
    parallelFor(rows.size(), 8192, 0, [&](size_t begin, size_t end) {
        for (size_t i = begin; i < end; ++i)
            out[i] = place(points.at(rows[i]), points.q[rows[i]]);
    });
}

double fittingScale(const SpacePoints& points, const Vector3& centre, double within) {
    const size_t taken = std::min(points.size(), sampled);
    if (taken == 0) return 1;
    const SpaceProjection projection(SpaceKind::Hyperbolic, centre, 1);
    std::vector<double> radii(taken);
    for (size_t i = 0; i < taken; ++i) {
        const size_t row = i * points.size() / taken;
        radii[i] = projection.radius(points.at(row), points.q[row]);
    }
    const auto rank = radii.begin() + static_cast<long>(0.99 * static_cast<double>(taken - 1));
    std::nth_element(radii.begin(), rank, radii.end());
    return *rank > within ? within / *rank : 1;
}

Vector3 ballGeodesic(const Vector3& from, const Vector3& to, double t) {
    if (t >= 1) return insideBall(to);
    Vector3 out{};
    Manifold::poincare().geodesic(insideBall(from), insideBall(to), t, out);
    return insideBall(out);
}

}  // namespace horo::views
