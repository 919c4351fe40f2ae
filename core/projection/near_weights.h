// Weights between near rows: what UMAP and t-SNE draw.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "core/base/export.h"
#include "core/neighbors/neighbors.h"

namespace horo {

/// A symmetric matrix that is zero but between near rows; each pair stands in both rows.
struct NearWeights {
    std::vector<size_t> starts;     ///< n + 1
    std::vector<uint32_t> columns;  ///< of row i from starts[i] on, ascending
    std::vector<float> values;      ///< > 0

    size_t size() const { return starts.empty() ? 0 : starts.size() - 1; }
};

/// t-SNE's: for each row a Gaussian of its distances whose entropy is log(perplexity), p(j|i), then
/// (p(j|i) + p(i|j)) / 2n, which sums to 1 (van der Maaten & Hinton 2008). The perplexity is below k.
HOROCYCLE_EXPORT NearWeights perplexityWeights(const Neighbors& neighbors, double perplexity, int threads);

/// UMAP's: exp(-(d - nearest) / sigma) that sum to log2(k) over the k neighbors, then a + b - a b of both
/// directions (McInnes et al. 2018, section 3.1).
HOROCYCLE_EXPORT NearWeights fuzzyWeights(const Neighbors& neighbors, int threads);

}  // namespace horo
