// The nearest rows of many rows.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "core/base/instruction_set.h"
#include "core/data/embedding.h"

namespace horo {

/// For each query its k nearest rows, nearest first, equally near rows in row order.
struct Neighbors {
    size_t queries = 0, k = 0;
    std::vector<uint32_t> rows;     ///< queries x k
    std::vector<double> distances;  ///< queries x k, the manifold's own

    std::span<const uint32_t> rowsOf(size_t query) const { return {rows.data() + query * k, k}; }
    std::span<const double> distancesOf(size_t query) const { return {distances.data() + query * k, k}; }
};

struct SearchOptions {
    size_t k = 15;  ///< as many as there are where there are fewer
    int threads = 1;
    std::function<bool(double share)> keepGoing = [](double) { return true; };
    InstructionSet set = bestInstructionSet();
};

/// The nearest rows of each row, itself left out: what a comparison of all distances in double precision
/// gives. Rows are first compared by products in single precision, whose error is bounded; what lies within
/// the bound is decided by the manifold's distance. Products of manifolds and extended rows are compared
/// distance by distance. Time: rows^2 x columns / 2 multiply-adds. Errors: rows that are not usable, stopped.
HOROCYCLE_EXPORT Result<Neighbors> nearestNeighbors(const Embedding& embedding, const SearchOptions& options);

/// The nearest rows of each query, which lies in the same manifold; rows with the id of the query count like
/// all others. Errors as above; the widths or manifolds differ.
HOROCYCLE_EXPORT Result<Neighbors> nearestNeighbors(const Embedding& embedding, const Embedding& queries,
                                                    const SearchOptions& options);

}  // namespace horo
