#include "core/geometry/poincare.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <vector>

#include "core/geometry/double_double.h"
#include "core/geometry/euclidean.h"

namespace horo::poincare {

using euclidean::dot;
using euclidean::norm;

double gap(Point x, double curvature) {
    const double plain = 1 + curvature * dot(x, x);
    if (plain > 1e-2) return plain;
    return (DoubleDouble{1, 0} + squaredNorm(x) * curvature).value();
}

double distance(Point x, Point y, double curvature) {
    const double chord = std::sqrt(-curvature * euclidean::squaredDistance(x, y));
    return 2 * std::asinh(chord / std::sqrt(gap(x, curvature) * gap(y, curvature))) / std::sqrt(-curvature);
}

double radius(Point x, double curvature) {
    const double root = std::sqrt(-curvature);
    return 2 * std::asinh(root * norm(x) / std::sqrt(gap(x, curvature))) / root;
}

void keepInside(Out x, double curvature) {
    for (double step = 0x1p-53; !(gap(x, curvature) > 0) && step < 1; step *= 2)
        for (double& value : x)
            value *= 1 - step;
}

void add(Point x, Point y, double gapOfY, double curvature, Out out) {
    double squared = 0;
    for (size_t i = 0; i < x.size(); ++i)
        squared += (x[i] + y[i]) * (x[i] + y[i]);
    squared *= -curvature;
    const double gapOfX = gap(x, curvature), denominator = gapOfX * gapOfY + squared;
    if (denominator > 0) {
        for (size_t i = 0; i < x.size(); ++i)
            out[i] = (squared * x[i] + gapOfX * (x[i] + y[i])) / denominator;
        keepInside(out, curvature);
    } else {
        std::fill(out.begin(), out.end(), 0.0);
    }
}

void exp(Point x, Point v, double curvature, Out out) {
    const double root = std::sqrt(-curvature), length = norm(v);
    if (length == 0) {
        std::copy(x.begin(), x.end(), out.begin());
        return;
    }
    const double half = root * length / gap(x, curvature);
    const double scale = std::tanh(half) / (root * length), cosh = std::cosh(half);
    std::vector<double> step(v.begin(), v.end());
    for (double& value : step)
        value *= scale;
    add(x, step, 1 / (cosh * cosh), curvature, out);
}

namespace {

/// Coordinates of the direction at `from` of the geodesic to `to`, any length (the numerator of
/// -from (+) to).
void direction(Point from, Point to, double gapOfFrom, double curvature, Out out) {
    const double squared = -curvature * euclidean::squaredDistance(from, to);
    for (size_t i = 0; i < from.size(); ++i)
        out[i] = gapOfFrom * (to[i] - from[i]) - squared * from[i];
}

}  // namespace

void log(Point x, Point y, double curvature, Out out) {
    const double length = distance(x, y, curvature), gapOfX = gap(x, curvature);
    std::vector<double> towards(x.size());
    direction(x, y, gapOfX, curvature, towards);
    const double norm = euclidean::norm(towards), scale = norm > 0 ? length * gapOfX / 2 / norm : 0;
    for (size_t i = 0; i < out.size(); ++i)
        out[i] = scale * towards[i];
}

void transport(Point x, Point y, Point v, double curvature, Out out) {
    // A rotation in the plane of x and y (the gyration) that takes the geodesic's direction at x to its
    // direction at y, and a change of scale; identity across the plane.
    const size_t dim = x.size();
    const double gapOfX = gap(x, curvature), gapOfY = gap(y, curvature), scale = gapOfY / gapOfX;
    std::vector<double> result(v.begin(), v.end()), first(x.begin(), x.end()), second(dim), atX(dim),
        atY(dim);
    if (norm(x) < norm(y)) first.assign(y.begin(), y.end());
    const double firstNorm = norm(first);
    for (double& value : first)
        value /= firstNorm > 0 ? firstNorm : 1;
    for (size_t i = 0; i < dim; ++i)
        second[i] = y[i] - x[i];
    const double chord = norm(second), along = dot(second, first);
    for (size_t i = 0; i < dim; ++i)
        second[i] -= along * first[i];
    const double secondNorm = norm(second);
    if (secondNorm > 1e-15 * chord) {
        for (double& value : second)
            value /= secondNorm;
        direction(x, y, gapOfX, curvature, atX);
        direction(y, x, gapOfY, curvature, atY);
        const std::complex<double> a(dot(atX, first), dot(atX, second)),
            b(-dot(atY, first), -dot(atY, second));
        const std::complex<double> rotation = b * std::conj(a) / (std::abs(a) * std::abs(b));
        const std::complex<double> before(dot(v, first), dot(v, second)), after = before * rotation;
        for (size_t i = 0; i < dim; ++i)
            result[i] += (after - before).real() * first[i] + (after - before).imag() * second[i];
    }
    for (size_t i = 0; i < dim; ++i)
        out[i] = scale * result[i];
}

}  // namespace horo::poincare
