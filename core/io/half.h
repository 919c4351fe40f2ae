// Numbers of 16 bits (IEEE 754 binary16).
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>

namespace horo {

inline double halfToDouble(uint16_t half) {
    const int exponent = half >> 10 & 31;
    const double mantissa = half & 1023;
    const double sign = half >> 15 ? -1 : 1;
    if (exponent == 31)
        return mantissa != 0 ? std::numeric_limits<double>::quiet_NaN()
                             : sign * std::numeric_limits<double>::infinity();
    return sign * (exponent == 0 ? std::ldexp(mantissa, -24) : std::ldexp(1024 + mantissa, exponent - 25));
}

}  // namespace horo
