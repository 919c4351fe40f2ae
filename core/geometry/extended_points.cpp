#include "core/geometry/extended_points.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <numbers>

#include "core/base/parallel.h"

namespace horo {

namespace {

/// 2^(-128 k): squares of numbers whose units are k limbs apart.
constexpr std::array<double, 4> squaredLimbs{1, 0x1p-128, 0x1p-256, 0x1p-384};

/// Leading bits after which no further limb is looked at; its error is below 2^-62 of the number.
constexpr int enoughBits = 62;

bool isEnough(SignedWide leading) {
    const SignedWide bound = static_cast<SignedWide>(1) << enoughBits;
    return leading >= bound || leading <= -bound;
}

/// Adds the square of a number of `limbs` limbs, the least significant first, to `sum` of 2 limbs + 1.
void addSquare(std::span<const uint64_t> number, std::span<uint64_t> sum) {
    for (size_t i = 0; i < number.size(); ++i) {
        uint64_t carry = 0;
        for (size_t j = 0; j < number.size(); ++j) {
            const Wide next = static_cast<Wide>(number[i]) * number[j] + sum[i + j] + carry;
            sum[i + j] = static_cast<uint64_t>(next);
            carry = static_cast<uint64_t>(next >> 64);
        }
        for (size_t k = i + number.size(); carry > 0 && k < sum.size(); ++k) {
            sum[k] += carry;
            carry = sum[k] < carry;
        }
    }
}

/// 2 arsinh of the root.
double fromHalfSinhSquared(ScaledDouble q) {
    if (q.m == 0) return 0;
    const int64_t exponent = q.exponent + std::ilogb(q.m);
    if (exponent > 60)  // 2 arsinh(r) = log 4 r^2 + O(r^-2)
        return std::log(4 * q.m) + static_cast<double>(q.exponent) * std::numbers::ln2;
    if (exponent < -1900) return 0;
    // The root of q alone may be as small as 2^-950, which a double holds where q does not.
    const int64_t even = q.exponent & ~int64_t{1};
    const double root = std::ldexp(std::sqrt(std::ldexp(q.m, static_cast<int>(q.exponent - even))),
                                   static_cast<int>(even / 2));
    return 2 * std::asinh(root);
}

}  // namespace

size_t limbsForRadius(double radius) {
    return static_cast<size_t>((radius / std::numbers::ln2 + 65) / 64) + 1;
}

Result<std::shared_ptr<const ExtendedPoints>> ExtendedPoints::create(Limbs limbs, int threads) {
    if (limbs.limbs == 0 || limbs.columns == 0 ||
        limbs.values.size() != limbs.rows * limbs.columns * limbs.limbs)
        return programError(fmt::format("{} limbs were given for {} rows of {} coordinates of {}",
                                        limbs.values.size(), limbs.rows, limbs.columns, limbs.limbs));
    std::shared_ptr<ExtendedPoints> points(new ExtendedPoints(std::move(limbs)));
    parallelFor(points->rows(), 64, threads, [&](size_t begin, size_t end) {
        for (size_t i = begin; i < end; ++i)
            points->gaps_[i] = points->measureGap(i);
    });
    for (size_t i = 0; i < points->rows(); ++i)
        if (!(points->gaps_[i].m > 0))
            return inputError(fmt::format("row {} of the extended rows lies on or outside the rim", i),
                              "write them with enough digits to tell them from the rim");
    return std::shared_ptr<const ExtendedPoints>(std::move(points));
}

bool ExtendedPoints::operator==(const ExtendedPoints& other) const {
    return rows() == other.rows() && columns() == other.columns() && limbs() == other.limbs() &&
           limbs_.values == other.limbs_.values;
}

FixedPoint ExtendedPoints::coordinate(size_t row, size_t column) const {
    // From 64 limbs - 1 binary places to 64 limbs: the sign's limb moves before the point, then all is halved
    // into place.
    FixedPoint number(limbs());
    const size_t stride = rows() * columns();
    const uint64_t* x = at(row, column);
    uint64_t carry = 0;
    for (size_t k = 0; k < limbs(); ++k) {
        const uint64_t limb = x[(limbs() - 1 - k) * stride];
        number.limbs()[k] = limb << 1 | carry;
        carry = limb >> 63;
    }
    number.limbs().back() = carry ? ~uint64_t{0} : 0;
    return number;
}

ScaledDouble ExtendedPoints::measureGap(size_t row) const {
    // 1/4 of it in 128 limbs binary places, exactly.
    const size_t places = 2 * limbs();
    std::vector<uint64_t> sum(places + 1, 0);
    for (size_t j = 0; j < columns(); ++j) {
        // |x| < 2, so half of it has no whole part; the bit that half() drops is zero.
        FixedPoint half = coordinate(row, j).half();
        if (half.isNegative()) half = -half;
        addSquare(std::span(half.limbs()).first(limbs()), sum);
    }
    FixedPoint squares(places);
    squares.limbs() = std::move(sum);
    const ScaledDouble quarter = (FixedPoint(places, 0.25) - squares).scaled();
    return {quarter.m, quarter.exponent + 2};
}

ExtendedPoints::Leading ExtendedPoints::leadingOf(const uint64_t* x) const {
    const size_t stride = rows() * columns();
    Leading out{static_cast<int64_t>(*x), 1};
    while (out.limbs < limbs() && !isEnough(out.leading))
        out.leading = out.leading * (static_cast<SignedWide>(1) << 64) + x[out.limbs++ * stride];
    return out;
}

ExtendedPoints::Leading ExtendedPoints::leadingDifference(const uint64_t* x, const uint64_t* y) const {
    const size_t stride = rows() * columns();
    Leading out{static_cast<SignedWide>(static_cast<int64_t>(*x)) - static_cast<int64_t>(*y), 1};
    while (out.limbs < limbs() && !isEnough(out.leading)) {
        const size_t k = out.limbs++ * stride;
        out.leading = out.leading * (static_cast<SignedWide>(1) << 64) + x[k] - y[k];
    }
    return out;
}

ScaledDouble ExtendedPoints::squaredDistance(size_t i, size_t j) const {
    double sum = 0;
    size_t unit = limbs();
    const uint64_t *x = at(i, 0), *y = at(j, 0);
    for (size_t c = 0; c < columns(); ++c) {
        const Leading part = leadingDifference(x + c, y + c);
        const double value = static_cast<double>(part.leading);
        if (part.limbs < unit) {
            sum = unit - part.limbs < squaredLimbs.size() ? sum * squaredLimbs[unit - part.limbs] : 0;
            unit = part.limbs;
        }
        if (part.limbs - unit < squaredLimbs.size()) sum += value * value * squaredLimbs[part.limbs - unit];
    }
    return {sum, 2 - 128 * static_cast<int64_t>(unit)};
}

ScaledDouble ExtendedPoints::halfSinhSquared(size_t i, size_t j) const {
    const ScaledDouble squares = squaredDistance(i, j), &a = gaps_[i], &b = gaps_[j];
    return {squares.m / (a.m * b.m), squares.exponent - a.exponent - b.exponent};
}

double ExtendedPoints::distance(size_t i, size_t j) const {
    return fromHalfSinhSquared(halfSinhSquared(i, j));
}

double ExtendedPoints::radius(size_t i) const {
    double squares = 0;
    for (size_t j = 0; j < columns(); ++j) {
        const double x = coordinate(i, j).toDouble();
        squares += x * x;
    }
    return fromHalfSinhSquared({squares / gaps_[i].m, -gaps_[i].exponent});
}

std::shared_ptr<const ExtendedPoints> ExtendedPoints::subset(std::span<const size_t> rows) const {
    Limbs chosen{rows.size(), columns(), limbs(), {}};
    chosen.values.reserve(rows.size() * columns() * limbs());
    for (size_t l = 0; l < limbs(); ++l)
        for (const size_t row : rows) {
            const uint64_t* from = at(row, 0) + l * this->rows() * columns();
            chosen.values.insert(chosen.values.end(), from, from + columns());
        }
    std::shared_ptr<ExtendedPoints> points(new ExtendedPoints(std::move(chosen)));
    for (size_t i = 0; i < rows.size(); ++i)
        points->gaps_[i] = gaps_[rows[i]];
    return points;
}

}  // namespace horo
