// Included by quadruple_kernel_baseline.cpp, _avx2.cpp and _avx512.cpp, which set HOROCYCLE_KERNEL (a
// namespace) and HOROCYCLE_VECTOR_BYTES. Uses no inline function of any library: the linker could keep the
// copy that was compiled for a newer processor.
#include "core/measure/quadruple_kernel.h"

namespace horo::HOROCYCLE_KERNEL {

QuadrupleSums quadruples(const QuadrupleTile& tile);

namespace {

typedef double Lanes __attribute__((vector_size(HOROCYCLE_VECTOR_BYTES)));
typedef long long Places __attribute__((vector_size(HOROCYCLE_VECTOR_BYTES)));
constexpr size_t lanes = sizeof(Lanes) / sizeof(double);

Lanes greater(Lanes a, Lanes b) {
    return a > b ? a : b;
}
Lanes lesser(Lanes a, Lanes b) {
    return a < b ? a : b;
}
#ifdef __FMA__
Lanes plus(Lanes a, Lanes one, Lanes b) {
    return a * one + b;
}
#else
Lanes plus(Lanes a, Lanes, Lanes b) {
    return a + b;
}
#endif

}  // namespace

QuadrupleSums quadruples(const QuadrupleTile& tile) {
    const double* fromI = tile.distances + tile.i * tile.stride;
    const double* fromJ = tile.distances + tile.j * tile.stride;
    const Lanes* rowI = reinterpret_cast<const Lanes*>(fromI);
    const Lanes* rowJ = reinterpret_cast<const Lanes*>(fromJ);
    const Lanes one = Lanes{} + tile.one, ij = Lanes{} + fromI[tile.j];
    Places place{};
    for (size_t q = 0; q < lanes; ++q)
        place[q] = static_cast<long long>(q);
    Lanes sum{}, largest{};
    for (size_t k = tile.firstK; k < tile.endK; ++k) {
        const Lanes* rowK = reinterpret_cast<const Lanes*>(tile.distances + k * tile.stride);
        const Lanes ik = Lanes{} + fromI[k], jk = Lanes{} + fromJ[k];
        const auto excess = [&](size_t v) {
            const Lanes a = plus(rowK[v], one, ij), b = plus(rowJ[v], one, ik), c = plus(rowI[v], one, jk);
            const Lanes high = greater(a, b), low = lesser(a, b);
            const Lanes second = greater(low, lesser(high, c));
            return plus(greater(high, c), one, -second);
        };
        const size_t whole = k / lanes;
        for (size_t v = 0; v < whole; ++v) {
            const Lanes e = excess(v);
            sum = plus(e, one, sum);
            largest = greater(largest, e);
        }
        if (whole * lanes == k) continue;
        const Lanes e = place < static_cast<long long>(k - whole * lanes) ? excess(whole) : Lanes{};
        sum += e;
        largest = greater(largest, e);
    }
    QuadrupleSums sums{0, 0};
    for (size_t q = 0; q < lanes; ++q) {
        sums.sum += sum[q];
        sums.largest = largest[q] > sums.largest ? largest[q] : sums.largest;
    }
    return sums;
}

}  // namespace horo::HOROCYCLE_KERNEL
