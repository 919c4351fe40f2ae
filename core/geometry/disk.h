// The hyperbolic plane as the unit disk (curvature -1), in complex numbers: what a view needs to draw
// it, turn it and walk in it. For a ball of curvature K, multiply its coordinates by sqrt(-K) first.
#pragma once

#include <complex>

#include "core/base/export.h"

namespace horo {

using Complex = std::complex<double>;

/// An orientation-preserving isometry of the disk, z -> (a z + b) / (conj(b) z + conj(a)) with
/// |a|^2 - |b|^2 = 1 (an element of SU(1,1)). Compositions stay on that constraint, so that a disk that
/// is dragged a thousand times is still an isometric picture. Immutable.
class HOROCYCLE_EXPORT DiskIsometry {
public:
    DiskIsometry() = default;  ///< the identity
    /// z -> (z - centre) / (1 - conj(centre) z); |centre| < 1.
    static DiskIsometry toOrigin(Complex centre);
    static DiskIsometry rotation(double angle);
    /// The translation along the geodesic from one point to another that carries `from` to `to`: what a
    /// drag of the disk does. Both inside the disk.
    static DiskIsometry translation(Complex from, Complex to);

    Complex operator()(Complex z) const;
    /// First `other`, then this one.
    DiskIsometry operator*(const DiskIsometry& other) const;
    DiskIsometry inverse() const;
    /// The point that this isometry carries to the origin.
    Complex centre() const { return -b_ / a_; }
    /// Its entries, for storing it; `fromEntries` puts rounded ones back on the constraint.
    Complex a() const { return a_; }
    Complex b() const { return b_; }
    static DiskIsometry fromEntries(Complex a, Complex b);

private:
    DiskIsometry(Complex a, Complex b) : a_(a), b_(b) {}
    Complex a_ = 1, b_ = 0;
};

/// A piece of a geodesic as something a painter can draw.
struct HOROCYCLE_EXPORT DiskArc {
    Complex from, to;
    bool straight = true;  ///< a segment (the geodesic runs through the origin, or nearly so)
    Complex centre;        ///< Euclidean centre, when not straight
    double radius = 0;     ///< Euclidean radius, when not straight
    double start = 0;      ///< angle of `from` seen from the centre, radians
    double sweep = 0;      ///< signed angle from `from` to `to`, in (-pi, pi)

    /// The point at share t of the Euclidean arc, t in [0, 1].
    Complex at(double t) const;
};

/// The geodesic between two points of the closed disk. Straight where the arc would leave its chord by
/// less than 1e-7.
HOROCYCLE_EXPORT DiskArc diskGeodesic(Complex from, Complex to);

/// A Euclidean circle.
struct Circle {
    Complex centre;
    double radius = 0;
};

/// The points at hyperbolic distance `radius` of `centre`, |centre| < 1.
HOROCYCLE_EXPORT Circle hyperbolicCircle(Complex centre, double radius);
/// The horocycle that touches the rim at `ideal` (|ideal| = 1) and passes through `point`.
HOROCYCLE_EXPORT Circle horocycle(Complex point, Complex ideal);

HOROCYCLE_EXPORT double diskDistance(Complex z, Complex w);

}  // namespace horo
