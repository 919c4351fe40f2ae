// Counts the rows that are nearer to a query than given thresholds: the inner loop of the rank measures.
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/base/instruction_set.h"

namespace horo {

/// One query against one tile of rows. All distances are compared by a number that grows with them, the
/// ratio weight * |row - query|^2.
struct CountTile {
    static constexpr size_t blockRows = 8;

    const double* blocks;  ///< for each 8 rows: their 8 weights, then 8 numbers for each of `dim` columns
    size_t blockCount;
    size_t dim;
    const double* query;  ///< dim numbers
    double slack;         ///< bound on the error of |row - query|^2
    const double* lower;  ///< thresholds, ascending: a ratio below is certainly nearer
    const double* upper;  ///< thresholds, ascending: a ratio above is certainly farther
    size_t thresholds;
    double* low;      ///< out: least possible ratio of each row, 8 * blockCount numbers, 64-byte aligned
    double* high;     ///< out: largest possible ratio
    uint32_t* below;  ///< out: for each threshold, rows certainly nearer
    uint32_t* near;   ///< out: for each threshold, rows not certainly farther
};

/// Fills the tile's outputs and returns the first threshold that any row may be nearer than; `below` and
/// `near` are written from there on only. Rows with a weight of NaN count nowhere.
using CountKernel = size_t (*)(const CountTile&);

/// The kernel compiled for `set`, which this processor must have.
CountKernel countKernel(InstructionSet set);

}  // namespace horo
