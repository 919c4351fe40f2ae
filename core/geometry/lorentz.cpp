#include "core/geometry/lorentz.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/geometry/double_double.h"
#include "core/geometry/euclidean.h"

namespace horo::lorentz {

using euclidean::dot;
using euclidean::norm;

namespace {

/// |x|^2 - |y|^2 as a sum of (x_i - y_i)(x_i + y_i).
DoubleDouble differenceOfSquares(Point x, Point y) {
    DoubleDouble total;
    for (size_t i = 0; i < x.size(); ++i)
        total = total + DoubleDouble::sum(x[i], -y[i]) * DoubleDouble::sum(x[i], y[i]);
    return total;
}

/// sinh^2(d / 2) as sinh^2 of half the difference of the radii plus (|x||y| - x.y) / 2, both of them
/// written without cancellation in double-double arithmetic.
double carefulHalfSinhSquared(Point x, Point y, double curvature) {
    const DoubleDouble xNorm = DoubleDouble::squareRoot(squaredNorm(x));
    const DoubleDouble yNorm = DoubleDouble::squareRoot(squaredNorm(y));
    const double root = std::sqrt(-curvature), a = root * xNorm.hi, b = root * yNorm.hi;
    const double sinhDifference =
        -curvature * differenceOfSquares(x, y).value() / (a * std::hypot(1, b) + b * std::hypot(1, a));
    const double squared = sinhDifference * sinhDifference;
    const double radial = squared / (2 * (1 + std::sqrt(1 + squared)));
    if (a == 0 || b == 0) return std::isfinite(radial) ? radial : 0;
    double across = 0;  // sum of (|y| x_i - |x| y_i)^2 = 2 |x||y| (|x||y| - x.y)
    for (size_t i = 0; i < x.size(); ++i) {
        const double value = (yNorm * x[i] - xNorm * y[i]).value();
        across += value * value;
    }
    return radial - curvature * across / (4 * xNorm.hi * yNorm.hi);
}

double halfSinhSquared(Point x, Point y, double curvature) {
    // The Minkowski norm of the difference of the points. Good enough unless its two parts nearly cancel.
    double space = 0, squares = 0;
    for (size_t i = 0; i < x.size(); ++i) {
        const double difference = x[i] - y[i];
        space += difference * difference;
        squares += difference * (x[i] + y[i]);
    }
    const double times = squares / (time(x, curvature) + time(y, curvature)), norm = space - times * times;
    if (space + times * times <= 1e3 * norm) return -curvature * norm / 4;
    if (space == 0) return 0;
    return carefulHalfSinhSquared(x, y, curvature);
}

Point spaceOf(Point x) {
    return x.subspan(1);
}

}  // namespace

double time(Point space, double curvature) {
    return std::sqrt(dot(space, space) - 1 / curvature);
}

double distance(Point x, Point y, double curvature) {
    return 2 * std::asinh(std::sqrt(halfSinhSquared(spaceOf(x), spaceOf(y), curvature))) /
           std::sqrt(-curvature);
}

double radius(Point x, double curvature) {
    const double root = std::sqrt(-curvature);
    return std::asinh(root * norm(spaceOf(x))) / root;
}

double inner(Point x, Point u, Point v, double curvature) {
    // Along the radius the metric shrinks by the time squared; across it is Euclidean.
    const Point space = spaceOf(x), a = spaceOf(u), b = spaceOf(v);
    const double length = norm(space);
    if (length == 0) return dot(a, b);
    const double aRadial = dot(a, space) / length, bRadial = dot(b, space) / length;
    double across = 0;
    for (size_t i = 0; i < space.size(); ++i) {
        const double direction = space[i] / length;
        across += (a[i] - aRadial * direction) * (b[i] - bRadial * direction);
    }
    return across + aRadial * bRadial / (1 - curvature * length * length);
}

void exp(Point x, Point v, double curvature, Out out) {
    const double angle = std::sqrt(-curvature * std::max(0.0, inner(x, v, v, curvature)));
    const double alongX = std::cosh(angle), alongV = angle > 0 ? std::sinh(angle) / angle : 1;
    for (size_t i = 1; i < x.size(); ++i)
        out[i] = alongX * x[i] + alongV * v[i];
    out[0] = time(out.subspan(1), curvature);
}

void log(Point x, Point y, double curvature, Out out) {
    const double half = halfSinhSquared(spaceOf(x), spaceOf(y), curvature);
    const double angle = 2 * std::asinh(std::sqrt(half)), sinh = 2 * std::sqrt(half * (1 + half));
    const double scale = sinh > 0 ? angle / sinh : 1, xTime = time(spaceOf(x), curvature);
    double tangentTime = 0;
    for (size_t i = 1; i < x.size(); ++i) {
        const double xi = x[i];
        out[i] = scale * ((y[i] - xi) - 2 * half * xi);
        tangentTime += xi * out[i];
    }
    out[0] = tangentTime / xTime;
}

void transport(Point x, Point y, Point v, double curvature, Out out) {
    const Point from = spaceOf(x), to = spaceOf(y);
    const double half = halfSinhSquared(from, to, curvature);
    const double vTime = dot(from, spaceOf(v)) / time(from, curvature);
    const double toTime = time(to, curvature);
    const double timeDifference = differenceOfSquares(to, from).value() / (toTime + time(from, curvature));
    double product = -timeDifference * vTime;  // <y, v> = <y - x, v>, v being tangent at x
    for (size_t i = 0; i < from.size(); ++i)
        product += (to[i] - from[i]) * v[i + 1];
    const double share = -curvature * product / (2 * (1 + half));
    double tangentTime = 0;
    for (size_t i = 1; i < x.size(); ++i) {
        const double yi = y[i];
        out[i] = v[i] + share * (x[i] + yi);
        tangentTime += yi * out[i];
    }
    out[0] = tangentTime / toTime;
}

}  // namespace horo::lorentz
