#include "core/measure/rough_rows.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace horo {

RoughRows::RoughRows(const ExtendedPoints& points) : rows_(points.rows()), columns_(points.columns()) {
    values_.resize(rows_ * columns_);
    for (size_t i = 0; i < rows_; ++i) {
        for (size_t j = 0; j < columns_; ++j)
            values_[j * rows_ + i] = points.coordinate(i, j).toDouble();
        gapExponents_.push_back(points.gap(i).exponent + std::ilogb(points.gap(i).m) + 1);
    }
}

void RoughRows::near(size_t query, ScaledDouble limit, size_t begin, size_t end,
                     std::vector<uint32_t>& out) const {
    // Each difference is off by 2^-51 at most, and (a - e)^2 >= a^2 / 2 - e^2. So |x - y|^2 is at least
    // `least`; a row is far where least / (gap(x) gap(y)) > limit, for which the exponents are compared.
    const double slack = static_cast<double>(columns_) * 0x1p-102;
    const int64_t bound =
        limit.exponent + (limit.m > 0 ? std::ilogb(limit.m) : -1000) + 1 + gapExponents_[query];
    constexpr int64_t bias = 1023;
    constexpr size_t block = 64;
    std::array<double, block> squares;
    std::array<int64_t, block> exponents;
    for (size_t first = begin; first < end; first += block) {
        const size_t count = std::min(block, end - first);
        squares.fill(0);
        for (size_t j = 0; j < columns_; ++j) {
            const double* column = values_.data() + j * rows_ + first;
            const double from = values_[j * rows_ + query];
            for (size_t i = 0; i < count; ++i) {
                const double difference = column[i] - from;
                squares[i] += difference * difference;
            }
        }
        // Of a number that is not positive this is far below any bound.
        for (size_t i = 0; i < count; ++i) {
            const double least = 0.49 * squares[i] - slack;
            exponents[i] = (std::bit_cast<int64_t>(least) >> 52) - bias - gapExponents_[first + i];
        }
        for (size_t i = 0; i < count; ++i)
            if (exponents[i] < bound || squares[i] * 0.49 <= slack)
                out.push_back(static_cast<uint32_t>(first + i));
    }
}

}  // namespace horo
