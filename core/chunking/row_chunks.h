// Chunks of a row of vectors: H-Net's router, and merging the two neighbours that are most alike.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "core/base/export.h"

namespace horo {

/// n rows of d numbers, row by row.
struct Rows {
    size_t count = 0, columns = 0;
    std::vector<double> values;
    std::span<const double> row(size_t i) const { return {values.data() + i * columns, columns}; }
};

/// Cosine of two vectors; 0 where one of them has no length.
HOROCYCLE_EXPORT double cosine(std::span<const double> a, std::span<const double> b);

/// Maps for the row before and for the row itself, d x d row by row and applied as x W^T; empty = identity,
/// as which H-Net's training starts.
struct Router {
    std::vector<double> query, key;
};

/// Probability that a chunk starts at each row, (1 - cos(Wq x[t-1], Wk x[t])) / 2; 1 for the first (Hwang,
/// Wang & Gu 2025). None: `keepGoing` said no.
HOROCYCLE_EXPORT std::optional<std::vector<double>> boundaryProbabilities(
    const Rows& rows, const Router& router, const std::function<bool()>& keepGoing);

/// Rows that start a chunk: the first, and those with a probability strictly above `threshold`.
HOROCYCLE_EXPORT std::vector<size_t> chunkStarts(std::span<const double> probabilities, double threshold);

/// z[k] = p[k] h[k] + (1 - p[k]) z[k-1] over the rows that start a chunk, z[0] = h[0]; p is held within 1e-4
/// of 0 and 1.
HOROCYCLE_EXPORT Rows smoothed(const Rows& chunks, std::span<const double> probabilities);

/// H-Net's loss for a target of N rows a chunk, N > 1: N / (N - 1) ((N - 1) F G + (1 - F) (1 - G)) with F =
/// share of rows that start a chunk, G = mean probability. 1 where F = G = 1/N.
HOROCYCLE_EXPORT double ratioLoss(double share, double meanProbability, double target);

/// One merge of two neighbours: rows [start, middle) and [middle, end), and the cosine of their vectors.
struct RowMerge {
    size_t start = 0, middle = 0, end = 0;
    double cosine = 0;
};
/// Merges the two neighbours with the highest cosine until one is left, n - 1 merges in their order; the
/// vector of a pair is the mean of the two. Of equal cosines the leftmost is taken. None: `keepGoing` said
/// no.
HOROCYCLE_EXPORT std::optional<std::vector<RowMerge>> mergeTree(const Rows& rows,
                                                                const std::function<bool()>& keepGoing);

}  // namespace horo
