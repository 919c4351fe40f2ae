// Numbers of twice the precision of a double (about 32 digits), for sums that nearly cancel.
#pragma once

#include <cmath>
#include <span>

namespace horo {

/// The unevaluated sum hi + lo with |lo| <= ulp(hi) / 2. Algorithms: Dekker 1971; Knuth, TAOCP 2, 4.2.2.
/// Needs strict IEEE arithmetic: never compile its users with -ffast-math.
struct DoubleDouble {
    double hi = 0, lo = 0;

    static DoubleDouble sum(double a, double b) {
        const double s = a + b, t = s - a;
        return {s, (a - (s - t)) + (b - t)};
    }
    static DoubleDouble product(double a, double b) {
        const double p = a * b;
        const auto [aHigh, aLow] = split(a);
        const auto [bHigh, bLow] = split(b);
        return {p, ((aHigh * bHigh - p) + aHigh * bLow + aLow * bHigh) + aLow * bLow};
    }
    static DoubleDouble squareRoot(DoubleDouble a) {
        if (!(a.hi > 0)) return {};
        const double root = std::sqrt(a.hi);
        const DoubleDouble rest = a - product(root, root);
        return quick(root, rest.hi / (2 * root));
    }

    friend DoubleDouble operator+(DoubleDouble a, DoubleDouble b) {
        const DoubleDouble high = sum(a.hi, b.hi), low = sum(a.lo, b.lo);
        const DoubleDouble first = quick(high.hi, high.lo + low.hi);
        return quick(first.hi, first.lo + low.lo);
    }
    friend DoubleDouble operator-(DoubleDouble a) { return {-a.hi, -a.lo}; }
    friend DoubleDouble operator-(DoubleDouble a, DoubleDouble b) { return a + -b; }
    friend DoubleDouble operator*(DoubleDouble a, DoubleDouble b) {
        const DoubleDouble p = product(a.hi, b.hi);
        return quick(p.hi, p.lo + (a.hi * b.lo + a.lo * b.hi));
    }
    friend DoubleDouble operator*(DoubleDouble a, double b) { return a * DoubleDouble{b, 0}; }
    double value() const { return hi + lo; }

private:
    struct Halves {
        double high, low;
    };
    static Halves split(double a) {
        const double c = 134217729.0 * a, high = c - (c - a);
        return {high, a - high};
    }
    static DoubleDouble quick(double a, double b) {
        const double s = a + b;
        return {s, b - (s - a)};
    }
};

inline DoubleDouble squaredNorm(std::span<const double> x) {
    DoubleDouble total;
    for (const double value : x)
        total = total + DoubleDouble::product(value, value);
    return total;
}

}  // namespace horo
