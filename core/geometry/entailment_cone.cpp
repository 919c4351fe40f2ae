#include "core/geometry/entailment_cone.h"

#include <algorithm>
#include <cmath>

namespace horo {

namespace {

/// The triangle of origin, apex and point in its own plane.
struct Triangle {
    double norm;    ///< |x|
    double along;   ///< component of y - x along x
    double across;  ///< length of the rest, >= 0
    double gap;     ///< 1 - |x|^2
    /// Components of a vector along the geodesic from x to y, as in log_x: gap (y - x) - |y - x|^2 x.
    double forward, sideways;

    Triangle(EntailmentCones::Point x, EntailmentCones::Point y) {
        double squares = 0, dot = 0, chord = 0;
        for (size_t i = 0; i < x.size(); ++i) {
            const double difference = y[i] - x[i];
            squares += x[i] * x[i];
            dot += x[i] * difference;
            chord += difference * difference;
        }
        norm = std::sqrt(squares);
        along = norm > 0 ? dot / norm : 0;
        across = std::sqrt(std::max(0.0, chord - along * along));
        gap = 1 - squares;
        forward = gap * along - norm * (along * along + across * across);
        sideways = gap * across;
    }
    double angle() const { return norm > 0 ? std::atan2(sideways, forward) : 0; }
};

}  // namespace

double EntailmentCones::leastNorm() const {
    return 2 * aperture_ / (1 + std::sqrt(1 + 4 * aperture_ * aperture_));
}

double EntailmentCones::halfAperture(double norm) const {
    const double sine = aperture_ * (1 - norm * norm);
    return sine >= norm ? std::asin(1.0) : std::asin(std::max(0.0, sine / norm));
}

double EntailmentCones::angle(Point apex, Point point) {
    return Triangle(apex, point).angle();
}

double EntailmentCones::energy(Point apex, Point point) const {
    const Triangle t(apex, point);
    return std::max(0.0, t.angle() - halfAperture(t.norm));
}

double EntailmentCones::energy(Point apex, Point point, Out apexGradient, Out pointGradient) const {
    const Triangle t(apex, point);
    const double energy = t.angle() - halfAperture(t.norm);
    if (!(energy > 0)) return 0;
    // Xi = atan2(sideways, forward), in terms of s = |x|, a = <y, x/s> and p, the rest of y; its gradient
    // lies in the plane of u = x/s and w, the direction of that rest.
    const double s = t.norm, a = s + t.along, p = t.across;
    const double length = t.sideways * t.sideways + t.forward * t.forward;
    const auto slope = [&](double sideways, double forward) {
        return length > 0 ? (t.forward * sideways - t.sideways * forward) / length : 0;
    };
    const double byNorm = slope(-2 * s * p, 2 * a * s - 1 - a * a - p * p);
    const double byAlong = slope(0, 1 + s * s - 2 * s * a);
    const double byAcross = slope(t.gap, -2 * s * p);
    // psi' = -K (1 + s^2) / (s sqrt(s^2 - K^2 (1 - s^2)^2)); where there is no cone it is constant.
    const double root = s * s - aperture_ * aperture_ * t.gap * t.gap;
    const double ofAperture = root > 0 ? -aperture_ * (1 + s * s) / (s * std::sqrt(root)) : 0;
    const double apexAlong = byNorm - ofAperture, apexAcross = (byAlong * p - byAcross * a) / s;
    for (size_t i = 0; i < apex.size(); ++i) {
        const double u = apex[i] / s;
        const double w = p > 0 ? (point[i] - apex[i] - t.along * u) / p : 0;
        apexGradient[i] = apexAlong * u + apexAcross * w;
        pointGradient[i] = byAlong * u + byAcross * w;
    }
    return energy;
}

std::array<Complex, 2> EntailmentCones::idealEnds(Complex apex) const {
    // Moved to the origin the edges are radii; the isometry does not turn directions at the apex.
    const DiskIsometry back = DiskIsometry::toOrigin(apex).inverse();
    const double axis = std::arg(apex), half = halfAperture(std::abs(apex));
    const auto end = [&](double angle) {
        const Complex z = back(std::polar(1.0, angle));
        return z / std::abs(z);
    };
    return {end(axis - half), end(axis + half)};
}

}  // namespace horo
