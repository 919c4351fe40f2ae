// The inner loop of taxonomy training: one gradient step for each of many pairs.
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/base/export.h"
#include "core/base/instruction_set.h"

namespace horo {

/// Where rows live and how they step.
enum class StepGeometry {
    Euclidean,       ///< distance |u - v|
    BallRetraction,  ///< Poincare ball; the Riemannian gradient is added to the row
    BallExponential  ///< Poincare ball; the row moves along its geodesic (RSGD of the Lorentz model)
};

/// A table and the pairs to train on. The objective of one pair, with candidates c_0 (the ancestor) to c_m
/// (strangers): d(u, c_0) + log sum_k exp(-d(u, c_k)). All gradients are taken at the table as it is when the
/// pair's turn comes. A candidate moves by at most `rate`, u by at most 1 (hyperbolic length).
template <class T>
struct PairWork {
    T* table;               ///< rows begin on cache lines; what pads them is zero
    size_t stride;          ///< numbers from row to row, a multiple of 64 bytes
    size_t dim;             ///< numbers of a row
    const uint32_t* nodes;  ///< for each pair: u, then its candidates, the ancestor first
    size_t pairs;           ///< number of pairs
    size_t candidates;      ///< of each pair, at least 2
    T rate;                 ///< learning rate of a pair
    T leastGap;             ///< rows with 1 - |x|^2 below are brought back there (ball only)
    T* scratch;             ///< scratchSize(candidates) numbers on a cache line

    static constexpr size_t padded(size_t candidates) { return (candidates + 15) / 16 * 16; }
    static constexpr size_t scratchSize(size_t candidates) { return 8 * padded(candidates); }
};

/// Steps through the pairs and returns the sum of their losses before each step, in nats.
///
/// Several threads may run it on one table without any lock (Hogwild; Recht et al. 2011). They then read rows
/// that others are writing: a number may be a little old, never torn, since rows are written in aligned
/// vectors of whole numbers. To the language this is a data race; the files that hold the kernel are
/// therefore built without the thread sanitizer, and everything else reads the table only while no kernel
/// runs.
template <class T>
using PairKernel = double (*)(const PairWork<T>&);

/// The kernel compiled for `set`, which this processor must have.
template <class T>
PairKernel<T> pairKernel(StepGeometry geometry, InstructionSet set);

extern template HOROCYCLE_EXPORT PairKernel<float> pairKernel<float>(StepGeometry, InstructionSet);
extern template HOROCYCLE_EXPORT PairKernel<double> pairKernel<double>(StepGeometry, InstructionSet);

}  // namespace horo
