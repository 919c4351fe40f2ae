// Quadruple precision, as the yardstick of the geometry tests.
#pragma once

#include <cmath>
#include <span>

namespace precise {

__extension__ using Number = __float128;

inline Number squareRoot(Number a) {
    if (!(a > 0)) return 0;
    Number root = std::sqrt(static_cast<double>(a));
    for (int i = 0; i < 3; ++i)
        root = (root + a / root) / 2;
    return root;
}

inline Number dot(std::span<const double> x, std::span<const double> y) {
    Number sum = 0;
    for (size_t i = 0; i < x.size(); ++i)
        sum += Number(x[i]) * Number(y[i]);
    return sum;
}

/// d from sinh^2(d / 2)
inline double distanceOf(Number halfSinhSquared) {
    return static_cast<double>(2 * std::asinh(std::sqrt(static_cast<long double>(halfSinhSquared))));
}

inline double poincareDistance(std::span<const double> x, std::span<const double> y) {
    Number chord = 0;
    for (size_t i = 0; i < x.size(); ++i)
        chord += (Number(x[i]) - y[i]) * (Number(x[i]) - y[i]);
    return distanceOf(chord / ((1 - dot(x, x)) * (1 - dot(y, y))));
}

/// Of rows without their time. |x||y| - x.y by Lagrange's identity, which does not cancel.
inline double lorentzDistance(std::span<const double> x, std::span<const double> y) {
    const Number xx = dot(x, x), yy = dot(y, y), xNorm = squareRoot(xx), yNorm = squareRoot(yy);
    const Number xTime = squareRoot(1 + xx), yTime = squareRoot(1 + yy);
    Number squares = 0, minors = 0;
    for (size_t i = 0; i < x.size(); ++i) {
        squares += (Number(x[i]) - y[i]) * (Number(x[i]) + y[i]);
        for (size_t j = 0; j < i; ++j) {
            const Number minor = Number(x[i]) * y[j] - Number(x[j]) * y[i];
            minors += minor * minor;
        }
    }
    const Number sinh = squares / (xNorm * yTime + xTime * yNorm), radial = sinh * sinh;
    const Number product = dot(x, y);
    Number across = xNorm * yNorm - product;
    if (product > 0) across = minors / (xNorm * yNorm + product);
    return distanceOf(radial / (2 * (1 + squareRoot(1 + radial))) + across / 2);
}

}  // namespace precise
