#include "core/geometry/spherical_code.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace horo {

namespace {

using std::numbers::pi;

/// Latitude circles from pole to pole, at least `angle` apart.
size_t latitudes(double angle) {
    return static_cast<size_t>(std::max(1.0, std::floor(pi / angle + 1e-12)));
}

/// The angle within a latitude circle that is `angle` on the sphere; above pi where two points do not fit.
double angleWithin(double angle, double latitude) {
    const double half = std::sin(angle / 2) / std::sin(latitude);
    return half > 1 + 1e-12 ? 4 : 2 * std::asin(std::min(half, 1.0));
}

size_t evenly(double angle) {
    return angle > pi + 1e-9 ? 1 : static_cast<size_t>(std::floor(2 * pi / angle + 1e-12));
}

/// Points that peeling places at least `angle` apart on the unit sphere of `dim` dimensions; counts no
/// further than `enough`.
size_t peelCount(double angle, size_t dim, size_t enough) {
    if (angle > pi + 1e-9) return 1;
    if (dim == 1) return 2;
    if (dim == 2) return evenly(angle);
    const size_t rings = latitudes(angle);
    size_t count = 2;
    for (size_t m = 1; m < rings && count < enough; ++m) {
        const double latitude = pi * static_cast<double>(m) / static_cast<double>(rings);
        count += peelCount(angleWithin(angle, latitude), dim - 1, enough - count);
    }
    return count;
}

/// Appends them as rows of `width` numbers, the first `width - dim` of which are `before`; `scale` multiplies
/// the others. Stops at `count` rows.
class Peeling {
public:
    Peeling(size_t width, size_t count) : width_(width), count_(count), row_(width) {}
    std::vector<double> take() { return std::move(points_); }

    void peel(double angle, size_t dim, double scale) {
        const size_t column = width_ - dim;
        if (dim == 1 || angle > pi + 1e-9) {
            add(column, scale);
            if (dim == 1 && angle <= pi + 1e-9) add(column, -scale);
            return;
        }
        if (dim == 2) {
            const size_t count = evenly(angle);
            for (size_t i = 0; i < count; ++i) {
                const double turn = 2 * pi * static_cast<double>(i) / static_cast<double>(count);
                row_[column + 1] = scale * std::sin(turn);
                add(column, scale * std::cos(turn));
            }
            row_[column + 1] = 0;
            return;
        }
        add(column, scale);
        const size_t rings = latitudes(angle);
        for (size_t m = 1; m < rings && !full(); ++m) {
            const double latitude = pi * static_cast<double>(m) / static_cast<double>(rings);
            row_[column] = scale * std::cos(latitude);
            peel(angleWithin(angle, latitude), dim - 1, scale * std::sin(latitude));
        }
        add(column, -scale);
    }

private:
    bool full() const { return points_.size() >= width_ * count_; }
    void add(size_t column, double value) {
        if (full()) return;
        row_[column] = value;
        points_.insert(points_.end(), row_.begin(), row_.end());
        row_[column] = 0;
    }

    size_t width_, count_;
    std::vector<double> row_, points_;
};

/// The largest angle, to a bisection, at which peeling places `count` points.
double peelAngle(size_t count, size_t dim) {
    double fits = pi / 2, tooLarge = pi;
    while (peelCount(fits, dim, count) < count)
        tooLarge = fits, fits /= 2;
    for (int i = 0; i < 50; ++i) {
        const double middle = (fits + tooLarge) / 2;
        (peelCount(middle, dim, count) >= count ? fits : tooLarge) = middle;
    }
    return fits;
}

/// A regular simplex: below the first point lies one of a dimension and a point less.
std::vector<double> simplex(size_t count, size_t dim) {
    std::vector<double> points(count * dim, 0.0);
    double scale = 1;
    for (size_t i = 0; i < count; ++i) {
        points[i * dim + std::min(i, dim - 1)] += scale;
        if (i + 1 == count) break;
        const double cosine = -1 / static_cast<double>(count - 1 - i);
        for (size_t k = i + 1; k < count; ++k)
            points[k * dim + i] = scale * cosine;
        scale *= std::sqrt(1 - cosine * cosine);
    }
    return points;
}

std::vector<double> crossPolytope(size_t count, size_t dim) {
    std::vector<double> points(count * dim, 0.0);
    for (size_t i = 0; i < count; ++i)
        points[i * dim + i / 2] = i % 2 == 0 ? 1 : -1;
    return points;
}

}  // namespace

std::vector<double> sphericalCode(size_t count, size_t dim) {
    if (dim > 2 && count <= dim + 1) return simplex(count, dim);
    if (dim > 2 && count <= 2 * dim) return crossPolytope(count, dim);
    Peeling peeling(dim, count);
    peeling.peel(dim == 2 ? 2 * pi / static_cast<double>(std::max<size_t>(count, 2)) : peelAngle(count, dim),
                 dim, 1);
    return peeling.take();
}

double sphericalCodeAngle(size_t count, size_t dim) {
    if (count <= 2) return pi;
    if (dim == 2) return 2 * pi / static_cast<double>(count);
    if (count <= dim + 1) return std::acos(-1 / static_cast<double>(count - 1));
    return count <= 2 * dim ? pi / 2 : peelAngle(count, dim);
}

}  // namespace horo
