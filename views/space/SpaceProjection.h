// From a space of three dimensions to what is displayed of it: the point looked at in the middle, radii
// scaled.
#pragma once

#include <span>

#include "views/space/SpaceChart.h"

namespace horo::views {

/// Hyperbolic: a point of the hyperboloid -t^2 + x^2 + y^2 + z^2 = -1, t >= 1. Others: x, y and z alone.
struct SpacePlace {
    double x = 0, y = 0, z = 0, t = 1;
};

/// Hyperbolic: the translation that brings the centre to the origin, z -> (-a) (+) z, then rho -> s rho.
/// Distances to the centre are computed without cancellation, rho = 2 asinh(|z - a| / sqrt(q_z q_a)). Others:
/// z -> z - a.
class SpaceProjection {
public:
    SpaceProjection() : SpaceProjection(SpaceKind::Hyperbolic, {0, 0, 0}, 1) {}
    SpaceProjection(SpaceKind kind, const Vector3& centre, double scale);

    SpaceKind kind() const { return kind_; }
    double scale() const { return scale_; }
    const Vector3& centre() const { return centre_; }

    SpacePlace place(const Vector3& point, double q) const;
    /// Hyperbolic distance to the centre (K = -1), before it is scaled; elsewhere the plain one.
    double radius(const Vector3& point, double q) const;
    /// Rows `rows` of `points`, in order, on several threads.
    void placeRows(const SpacePoints& points, std::span<const uint32_t> rows,
                   std::span<SpacePlace> out) const;

private:
    SpaceKind kind_;
    Vector3 centre_;
    double scale_, centreQ_ = 1;
};

/// The scale at which 99 % of the rows are displayed within radius `within`; at most 1.
double fittingScale(const SpacePoints& points, const Vector3& centre, double within);
/// The point at share t of the geodesic of the ball (K = -1) from `from` to `to`.
Vector3 ballGeodesic(const Vector3& from, const Vector3& to, double t);

}  // namespace horo::views
