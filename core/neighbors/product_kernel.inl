// Included by product_kernel_baseline.cpp, _avx2.cpp and _avx512.cpp, which set HOROCYCLE_KERNEL (a
// namespace) and HOROCYCLE_VECTOR_BYTES. Uses no inline function of any library: the linker could keep the
// copy that was compiled for a newer processor.
#include "core/neighbors/product_kernel.h"

namespace horo::HOROCYCLE_KERNEL {

template <class Number>
void multiply(const ProductTile<Number>& tile);
size_t keys(const KeyTile& tile);
float separation(const float* x, const float* y, size_t columns);

namespace {

template <class Number>
struct Vector {
    typedef Number Lanes __attribute__((vector_size(HOROCYCLE_VECTOR_BYTES)));
    static constexpr size_t lanes = HOROCYCLE_VECTOR_BYTES / sizeof(Number);
};

/// One block of the left by one of the right, over some columns. Twelve sums fit into sixteen registers and
/// hide the latency of multiply-add. On the way from cache to sums the blocks are read once each.
template <class Number>
void multiplyBlock(const Number* left, const Number* right, size_t columns, bool add, Number* out,
                   size_t stride) {
    using Lanes = typename Vector<Number>::Lanes;
    constexpr size_t lanes = Vector<Number>::lanes, rows = ProductKernel<Number>::leftRows;
    Lanes sums[rows][2] = {};
    for (size_t j = 0; j < columns; ++j, left += rows, right += 2 * lanes) {
        const Lanes a = *reinterpret_cast<const Lanes*>(right);
        const Lanes b = *reinterpret_cast<const Lanes*>(right + lanes);
#pragma GCC unroll 6
        for (size_t i = 0; i < rows; ++i) {
            sums[i][0] += a * left[i];
            sums[i][1] += b * left[i];
        }
    }
#pragma GCC unroll 6
    for (size_t i = 0; i < rows; ++i) {
        Lanes* to = reinterpret_cast<Lanes*>(out + i * stride);
        to[0] = add ? to[0] + sums[i][0] : sums[i][0];
        to[1] = add ? to[1] + sums[i][1] : sums[i][1];
    }
}

typedef float Floats __attribute__((vector_size(HOROCYCLE_VECTOR_BYTES)));
typedef int Mask __attribute__((vector_size(HOROCYCLE_VECTOR_BYTES)));
typedef long long Words __attribute__((vector_size(HOROCYCLE_VECTOR_BYTES)));
constexpr size_t lanes = sizeof(Floats) / sizeof(float);
constexpr size_t keysAtOnce = 32;

bool any(Mask mask) {
    const Words words = (Words)mask;
    long long all = 0;
    for (size_t i = 0; i < sizeof(Words) / sizeof(long long); ++i)
        all |= words[i];
    return all != 0;
}

}  // namespace

template <class Number>
void multiply(const ProductTile<Number>& tile) {
    constexpr size_t leftRows = ProductKernel<Number>::leftRows, run = ProductKernel<Number>::run;
    constexpr size_t rightRows = 2 * Vector<Number>::lanes;
    for (size_t first = 0; first < tile.columns; first += run) {
        const size_t columns = tile.columns - first < run ? tile.columns - first : run;
        for (size_t r = 0; r < tile.rightBlocks; ++r) {
            const Number* right = tile.right + (r * tile.columns + first) * rightRows;
            for (size_t l = 0; l < tile.leftBlocks; ++l)
                multiplyBlock(tile.left + (l * tile.columns + first) * leftRows, right, columns, first > 0,
                              tile.out + l * leftRows * tile.stride + r * rightRows, tile.stride);
        }
    }
}

template void multiply(const ProductTile<float>&);
template void multiply(const ProductTile<double>&);

size_t keys(const KeyTile& tile) {
    size_t hits = 0;
    for (size_t i = 0; i < tile.rows; ++i) {
        float* row = tile.products + i * tile.stride;
        const Floats square = Floats{} + tile.leftSquares[i], weight = Floats{} + tile.leftWeights[i];
        const Floats limit = Floats{} + tile.leftLimits[i];
        for (size_t j = 0; j < tile.columns; j += keysAtOnce) {
            Mask below = {};
            for (size_t v = j; v < j + keysAtOnce; v += lanes) {
                Floats* to = reinterpret_cast<Floats*>(row + v);
                const Floats key =
                    (square + *reinterpret_cast<const Floats*>(tile.rightSquares + v) - 2.0f * *to) *
                    (weight * *reinterpret_cast<const Floats*>(tile.rightWeights + v));
                *to = key;
                below |= (Mask)(key < limit) |
                         (Mask)(key < *reinterpret_cast<const Floats*>(tile.rightLimits + v));
            }
            if (!any(below)) continue;
            for (size_t k = j; k < j + keysAtOnce; ++k)
                if (row[k] < tile.leftLimits[i] || row[k] < tile.rightLimits[k])
                    tile.hits[hits++] = static_cast<uint32_t>(i * tile.columns + k);
        }
    }
    return hits;
}

float separation(const float* x, const float* y, size_t columns) {
    Floats sums = {};
    for (size_t j = 0; j < columns; j += lanes) {
        Floats from, to;  // the graph does not keep its rows on cache lines
        __builtin_memcpy(&from, x + j, sizeof(Floats));
        __builtin_memcpy(&to, y + j, sizeof(Floats));
        sums += (from - to) * (from - to);
    }
    float sum = 0;
    for (size_t i = 0; i < lanes; ++i)
        sum += sums[i];
    return sum;
}

}  // namespace horo::HOROCYCLE_KERNEL
