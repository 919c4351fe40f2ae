// How well the distances of an embedding give back the ancestors of every node.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "core/base/result.h"
#include "core/data/embedding.h"
#include "core/hierarchy/closure.h"

namespace horo {

struct ReconstructionOptions {
    bool partial = false;  ///< nodes without a row are left out instead of being an error
    size_t sample = 0;     ///< nodes to score, drawn without replacement; 0 = all of them
    uint64_t seed = 0;     ///< of the sample
    int threads = 0;       ///< 0 = all
    /// Told the share done, now and then, from one thread at a time; false stops.
    std::function<bool(double share)> progress;
};

/// Nickel & Kiela's scores (2017, reference code). The positives of u are its proper ancestors. The rank of
/// a positive is 1 + the number of nodes that are neither positives of u nor u itself and strictly nearer,
/// plus half of those exactly as near.
struct Reconstruction {
    double meanRank = 0;   ///< over pairs, >= 1
    double map = 0;        ///< mean over nodes of average precision, equal distances entering together
    size_t nodes = 0;      ///< nodes with a positive that were scored
    size_t pairs = 0;      ///< (node, ancestor) pairs that were scored
    size_t ties = 0;       ///< positives tied with a node that is neither a positive nor u
    size_t missing = 0;    ///< nodes of the hierarchy without a row
    size_t strangers = 0;  ///< rows that are no node of the hierarchy, left out
    /// Standard errors over the sampled nodes; empty where all nodes were scored.
    std::optional<double> meanRankError, mapError;
};

/// Rows and nodes are matched by item id. Exact: every comparison is decided by the manifold's distance in
/// double precision. Time: nodes x rows x columns (82,115 WordNet nouns in 10 columns: seconds).
/// Error: a row that is not usable, a node without a row (unless `partial`), no pair to score, stopped.
HOROCYCLE_EXPORT Result<Reconstruction> reconstruction(const Embedding& embedding, const Hierarchy& hierarchy,
                                                       const Closure& closure,
                                                       const ReconstructionOptions& options = {});

}  // namespace horo
