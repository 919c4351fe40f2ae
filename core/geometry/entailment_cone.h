// Entailment cones of the Poincare ball (Ganea, Becigneul & Hofmann 2018): each point carries a cone that
// opens away from the origin, and what lies in it is what the point stands above.
#pragma once

#include <array>
#include <span>

#include "core/base/export.h"
#include "core/geometry/disk.h"

namespace horo {

/// The cones of one constant K > 0 in the ball of curvature -1, of any dimension. (For a ball of curvature k,
/// multiply coordinates by sqrt(-k) first.) Cones are axially symmetric and transitive: if y lies in the cone
/// of x, the cone of y lies in it, too. Points as rows of d numbers, angles in radians.
class HOROCYCLE_EXPORT EntailmentCones {
public:
    using Point = std::span<const double>;
    using Out = std::span<double>;

    explicit EntailmentCones(double aperture) : aperture_(aperture) {}

    /// The constant K: how wide cones are.
    double aperture() const { return aperture_; }
    /// |x| nearer to the origin than this have no cone (theorem 1); there the half aperture is pi/2.
    double leastNorm() const;
    /// psi: the angle between the axis of the cone at a point of this norm and its edge,
    /// asin(K (1 - |x|^2) / |x|), from 0 to pi/2 (eq. 26).
    double halfAperture(double norm) const;
    /// Xi: the angle at `apex` between the ray away from the origin and the geodesic to `point`, from 0 to pi
    /// (eq. 28). 0 where the two are one point, or where the apex is the origin.
    static double angle(Point apex, Point point);
    /// E = max(0, Xi - psi): 0 for a point inside the cone of `apex` (eq. 33).
    double energy(Point apex, Point point) const;
    /// The energy, and where it is positive its Euclidean gradients in both points; else they are left alone.
    /// They are as near to it as the norm of an apex is to `leastNorm`, where the gradient becomes infinite.
    double energy(Point apex, Point point, Out apexGradient, Out pointGradient) const;
    bool contains(Point apex, Point point) const { return energy(apex, point) == 0; }

    /// Where the two edges of the cone at `apex` meet the rim of the disk, the right one first (seen from the
    /// origin): each edge is diskGeodesic(apex, end). |apex| from leastNorm() to below 1.
    std::array<Complex, 2> idealEnds(Complex apex) const;

private:
    double aperture_;
};

}  // namespace horo
