// Approximate neighbors of very many rows.
#pragma once

#include "core/neighbors/neighbors.h"

namespace horo {

/// Answers of a navigable small world graph (HNSW; Malkov & Yashunin 2020) with M = 16 and 200 candidates
/// while it is built, 2 k (at least 100) while it is asked. Distances of what it finds are exact. On one
/// thread the same seed gives the same answers; not on more. Errors: rows that are not usable or lie on a
/// product of manifolds, stopped.
HOROCYCLE_EXPORT Result<Neighbors> approximateNeighbors(const Embedding& embedding, const Embedding* queries,
                                                        const SearchOptions& options, uint64_t seed);

/// Share of the nearest rows that an approximate search found: over `sample` queries drawn by the seed,
/// searched exactly.
HOROCYCLE_EXPORT Result<double> measuredRecall(const Embedding& embedding, const Embedding* queries,
                                               const Neighbors& found, const SearchOptions& options,
                                               size_t sample, uint64_t seed);

}  // namespace horo
