#include "core/geometry/fixed_point.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace horo {

namespace {

/// Bits that a double start of Newton's iteration is good for, with room for its rounding.
constexpr size_t startBits = 48;

FixedPoint absolute(const FixedPoint& a) {
    return a.isNegative() ? -a : a;
}

/// Places that hold `bits` correct ones, and one more.
size_t placesFor(size_t bits, size_t most) {
    return std::min(most, bits / 64 + 2);
}

}  // namespace

FixedPoint::FixedPoint(size_t places, ScaledDouble value) : FixedPoint(places) {
    if (value.m == 0) return;
    int exponent = 0;
    const double mantissa = std::frexp(std::abs(value.m), &exponent);
    const auto whole = static_cast<uint64_t>(std::ldexp(mantissa, 53));
    // whole * 2^shift counted in last places
    const int64_t shift = value.exponent + exponent - 53 + 64 * static_cast<int64_t>(places);
    if (shift <= -53) return;
    if (shift < 0) {
        limbs_[0] = whole >> -shift;
    } else {
        const size_t limb = static_cast<size_t>(shift) / 64, bit = static_cast<size_t>(shift) % 64;
        if (limb < limbs_.size()) limbs_[limb] = whole << bit;
        if (bit > 0 && limb + 1 < limbs_.size()) limbs_[limb + 1] = whole >> (64 - bit);
    }
    if (value.m < 0) *this = -*this;
}

bool FixedPoint::isZero() const {
    return std::ranges::all_of(limbs_, [](uint64_t limb) { return limb == 0; });
}

FixedPoint& FixedPoint::operator+=(const FixedPoint& other) {
    uint64_t carry = 0;
    for (size_t i = 0; i < limbs_.size(); ++i) {
        const Wide sum = static_cast<Wide>(limbs_[i]) + other.limbs_[i] + carry;
        limbs_[i] = static_cast<uint64_t>(sum);
        carry = static_cast<uint64_t>(sum >> 64);
    }
    return *this;
}

FixedPoint& FixedPoint::operator-=(const FixedPoint& other) {
    uint64_t borrow = 0;
    for (size_t i = 0; i < limbs_.size(); ++i) {
        const Wide difference = static_cast<Wide>(limbs_[i]) - other.limbs_[i] - borrow;
        limbs_[i] = static_cast<uint64_t>(difference);
        borrow = static_cast<uint64_t>(difference >> 64) & 1;
    }
    return *this;
}

FixedPoint FixedPoint::operator-() const {
    return FixedPoint(places()) -= *this;
}

FixedPoint operator*(const FixedPoint& a, const FixedPoint& b) {
    const FixedPoint x = absolute(a), y = absolute(b);
    const size_t places = a.places(), limbs = places + 1;
    // Column c counts 2^(64 (c - 2 places)). Those below places - 2 together are less than one last place.
    const size_t first = places - std::min<size_t>(places, 2);
    std::vector<uint64_t> product(2 * limbs, 0);
    for (size_t i = 0; i < limbs; ++i) {
        const uint64_t factor = x.limbs_[i];
        if (factor == 0) continue;
        uint64_t carry = 0;
        for (size_t j = first > i ? first - i : 0; j < limbs; ++j) {
            const Wide sum = static_cast<Wide>(factor) * y.limbs_[j] + product[i + j] + carry;
            product[i + j] = static_cast<uint64_t>(sum);
            carry = static_cast<uint64_t>(sum >> 64);
        }
        product[i + limbs] = carry;
    }
    FixedPoint result(places);
    std::copy_n(product.begin() + static_cast<std::ptrdiff_t>(places), limbs, result.limbs_.begin());
    return a.isNegative() != b.isNegative() ? -result : result;
}

FixedPoint FixedPoint::withPlaces(size_t places) const {
    FixedPoint result(places);
    const size_t shared = std::min(limbs_.size(), result.limbs_.size());
    std::copy_n(limbs_.rbegin(), shared, result.limbs_.rbegin());
    return result;
}

FixedPoint FixedPoint::half() const {
    FixedPoint result(places());
    for (size_t i = 0; i + 1 < limbs_.size(); ++i)
        result.limbs_[i] = limbs_[i] >> 1 | limbs_[i + 1] << 63;
    result.limbs_.back() = static_cast<uint64_t>(static_cast<int64_t>(limbs_.back()) >> 1);
    return result;
}

ScaledDouble FixedPoint::scaled() const {
    const FixedPoint value = absolute(*this);
    size_t top = value.limbs_.size();
    while (top > 0 && value.limbs_[top - 1] == 0)
        --top;
    if (top == 0) return {};
    const auto limb = [&](size_t i) -> Wide { return top >= i ? value.limbs_[top - i] : 0; };
    // Three limbs hold 128 leading bits whatever the first one begins with.
    const auto zeros = static_cast<unsigned>(std::countl_zero(value.limbs_[top - 1]));
    Wide leading = (limb(1) << 64 | limb(2)) << zeros;
    if (zeros > 0) leading |= limb(3) >> (64 - zeros);
    const double m = std::ldexp(static_cast<double>(leading), -127);
    const int64_t exponent = 127 - static_cast<int64_t>(zeros) +
                             64 * (static_cast<int64_t>(top) - 2 - static_cast<int64_t>(places()));
    return {isNegative() ? -m : m, exponent};
}

double FixedPoint::toDouble() const {
    const ScaledDouble value = scaled();
    return std::ldexp(value.m, static_cast<int>(std::max<int64_t>(value.exponent, -2000)));
}

FixedPoint reciprocal(const FixedPoint& a) {
    FixedPoint x(std::min<size_t>(a.places(), 2), 1 / a.toDouble());
    for (size_t bits = startBits; bits < (a.places() + 1) * 64; bits *= 2) {
        const size_t places = placesFor(2 * bits, a.places());
        x = x.withPlaces(places);
        x += x * (FixedPoint(places, 1.0) - a.withPlaces(places) * x);
    }
    return x;
}

FixedPoint reciprocalRoot(const FixedPoint& a) {
    FixedPoint x(std::min<size_t>(a.places(), 2), 1 / std::sqrt(a.toDouble()));
    for (size_t bits = startBits; bits < (a.places() + 1) * 64; bits *= 2) {
        const size_t places = placesFor(2 * bits, a.places());
        x = x.withPlaces(places);
        x += (x * (FixedPoint(places, 1.0) - a.withPlaces(places) * (x * x))).half();
    }
    return x;
}

}  // namespace horo
