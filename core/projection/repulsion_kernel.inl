// Included by repulsion_kernel_baseline.cpp, _avx2.cpp and _avx512.cpp, which set HOROCYCLE_KERNEL (a
// namespace) and HOROCYCLE_VECTOR_BYTES. Uses no inline function of any library: the linker could keep the
// copy that was compiled for a newer processor.
#include "core/projection/repulsion_kernel.h"

namespace horo::HOROCYCLE_KERNEL {

template <size_t dim>
void repel(const RepulsionTile& tile);

namespace {

typedef float Lanes __attribute__((vector_size(HOROCYCLE_VECTOR_BYTES)));
constexpr size_t lanes = sizeof(Lanes) / sizeof(float);

float sum(Lanes values) {
    float total = 0;
    for (size_t i = 0; i < lanes; ++i)
        total += values[i];
    return total;
}

const Lanes& at(const float* numbers, size_t i) {
    return *reinterpret_cast<const Lanes*>(numbers + i);
}

}  // namespace

template <size_t dim>
void repel(const RepulsionTile& tile) {
    for (size_t p = 0; p < tile.pointCount; ++p) {
        Lanes forces[dim] = {}, sums = {};
        for (size_t b = 0; b < tile.count; b += lanes) {
            Lanes differences[dim], squared = Lanes{} + 1.0f;
            for (size_t j = 0; j < dim; ++j) {
                differences[j] = tile.points[j][p] - at(tile.bodies[j], b);
                squared += differences[j] * differences[j];
            }
            const Lanes q = 1.0f / squared, weighted = q * at(tile.masses, b);
            sums += weighted;
            for (size_t j = 0; j < dim; ++j)
                forces[j] += weighted * q * differences[j];
        }
        tile.sums[p] += sum(sums);
        for (size_t j = 0; j < dim; ++j)
            tile.forces[j][p] += sum(forces[j]);
    }
}

template void repel<2>(const RepulsionTile&);
template void repel<3>(const RepulsionTile&);

}  // namespace horo::HOROCYCLE_KERNEL
