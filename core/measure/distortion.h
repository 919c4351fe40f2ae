// How far the distances of an embedding are from the path lengths of a hierarchy.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "core/base/result.h"
#include "core/data/embedding.h"
#include "core/hierarchy/hierarchy.h"

namespace horo {

struct DistortionOptions {
    bool fitScale = true;  ///< s = sum d d_G / sum d_G^2, else 1
    size_t pairs = 0;      ///< pairs to score, drawn without replacement; 0 = all of them
    bool neighborMap =
        true;              ///< whether it is wanted: it goes through all pairs of rows, however few are drawn
    bool partial = false;  ///< nodes without a row are left out instead of being an error
    uint64_t seed = 0;     ///< of the pairs
    int threads = 0;       ///< 0 = all
    /// Told the share done, now and then, from one thread at a time; false stops.
    std::function<bool(double share)> progress;
};

/// d is the distance of two rows, d_G the edges on a shortest path of their nodes in the undirected graph.
struct Distortion {
    double scale = 1;
    /// Mean of |d/s - d_G| / d_G over pairs; empty where the fitted scale is 0 (all rows are one point).
    std::optional<double> average;
    std::optional<double> averageError;  ///< standard error over the pairs, only where they were drawn
    /// max(d / d_G) max(d_G / d), at least 1, free of scale; empty where two nodes have the same point.
    std::optional<double> worst;
    /// Mean over nodes of the average precision of their neighbors among all rows by distance, equal
    /// distances entering together; empty where no two neighbors have rows. Over all nodes, also where pairs
    /// are drawn.
    std::optional<double> neighborMap;
    size_t pairs = 0;       ///< pairs that were scored
    size_t apart = 0;       ///< pairs left out, their nodes being in different components
    size_t coincident = 0;  ///< scored pairs at distance 0
    size_t nodes = 0;       ///< nodes with a row
    size_t missing = 0;     ///< nodes without one
    size_t strangers = 0;   ///< rows that are no node
    bool drawn = false;     ///< whether the pairs are a sample
};

/// Average and worst after Sala et al. 2018 with the least squares scale; rows and nodes are
/// matched by item id. Time: nodes x (edges + rows x columns), no matrix is stored; drawn pairs: one search a
/// pair at most. Error: a row that is not usable, a node without a row (unless `partial`), no pair to score,
/// stopped.
HOROCYCLE_EXPORT Result<Distortion> distortion(const Embedding& embedding, const Hierarchy& hierarchy,
                                               const DistortionOptions& options = {});

/// Of each node, the mean of |d/scale - d_G| / d_G over all other nodes with a row in its component; empty
/// where it has no row or is alone. `scale` > 0, as `distortion` gives it. The pairs of the options do not
/// count. Errors as above.
HOROCYCLE_EXPORT Result<std::vector<std::optional<double>>> nodeDistortion(
    const Embedding& embedding, const Hierarchy& hierarchy, double scale,
    const DistortionOptions& options = {});

}  // namespace horo
