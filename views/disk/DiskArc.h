// Geodesics of the displayed disk: arcs that meet the rim at right angles.
#pragma once

#include <complex>
#include <vector>

namespace horo::views {

/// The arc from p to q of the circle that is orthogonal to the unit circle; a straight piece where both lie
/// on a line through the middle, or so nearly that nobody can see the difference.
struct DiskArc {
    std::complex<double> from, to;
    bool straight = true;
    std::complex<double> middle;              ///< of the circle
    double radius = 0, start = 0, sweep = 0;  ///< radians, from `from` to `to`

    DiskArc(std::complex<double> p, std::complex<double> q);
    std::complex<double> at(double t) const;
    /// Pieces that keep the chords within `tolerance` of the arc, in units of the disk's radius.
    int pieces(double tolerance) const;
    double length() const;
};

/// The point at hyperbolic share t (K = -1) of the geodesic from p to q of the unit disk.
std::complex<double> geodesicPoint(std::complex<double> p, std::complex<double> q, double t);

}  // namespace horo::views
