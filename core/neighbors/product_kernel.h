// Inner products of many rows with many rows: the inner loop of searching neighbors and of principal
// components.
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/base/export.h"
#include "core/base/instruction_set.h"

namespace horo {

/// Some rows on the left, some on the right, both packed in blocks: for each block, for each column, the
/// numbers of its rows. Rows that fill up the last block may hold anything finite.
template <class Number>
struct ProductTile {
    const Number* left;   ///< leftBlocks blocks of ProductKernel::leftRows rows
    const Number* right;  ///< rightBlocks blocks of ProductKernel::rightRows rows
    size_t leftBlocks, rightBlocks, columns;
    Number* out;    ///< out[i * stride + j] becomes left row i times right row j
    size_t stride;  ///< at least the right rows
};

/// Columns are summed one after the other in runs of `run`, then the sums of runs.
template <class Number>
struct ProductKernel {
    static constexpr size_t run = 256;
    static constexpr size_t leftRows = 6;
    size_t rightRows;  ///< two vectors of this instruction set
    void (*multiply)(const ProductTile<Number>&);
};

/// Products of rows become keys that order their distances,
/// leftWeight rightWeight (leftSquare + rightSquare - 2 product).
struct KeyTile {
    float* products;  ///< in: products, out: keys
    size_t stride, rows, columns;
    const float *leftSquares, *leftWeights, *leftLimits;     ///< of each row
    const float *rightSquares, *rightWeights, *rightLimits;  ///< of each column
    uint32_t* hits;  ///< out: row * columns + column of the keys below either limit; room for all
};

/// Returns the number of hits. `columns` is a multiple of 32.
using KeyKernel = size_t (*)(const KeyTile&);

/// |x - y|^2 of two rows; `columns` is a multiple of 16.
using SeparationKernel = float (*)(const float* x, const float* y, size_t columns);

/// The kernels compiled for `set`, which this processor must have.
template <class Number>
ProductKernel<Number> productKernel(InstructionSet set);
HOROCYCLE_EXPORT KeyKernel keyKernel(InstructionSet set);
HOROCYCLE_EXPORT SeparationKernel separationKernel(InstructionSet set);

extern template HOROCYCLE_EXPORT ProductKernel<float> productKernel<float>(InstructionSet);
extern template HOROCYCLE_EXPORT ProductKernel<double> productKernel<double>(InstructionSet);

}  // namespace horo
