// Whether two classifiers differ on the same samples by more than chance.
#pragma once

#include <functional>

#include "core/classifiers/score_column.h"

namespace horo {

struct PairedDifference {
    std::string key;
    std::optional<double> difference;                   ///< b - a
    std::optional<std::pair<double, double>> interval;  ///< 95 %, percentiles of the paired bootstrap
    std::optional<double> p;      ///< two-sided, a and b swapped at random sample by sample
    std::optional<double> pHolm;  ///< adjusted over all keys that have a p (Holm 1979)
};

struct ResamplingOptions {
    size_t resamples = 10000;
    uint64_t seed = 0;
    int threads = 1;
    std::function<bool(double share)> keepGoing;  ///< false: stop
};

/// One difference a column. `a` and `b` have the same keys and samples in the same order. p = (1 + swaps with
/// a difference at least as large) / (1 + resamples). The same for any number of threads. Nothing where it
/// was stopped.
HOROCYCLE_EXPORT std::vector<PairedDifference> pairedDifferences(const std::vector<ScoreColumn>& a,
                                                                 const std::vector<ScoreColumn>& b,
                                                                 const ResamplingOptions& options);

/// Exact two-sided McNemar test: of n = aOnly + bOnly samples that only one has right, each side is as
/// likely.
HOROCYCLE_EXPORT double mcNemar(uint64_t aOnly, uint64_t bOnly);

/// Adjusted p, in the order given: the family-wise error stays below the level (Holm 1979).
HOROCYCLE_EXPORT std::vector<double> holmAdjusted(const std::vector<double>& p);

}  // namespace horo
