#include "views/disk/DiskShapes.h"

#include <algorithm>
#include <cmath>

namespace horo::views {

namespace {

/// The point at distance `length` of a row in a direction, displayed. 1 - |z|^2 comes from the identity of
/// Moebius addition, (1 - |c|^2)(1 - |w|^2) / |1 + conj(c) w|^2, which loses no digits near the rim.
Complex walked(const DiskProjection& projection, const DiskPoints& points, uint32_t row, double direction,
               double length) {
    const Complex c(points.x[row], points.y[row]);
    const Complex w = std::polar(std::tanh(length / 2), direction);
    const Complex below = 1.0 + std::conj(c) * w;
    const Complex z = (c + w) / below;
    const double cosh = std::cosh(length / 2);
    return projection.display(z.real(), z.imag(), points.q[row] / (cosh * cosh * std::norm(below)));
}

}  // namespace

std::vector<Complex> displayedCircle(const DiskProjection& projection, const DiskPoints& points, uint32_t row,
                                     double radius) {
    constexpr int half = 160;
    const Complex c(points.x[row], points.y[row]), centre = projection.centre().point;
    const Complex way = centre - c;
    const double towards = std::abs(way) > 0 ? std::arg(way / (1.0 - std::conj(c) * centre)) : 0;
    // Seen from far away nearly the whole circle lies at the rim, and its near side is a few degrees wide.
    const double crowding = std::clamp(1 + radius / 2, 1.0, 14.0);
    std::vector<Complex> line;
    for (int k = -half; k <= half; ++k) {
        const double u = static_cast<double>(k) / half;
        const double turn = M_PI * std::copysign(std::pow(std::abs(u), crowding), u);
        line.push_back(walked(projection, points, row, towards + turn, radius));
    }
    std::rotate(line.begin(), line.begin() + half,
                line.end());  // ends on the near side, where its plate is seen
    line.push_back(line.front());
    return line;
}

std::vector<Complex> displayedRay(const DiskProjection& projection, const DiskPoints& points, uint32_t row,
                                  double angle, double length) {
    constexpr int pieces = 96;
    const double outward = std::arg(Complex(points.x[row], points.y[row]));
    std::vector<Complex> line;
    for (int k = 0; k <= pieces; ++k)
        line.push_back(walked(projection, points, row, outward + angle, length * k / pieces));
    return line;
}

std::vector<Complex> displayedCone(const DiskProjection& projection, const DiskPoints& points, uint32_t row,
                                   const EntailmentCones& cones) {
    const double norm = std::hypot(points.x[row], points.y[row]);
    if (norm < cones.leastNorm()) return {};
    constexpr int rimPieces = 48;
    const double half = cones.halfAperture(norm), reach = diskRadiusLimit - 2;
    auto border = displayedRay(projection, points, row, half, reach);
    const auto axis = displayedRay(projection, points, row, 0, reach),
               back = displayedRay(projection, points, row, -half, reach);
    // Along the rim on the side where the axis ends.
    double at = std::arg(border.back());
    for (const Complex end : {axis.back(), back.back()}) {
        const double turn = std::remainder(std::arg(end) - at, 2 * M_PI);
        for (int k = 1; k <= rimPieces; ++k)
            border.push_back(std::polar(1.0, at + turn * k / rimPieces));
        at += turn;
    }
    border.insert(border.end(), back.rbegin(), back.rend());
    return border;
}

}  // namespace horo::views
