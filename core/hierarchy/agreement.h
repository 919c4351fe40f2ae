// How far two hierarchies of the same names agree.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <utility>

#include "core/hierarchy/hierarchy.h"

namespace horo {

struct AgreementOptions {
    size_t exactLeaves = 1000;   ///< more shared leaves: triplets are drawn
    size_t samples = 1'000'000;  ///< triplets drawn then
    uint64_t seed = 0;
    int threads = 0;  ///< 0 = all
    /// Told the share done, now and then, from one thread at a time; false stops.
    std::function<bool(double share)> progress;
};

/// Shared leaves are names that are a leaf in both.
struct HierarchyAgreement {
    size_t matched = 0;  ///< names in both
    size_t missing = 0;  ///< names of a that b lacks
    size_t extra = 0;    ///< names of b that a lacks
    /// Matched nodes whose nearest matched ancestors are not the same in both; so a node that went or came in
    /// between moves nothing.
    size_t moved = 0;
    size_t sharedLeaves = 0;

    /// Robinson & Foulds 1981, rooted: a cluster is the set of shared leaves below a node, with at least two
    /// of them and not all. The distance counts the clusters that only one of the two has.
    size_t clustersA = 0, clustersB = 0;  ///< different ones
    size_t robinsonFoulds = 0;            ///< 0 to clustersA + clustersB
    std::optional<double> normalized;     ///< divided by clustersA + clustersB; empty where neither has one

    /// Share of the triplets of shared leaves on which the spanning trees agree: the same two stand closest,
    /// or no two do in either. Empty below three shared leaves.
    std::optional<double> tripletAgreement;
    std::optional<std::pair<double, double>> interval;  ///< 95 %, Wilson; only where triplets were drawn
    double triplets = 0;                                ///< compared ones
};

/// Nodes are matched by name. In graphs with several parents clusters hold all descendants, triplets are
/// those of the spanning tree. Time: closure pairs, and min(triplets, samples). Error: a closure that is too
/// large, stopped.
HOROCYCLE_EXPORT Result<HierarchyAgreement> compareHierarchies(const Hierarchy& a, const Hierarchy& b,
                                                               const AgreementOptions& options = {});

}  // namespace horo
