// Numbers with as many binary places as asked for, for points so near the rim that doubles cannot hold them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/export.h"

namespace horo {

__extension__ using Wide = unsigned __int128;
__extension__ using SignedWide = __int128;

/// m * 2^exponent: a double whose exponent never runs out. Zero has m = 0.
struct ScaledDouble {
    double m = 0;
    int64_t exponent = 0;
};

/// A number in (-2^62, 2^62) with 64 * places binary places in two's complement. Sums are exact; products and
/// reciprocals are off by a few units of the last place. Operands of one operation have the same places.
/// Written here since nothing more is needed and a library of big numbers would be one more package.
class HOROCYCLE_EXPORT FixedPoint {
public:
    explicit FixedPoint(size_t places) : limbs_(places + 1, 0) {}
    /// `value` to the last place, rounded down.
    FixedPoint(size_t places, double value) : FixedPoint(places, ScaledDouble{value, 0}) {}
    FixedPoint(size_t places, ScaledDouble value);

    /// Limbs behind the point, 64 binary places each.
    size_t places() const { return limbs_.size() - 1; }
    /// places() + 1 limbs, the least significant first; the last one holds sign and whole part.
    const std::vector<uint64_t>& limbs() const { return limbs_; }
    std::vector<uint64_t>& limbs() { return limbs_; }
    bool isNegative() const { return static_cast<int64_t>(limbs_.back()) < 0; }
    bool isZero() const;

    FixedPoint& operator+=(const FixedPoint& other);
    FixedPoint& operator-=(const FixedPoint& other);
    FixedPoint operator-() const;
    friend FixedPoint operator+(FixedPoint a, const FixedPoint& b) { return a += b; }
    friend FixedPoint operator-(FixedPoint a, const FixedPoint& b) { return a -= b; }
    friend HOROCYCLE_EXPORT FixedPoint operator*(const FixedPoint& a, const FixedPoint& b);

    /// With more places (exact) or fewer (rounded down).
    FixedPoint withPlaces(size_t places) const;
    /// Half of it, rounded down.
    FixedPoint half() const;
    /// To the precision of a double, m in [1, 2) or (-2, -1].
    ScaledDouble scaled() const;
    double toDouble() const;

private:
    std::vector<uint64_t> limbs_;
};

/// 1 / a by Newton's iteration. a > 2^-50.
HOROCYCLE_EXPORT FixedPoint reciprocal(const FixedPoint& a);
/// 1 / sqrt(a) by Newton's iteration, a within 1 +- 1e-3.
HOROCYCLE_EXPORT FixedPoint reciprocalRoot(const FixedPoint& a);

}  // namespace horo
