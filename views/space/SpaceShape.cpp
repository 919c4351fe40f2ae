#include "views/space/SpaceShape.h"

#include <cmath>

namespace horo::views {

namespace {

constexpr int ringPieces = 120, meridians = 12, meridianPieces = 24;

SpaceCurve circle(const Vector3& u, const Vector3& v) {
    SpaceCurve curve;
    for (int i = 0; i <= ringPieces; ++i) {
        const double c = std::cos(2 * M_PI * i / ringPieces), s = std::sin(2 * M_PI * i / ringPieces);
        curve.push_back({c * u[0] + s * v[0], c * u[1] + s * v[1], c * u[2] + s * v[2]});
    }
    return curve;
}

}  // namespace

bool SpaceShape::isRound() const {
    return kind_ == SpaceKind::Sphere || (kind_ == SpaceKind::Hyperbolic && !flat_);
}

Vector3 SpaceShape::body(const SpacePlace& p) const {
    switch (model_) {
        case SpaceModel::Hyperboloid: {
            const double width = std::sinh(extent_), middle = (1 + std::cosh(extent_)) / 2;
            return {p.x / width, p.y / width, (p.t - middle) / width};
        }
        case SpaceModel::Ball:
            return {p.x / (1 + p.t), p.y / (1 + p.t), p.z / (1 + p.t)};
        case SpaceModel::Klein:
            return {p.x / p.t, p.y / p.t, p.z / p.t};
        case SpaceModel::Plain:
            break;
    }
    return {p.x, p.y, p.z};
}

void SpaceShape::appendGeodesic(const SpacePlace& from, const SpacePlace& to, int pieces,
                                SpaceCurve& out) const {
    const double inner = from.t * to.t - from.x * to.x - from.y * to.y - from.z * to.z;
    const double distance = std::acosh(std::max(inner, 1.0));
    out.push_back(body(from));
    // So near to each other the line is straight, and the quotients below would lose their digits.
    const bool bent = !isStraight() && distance > 1e-3;
    for (int i = 1; i < pieces && bent; ++i) {
        const double t = static_cast<double>(i) / pieces;
        const double a = std::sinh((1 - t) * distance) / std::sinh(distance);
        const double b = std::sinh(t * distance) / std::sinh(distance);
        SpacePlace p{a * from.x + b * to.x, a * from.y + b * to.y, a * from.z + b * to.z, 0};
        p.t = std::sqrt(1 + p.x * p.x + p.y * p.y + p.z * p.z);
        out.push_back(body(p));
    }
    out.push_back(body(to));
}

SpaceCurve SpaceShape::ring(double rho) const {
    const double radius = std::sinh(rho), time = std::cosh(rho);
    SpaceCurve curve;
    for (int i = 0; i <= ringPieces; ++i) {
        const double angle = 2 * M_PI * i / ringPieces;
        curve.push_back(body({radius * std::cos(angle), radius * std::sin(angle), 0, time}));
    }
    return curve;
}

std::vector<SpaceCurve> SpaceShape::mesh(const std::vector<double>& rings) const {
    const Vector3 x{1, 0, 0}, y{0, 1, 0}, z{0, 0, 1};
    if (isRound()) return {circle(x, y), circle(x, z), circle(y, z)};
    if (model_ == SpaceModel::Plain) return {{{-1, 0, 0}, x}, {{0, -1, 0}, y}, {{0, 0, -1}, z}};
    std::vector<SpaceCurve> curves;
    for (const double rho : rings)
        curves.push_back(ring(rho));
    if (model_ != SpaceModel::Hyperboloid) {
        curves.push_back(circle(x, y));
        return curves;
    }
    for (int k = 0; k < meridians; ++k) {
        const double angle = 2 * M_PI * k / meridians;
        SpaceCurve curve;
        for (int i = 0; i <= meridianPieces; ++i) {
            const double rho = extent_ * i / meridianPieces;
            curve.push_back(body(
                {std::sinh(rho) * std::cos(angle), std::sinh(rho) * std::sin(angle), 0, std::cosh(rho)}));
        }
        curves.push_back(std::move(curve));
    }
    curves.push_back(ring(extent_));
    return curves;
}

}  // namespace horo::views
