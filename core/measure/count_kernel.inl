// Included by count_kernel_baseline.cpp, _avx2.cpp and _avx512.cpp, which set HOROCYCLE_KERNEL (a
// namespace) and HOROCYCLE_VECTOR_BYTES. Uses no inline function of any library: the linker could keep the
// copy that was compiled for a newer processor.
#include "core/measure/count_kernel.h"

namespace horo::HOROCYCLE_KERNEL {

size_t countTile(const CountTile& tile);

namespace {

typedef double Lanes __attribute__((vector_size(HOROCYCLE_VECTOR_BYTES)));
typedef long long Counts __attribute__((vector_size(HOROCYCLE_VECTOR_BYTES)));
constexpr size_t lanes = sizeof(Lanes) / sizeof(double);
constexpr size_t vectorsPerBlock = CountTile::blockRows / lanes;

/// Writes the ratios and returns the least.
double ratios(const CountTile& tile) {
    Lanes least = Lanes{} + __builtin_inf();
    const size_t stride = (tile.dim + 1) * vectorsPerBlock;
    const Lanes* block = reinterpret_cast<const Lanes*>(tile.blocks);
    Lanes* low = reinterpret_cast<Lanes*>(tile.low);
    Lanes* high = reinterpret_cast<Lanes*>(tile.high);
    for (size_t b = 0; b < tile.blockCount; ++b, block += stride) {
        for (size_t v = 0; v < vectorsPerBlock; ++v) {
            Lanes squares{};
            const Lanes* column = block + vectorsPerBlock + v;
            for (size_t j = 0; j < tile.dim; ++j, column += vectorsPerBlock) {
                const Lanes difference = *column - tile.query[j];
                squares += difference * difference;
            }
            const Lanes nearest = (squares - tile.slack) * block[v];
            *low++ = nearest;
            *high++ = (squares + tile.slack) * block[v];
            least = nearest < least ? nearest : least;
        }
    }
    double result = least[0];
    for (size_t i = 1; i < lanes; ++i)
        result = least[i] < result ? least[i] : result;
    return result;
}

uint32_t sum(Counts counts) {
    long long total = 0;
    for (size_t i = 0; i < lanes; ++i)
        total += counts[i];
    return static_cast<uint32_t>(-total);
}

}  // namespace

size_t countTile(const CountTile& tile) {
    const double least = ratios(tile);
    size_t first = 0;
    while (first < tile.thresholds && tile.upper[first] < least)
        ++first;
    const Lanes* low = reinterpret_cast<const Lanes*>(tile.low);
    const Lanes* high = reinterpret_cast<const Lanes*>(tile.high);
    const size_t vectors = tile.blockCount * vectorsPerBlock;
    for (size_t k = first; k < tile.thresholds; ++k) {
        const Lanes lower = Lanes{} + tile.lower[k], upper = Lanes{} + tile.upper[k];
        Counts below{}, near{};
        for (size_t i = 0; i < vectors; ++i) {
            below += (Counts)(high[i] < lower);
            near += (Counts)(low[i] <= upper);
        }
        tile.below[k] = sum(below);
        tile.near[k] = sum(near);
    }
    return first;
}

}  // namespace horo::HOROCYCLE_KERNEL
