#include "core/geometry/disk.h"

#include <array>
#include <cmath>

#include "core/geometry/poincare.h"

namespace horo {
namespace {

double gap(Complex z) {
    const std::array<double, 2> point{z.real(), z.imag()};
    return poincare::gap(point, -1);
}

}  // namespace

DiskIsometry DiskIsometry::fromEntries(Complex a, Complex b) {
    // |a| follows from b; the phase of a is kept.
    const double wanted = std::hypot(1.0, std::abs(b)), given = std::abs(a);
    return {given > 0 ? a * (wanted / given) : Complex(wanted), b};
}

DiskIsometry DiskIsometry::toOrigin(Complex centre) {
    const double root = std::sqrt(gap(centre));
    return fromEntries(1 / root, -centre / root);
}

DiskIsometry DiskIsometry::rotation(double angle) {
    return {std::polar(1.0, angle / 2), 0};
}

DiskIsometry DiskIsometry::translation(Complex from, Complex to) {
    // With m the midpoint of the geodesic, the translation through m that doubles the way from `from`:
    // move `from` to the origin, translate the origin to the image of `to`, move back.
    const DiskIsometry home = toOrigin(from);
    return home.inverse() * toOrigin(home(to)).inverse() * home;
}

Complex DiskIsometry::operator()(Complex z) const {
    return (a_ * z + b_) / (std::conj(b_) * z + std::conj(a_));
}

DiskIsometry DiskIsometry::operator*(const DiskIsometry& other) const {
    return fromEntries(a_ * other.a_ + b_ * std::conj(other.b_), a_ * other.b_ + b_ * std::conj(other.a_));
}

DiskIsometry DiskIsometry::inverse() const {
    return {std::conj(a_), -b_};
}

Complex DiskArc::at(double t) const {
    if (straight) return from + t * (to - from);
    return centre + std::polar(radius, start + t * sweep);
}

DiskArc diskGeodesic(Complex from, Complex to) {
    DiskArc arc;
    arc.from = from;
    arc.to = to;
    // The circle orthogonal to the rim through both points has its centre c with 2 Re(conj(c) z) = |z|^2 + 1
    // for both of them.
    const Complex chord = to - from;
    const double cross = from.real() * chord.imag() - from.imag() * chord.real();  // from x to
    const double length = std::abs(chord);
    if (length == 0) return arc;
    const double side = 1 + std::norm(from), sideStep = (std::conj(chord) * (from + to)).real();
    const Complex c(side * chord.imag() - sideStep * from.imag(),
                    sideStep * from.real() - side * chord.real());
    // Sagitta of the arc over its chord, about length^2 / (8 radius).
    const double radiusTimesCross = std::abs(c - 2 * cross * from) / 2;
    if (!(length * length * std::abs(cross) > 8e-7 * radiusTimesCross)) return arc;
    arc.straight = false;
    arc.centre = c / (2 * cross);
    arc.radius = std::abs(arc.centre - from);
    arc.start = std::arg(from - arc.centre);
    arc.sweep = std::arg((to - arc.centre) * std::conj(from - arc.centre));
    return arc;
}

Circle hyperbolicCircle(Complex centre, double radius) {
    const double t = std::tanh(radius / 2), outer = std::norm(centre) * t * t;
    return {centre * (1 - t * t) / (1 - outer), t * gap(centre) / (1 - outer)};
}

Circle horocycle(Complex point, Complex ideal) {
    // Centre (1 - r) ideal; |point - (1 - r) ideal| = r.
    const double toIdeal = std::norm(ideal - point), rim = gap(point);
    const double radius = toIdeal / (toIdeal + rim);
    return {(1 - radius) * ideal, radius};
}

double diskDistance(Complex z, Complex w) {
    return 2 * std::asinh(std::abs(z - w) / std::sqrt(gap(z) * gap(w)));
}

}  // namespace horo
