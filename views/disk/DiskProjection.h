// From the hyperbolic plane to the displayed disk and back.
#pragma once

#include <complex>
#include <span>

#include "views/disk/DiskChart.h"
#include "views/disk/DiskSettings.h"

namespace horo::views {

using Complex = std::complex<double>;

/// A point of the displayed disk, |p| < 1.
struct Spot {
    float x = 0, y = 0;
};

/// The isometry that brings the centre of view to the middle, then the displayed radius
/// r = tanh(s rho / 2). Distances to the centre are computed without cancellation:
/// rho = 2 asinh(|z - a| / sqrt(q_z q_a)).
class DiskProjection {
public:
    DiskProjection() : DiskProjection(DiskCentre{}, 1) {}
    DiskProjection(const DiskCentre& centre, double scale);

    const DiskCentre& centre() const { return centre_; }
    double scale() const { return scale_; }

    Complex display(double x, double y, double q) const;
    /// Rows `rows` of `points`, in order, on several threads.
    void displayRows(const DiskPoints& points, std::span<const uint32_t> rows, std::span<Spot> out) const;
    void displayAll(const DiskPoints& points, std::span<Spot> out) const;

    /// The point of the unit disk (K = -1, centre of view in the middle) that is displayed at p.
    Complex undisplay(Complex p) const;
    /// Hyperbolic radius (K = -1) about the centre of view that is displayed at r, and back.
    double rhoOf(double r) const;
    double displayedRadius(double rho) const;

private:
    DiskCentre centre_;
    double scale_;
    double ax_, ay_, qa_, cos_, sin_;
};

/// The centre after the view was moved so that what was displayed at `from` is displayed at `to`, by a
/// translation along a line through the middle (Lamping & Rao 1996).
DiskCentre draggedCentre(const DiskProjection& projection, Complex from, Complex to);
/// The centre at share t of the geodesic from `from` to `to`; the turn is carried by parallel transport.
DiskCentre centreBetween(const DiskCentre& from, Complex to, double t);

}  // namespace horo::views
