// The four-point condition over many quadruples: the inner loop of the exact delta.
#pragma once

#include <cstddef>

#include "core/base/instruction_set.h"

namespace horo {

/// The quadruples l < k < j < i with fixed i and j and `firstK` <= k < `endK` <= j.
struct QuadrupleTile {
    const double* distances;  ///< symmetric matrix, each row 64-byte aligned
    size_t stride;            ///< numbers from row to row, a multiple of 8
    size_t i, j;
    size_t firstK, endK;
    /// Must be 1. A multiplication by a number that the compiler does not know lets the sums run in the
    /// multiply-add units while the others take minima and maxima: 1.6 times as fast, the same bits.
    double one;
};

/// Of largest minus second largest of the three pair sums, which is twice the delta of a quadruple.
struct QuadrupleSums {
    double sum, largest;
};

using QuadrupleKernel = QuadrupleSums (*)(const QuadrupleTile&);

/// The kernel compiled for `set`, which this processor must have.
QuadrupleKernel quadrupleKernel(InstructionSet set);

}  // namespace horo
