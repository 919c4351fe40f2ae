// Included by distance_kernel_baseline.cpp, _avx2.cpp and _avx512.cpp, which set HOROCYCLE_KERNEL (a
// namespace). Uses no inline function of any library: the linker could keep the copy that was compiled for a
// newer processor. Plain loops of a fixed length, which the compiler turns into vector instructions.
#include "core/measure/distance_kernel.h"

namespace horo::HOROCYCLE_KERNEL {

void measureStrip(const DistanceStrip& strip);

namespace {

constexpr size_t block = 64;

/// log(1 + u) for u >= 0, after fdlibm's log1p (Sun Microsystems 1993) without its branches.
inline double logOfOnePlus(double u) {
    const double w = 1 + u;
    unsigned long long bits = __builtin_bit_cast(unsigned long long, w);
    // w = 2^k (1 + f) with 1 + f in [root of 1/2, root of 2)
    const unsigned long long k = (bits - 0x3FE6A09E667F3BCDull) >> 52;
    bits -= k << 52;
    const double power = __builtin_bit_cast(double, k | 0x4330000000000000ull) - 0x1p52;
    const double lost = (u < 1 ? u - (w - 1) : 1 - (w - u)) / w;
    const double f = k == 0 ? u : __builtin_bit_cast(double, bits) - 1;
    const double correction = k == 0 ? 0 : lost + power * 1.90821492927058770002e-10;
    const double half = 0.5 * f * f, s = f / (2 + f), z = s * s;
    const double rest =
        z * (6.666666666666735130e-01 +
             z * (3.999999999940941908e-01 +
                  z * (2.857142874366239149e-01 +
                       z * (2.222219843214978396e-01 +
                            z * (1.818357216161805012e-01 +
                                 z * (1.531383769920937332e-01 + z * 1.479819860511658591e-01))))));
    return power * 6.93147180369123816490e-01 - ((half - (s * (half + rest) + correction)) - f);
}

}  // namespace

void measureStrip(const DistanceStrip& strip) {
    double squares[block], result[block];
    for (size_t begin = 0; begin < strip.count; begin += block) {
        const size_t left = strip.count - begin, count = left < block ? left : block;
        for (size_t i = 0; i < block; ++i)
            squares[i] = 0;
        for (size_t j = 0; j < strip.dim; ++j) {
            const double* column = strip.columns + j * strip.stride + strip.first + begin;
            const double from = strip.query[j];
            for (size_t i = 0; i < count; ++i)
                squares[i] += (column[i] - from) * (column[i] - from);
        }
        if (strip.weights) {
            const double* weights = strip.weights + strip.first + begin;
            for (size_t i = 0; i < count; ++i)
                squares[i] *= weights[i] * strip.queryWeight;
            // 2 arsinh of the root of q = log(1 + 2 q + 2 root of q (1 + q))
            for (size_t i = 0; i < block; ++i)
                result[i] = strip.scale *
                            logOfOnePlus(2 * squares[i] + 2 * __builtin_sqrt(squares[i] * (1 + squares[i])));
        } else {
            for (size_t i = 0; i < block; ++i)
                result[i] = __builtin_sqrt(squares[i]);
        }
        for (size_t i = 0; i < count; ++i)
            strip.out[begin + i] = result[i];
    }
}

}  // namespace horo::HOROCYCLE_KERNEL
