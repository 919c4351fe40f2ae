// What ExtendedPoints gives to views: doubles, as they are or seen from one of the points.
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/geometry/extended_points.h"
#include "core/geometry/poincare.h"

namespace horo {

namespace {

/// a.m * 2^(a.exponent - unit), 0 where a double cannot hold it.
double inUnits(ScaledDouble a, int64_t unit) {
    return std::ldexp(a.m, static_cast<int>(std::clamp<int64_t>(a.exponent - unit, -4000, 4000)));
}

int64_t exponentOf(ScaledDouble a) {
    return a.m == 0 ? std::numeric_limits<int64_t>::min() / 4 : a.exponent + std::ilogb(a.m);
}

}  // namespace

Vectors ExtendedPoints::rounded() const {
    std::vector<double> values(rows() * columns());
    for (size_t i = 0; i < rows(); ++i) {
        const std::span<double> row(values.data() + i * columns(), columns());
        for (size_t j = 0; j < columns(); ++j) {
            const Leading x = leadingOf(at(i, j));
            row[j] = inUnits({static_cast<double>(x.leading), 1 - 64 * static_cast<int64_t>(x.limbs)}, 0);
        }
        poincare::keepInside(row, -1);
    }
    return Vectors(rows(), columns(), std::move(values));
}

Vectors ExtendedPoints::centredOn(size_t centre) const {
    // With t = |x - a|^2 / (1 - |a|^2): (-a) (+) x = ((x - a) - t a) / (1 - |x|^2 + t). Neither sum loses
    // more than a few bits, since |x - a - t a|^2 = t (1 - |x|^2 + t).
    std::vector<double> a(columns()), values(rows() * columns());
    for (size_t j = 0; j < columns(); ++j)
        a[j] = coordinate(centre, j).toDouble();
    const ScaledDouble gapOfCentre = gaps_[centre];
    std::vector<ScaledDouble> step(columns());
    for (size_t i = 0; i < rows(); ++i) {
        const ScaledDouble squares = squaredDistance(i, centre);
        const ScaledDouble t{squares.m / gapOfCentre.m, squares.exponent - gapOfCentre.exponent};
        int64_t unit = std::max(exponentOf(gaps_[i]), exponentOf(t));
        for (size_t j = 0; j < columns(); ++j) {
            const Leading part = leadingDifference(at(i, j), at(centre, j));
            step[j] = {static_cast<double>(part.leading), 1 - 64 * static_cast<int64_t>(part.limbs)};
            unit = std::max(unit, exponentOf(step[j]));
        }
        const double along = inUnits(t, unit), whole = inUnits(gaps_[i], unit) + along;
        const std::span<double> row(values.data() + i * columns(), columns());
        for (size_t j = 0; j < columns(); ++j)
            row[j] = (inUnits(step[j], unit) - along * a[j]) / whole;
        poincare::keepInside(row, -1);
    }
    return Vectors(rows(), columns(), std::move(values));
}

std::optional<DiskIsometry> ExtendedPoints::change(size_t from, size_t to) const {
    if (columns() != 2 || distance(from, to) > 36) return std::nullopt;
    // With a = to and b = from: entries (1 - a conj(b), b - a) / sqrt((1 - |a|^2) (1 - |b|^2)), where
    // 1 - a conj(b) has the real part (1 - |a|^2 + 1 - |b|^2 + |b - a|^2) / 2 and the imaginary part of
    // -a conj(b - a).
    const ScaledDouble squares = squaredDistance(from, to);
    const int64_t gaps = gaps_[from].exponent + gaps_[to].exponent, unit = gaps >> 1;
    const double root = std::sqrt(std::ldexp(gaps_[from].m * gaps_[to].m, static_cast<int>(gaps - 2 * unit)));
    double step[2], a[2];
    for (size_t j = 0; j < 2; ++j) {
        const Leading part = leadingDifference(at(from, j), at(to, j));
        step[j] =
            inUnits({static_cast<double>(part.leading), 1 - 64 * static_cast<int64_t>(part.limbs)}, unit);
        a[j] = coordinate(to, j).toDouble();
    }
    const double real = (inUnits(gaps_[from], unit) + inUnits(gaps_[to], unit) + inUnits(squares, unit)) / 2;
    return DiskIsometry::fromEntries(Complex(real, a[0] * step[1] - a[1] * step[0]) / root,
                                     Complex(step[0], step[1]) / root);
}

}  // namespace horo
