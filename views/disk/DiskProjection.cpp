#include "views/disk/DiskProjection.h"

#include <algorithm>
#include <cmath>

#include "core/base/parallel.h"

namespace horo::views {

namespace {

double oneMinusSquare(Complex z) {
    const double r = std::abs(z);
    return (1 - r) * (1 + r);
}

/// The view moved by w -> (w + c) / (1 + conj(c) w), as a product of matrices of SU(1,1).
DiskCentre translated(const DiskCentre& centre, Complex c) {
    const Complex half = std::polar(1.0, centre.turn / 2);
    const Complex alpha = half - c * std::conj(half) * std::conj(centre.point);
    const Complex beta = c * std::conj(half) - half * centre.point;
    DiskCentre moved{-beta / alpha, std::remainder(2 * std::arg(alpha), 2 * M_PI)};
    const double limit = std::tanh(diskRadiusLimit / 2 - 4), norm = std::abs(moved.point);
    if (norm > limit) moved.point *= limit / norm;
    return moved;
}

}  // namespace

DiskProjection::DiskProjection(const DiskCentre& centre, double scale)
    : centre_(centre),
      scale_(scale),
      ax_(centre.point.real()),
      ay_(centre.point.imag()),
      qa_(oneMinusSquare(centre.point)),
      cos_(std::cos(centre.turn)),
      sin_(std::sin(centre.turn)) {}

Complex DiskProjection::display(double x, double y, double q) const {
    const double dx = x - ax_, dy = y - ay_, squared = dx * dx + dy * dy;
    if (squared == 0) return 0;
    const double u2 = squared / (qa_ * q);
    const double power = std::pow(std::sqrt(u2) + std::sqrt(1 + u2), 2 * scale_);
    // The denominator 1 - conj(a) z, written so that it keeps its digits when z is near a.
    const double re = qa_ - (ax_ * dx + ay_ * dy), im = -(ax_ * dy - ay_ * dx);
    const double px = dx * re + dy * im, py = dy * re - dx * im;
    const double factor = (power - 1) / ((power + 1) * std::sqrt(px * px + py * py));
    return {factor * (px * cos_ - py * sin_), factor * (px * sin_ + py * cos_)};
}

void DiskProjection::displayRows(const DiskPoints& points, std::span<const uint32_t> rows,
                                 std::span<Spot> out) const {
    parallelFor(rows.size(), 8192, 0, [&](size_t begin, size_t end) {
        for (size_t i = begin; i < end; ++i) {
            const Complex p = display(points.x[rows[i]], points.y[rows[i]], points.q[rows[i]]);
            out[i] = {static_cast<float>(p.real()), static_cast<float>(p.imag())};
        }
    });
}

void DiskProjection::displayAll(const DiskPoints& points, std::span<Spot> out) const {
    parallelFor(points.size(), 8192, 0, [&](size_t begin, size_t end) {
        for (size_t i = begin; i < end; ++i) {
            const Complex p = display(points.x[i], points.y[i], points.q[i]);
            out[i] = {static_cast<float>(p.real()), static_cast<float>(p.imag())};
        }
    });
}

double DiskProjection::rhoOf(double r) const {
    return std::min(2 * std::atanh(std::clamp(r, 0.0, 1 - 1e-12)) / scale_, diskRadiusLimit - 4);
}

double DiskProjection::displayedRadius(double rho) const {
    return std::tanh(scale_ * rho / 2);
}

Complex DiskProjection::undisplay(Complex p) const {
    const double r = std::abs(p);
    return r > 0 ? p / r * std::tanh(rhoOf(r) / 2) : Complex(0);
}

DiskCentre draggedCentre(const DiskProjection& projection, Complex from, Complex to) {
    const Complex w = projection.undisplay(from), v = projection.undisplay(to);
    const Complex k = v * w, d = v - w;
    const Complex c = (d + k * std::conj(d)) / std::max(oneMinusSquare(k), 1e-15);
    return std::abs(c) < 1 ? translated(projection.centre(), c) : projection.centre();
}

DiskCentre centreBetween(const DiskCentre& from, Complex to, double t) {
    const Complex d = to - from.point;
    const Complex denominator = oneMinusSquare(from.point) - std::conj(from.point) * d;
    const double u = std::abs(d) / std::sqrt(oneMinusSquare(from.point) * oneMinusSquare(to));
    if (u == 0) return from;
    // Where `to` is seen from the old centre; then a translation that brings share t of the way to the
    // middle.
    const Complex direction = d / denominator * std::polar(1.0, from.turn);
    return translated(from, -direction / std::abs(direction) * std::tanh(t * std::asinh(u)));
}

}  // namespace horo::views
