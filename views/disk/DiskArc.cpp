#include "views/disk/DiskArc.h"

#include <algorithm>
#include <cmath>

namespace horo::views {

DiskArc::DiskArc(std::complex<double> p, std::complex<double> q) : from(p), to(q) {
    // The middle c of the circle fulfils 2 Re(conj(c) z) = 1 + |z|^2 at both ends.
    const double determinant = 2 * (p.real() * q.imag() - p.imag() * q.real());
    if (std::abs(determinant) < 1e-9) return;
    const double a = 1 + std::norm(p), b = 1 + std::norm(q);
    middle = {(a * q.imag() - b * p.imag()) / determinant, (b * p.real() - a * q.real()) / determinant};
    const double squared = std::norm(middle) - 1;
    if (!(squared > 0) || squared > 1e6) return;
    radius = std::sqrt(squared);
    start = std::arg(p - middle);
    sweep = std::remainder(std::arg(q - middle) - start, 2 * M_PI);
    straight = false;
}

std::complex<double> DiskArc::at(double t) const {
    if (t <= 0) return from;
    if (t >= 1) return to;
    return straight ? from + t * (to - from) : middle + std::polar(radius, start + t * sweep);
}

int DiskArc::pieces(double tolerance) const {
    if (straight || radius <= tolerance) return 1;
    const double step = 2 * std::acos(1 - std::min(tolerance / radius, 1.0));
    return std::clamp(static_cast<int>(std::ceil(std::abs(sweep) / step)), 1, 64);
}

double DiskArc::length() const {
    return straight ? std::abs(to - from) : std::abs(sweep) * radius;
}

std::complex<double> geodesicPoint(std::complex<double> p, std::complex<double> q, double t) {
    const std::complex<double> seen = (q - p) / (1.0 - std::conj(p) * q);
    const double r = std::abs(seen);
    if (r == 0) return p;
    const std::complex<double> w = seen / r * std::tanh(t * std::atanh(std::min(r, 1 - 1e-15)));
    return (w + p) / (1.0 + std::conj(p) * w);
}

}  // namespace horo::views
