// The layout of UMAP: near rows attract each other, drawn rows repel.
#pragma once

#include <functional>
#include <vector>

#include "core/base/export.h"
#include "core/projection/near_weights.h"

namespace horo {

/// 1 / (1 + a d^2b), the similarity of points at distance d: the least squares fit to 1 up to `minimum`
/// and exp(-(d - minimum) / spread) beyond (McInnes et al. 2018, definition 11).
struct HOROCYCLE_EXPORT SimilarityCurve {
    double a = 1, b = 1;
    static SimilarityCurve fitted(double minimum, double spread);
};

struct UmapOptions {
    size_t dim = 2;
    int epochs = 200;
    int negatives = 5;  ///< drawn rows for each attraction
    double rate = 1;    ///< falls to zero
    SimilarityCurve curve;
    uint64_t seed = 0;
    int threads = 1;  ///< on more than one the result differs from run to run (lock-free; Recht et al. 2011)
    std::function<bool()> keepGoing = [] { return true; };  ///< asked every few hundred rows
    /// Told after each epoch.
    std::function<void(int epoch, const std::vector<float>& points)> report = [](int, const auto&) {};
};

/// Moves `points` (rows x dim). Returns the epochs done.
HOROCYCLE_EXPORT int layOutUmap(const NearWeights& weights, const UmapOptions& options,
                                std::vector<float>& points);

/// What the layout descends, mean over rows: attraction of near pairs by their weights, and repulsion as weak
/// as drawing it makes it (Damrich & Hamprecht 2021). Exact over near pairs, over `sample` drawn ones for the
/// rest.
HOROCYCLE_EXPORT double effectiveLoss(const NearWeights& weights, const UmapOptions& options,
                                      const std::vector<float>& points, size_t sample);

/// Fuzzy cross-entropy of weights and similarities, mean over rows: exact over near pairs, over `sample`
/// drawn pairs for the others; squared distances below .001 count as that.
HOROCYCLE_EXPORT double fuzzyCrossEntropy(const NearWeights& weights, const UmapOptions& options,
                                          const std::vector<float>& points, size_t sample);

}  // namespace horo
