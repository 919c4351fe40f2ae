// The closure of a hierarchy parted for training, validation and test, as Ganea et al. (2018) part it.
#pragma once

#include <optional>
#include <vector>

#include "core/embedding/pair_sampler.h"

namespace horo {

/// Pairs of a node and a proper ancestor, and held-out pairs that do not hold. Basic edges (those of the
/// transitive reduction) are all in training; a share of the others is; of the others 5 % are for validation
/// and 5 % for the test, at least one each where there are two. A held-out pair has up to ten negatives, half
/// with another child, half with another ancestor: pairs that do not hold in the whole closure.
struct EntailmentPairs {
    struct HeldOut {
        std::vector<TrainingPair> positives, negatives;
    };
    std::vector<TrainingPair> train;  ///< basic edges first
    HeldOut validation, test;
    std::optional<Node> top;  ///< the root, where it is the only one: it stands above all, and in no pair
    std::vector<Node> nodes;  ///< all others
    size_t basic = 0;         ///< pairs that nothing implies, without those of `top`
    size_t transitive = 0;    ///< pairs that others imply, without those of `top`

    static constexpr double heldOutShare = 0.05;  ///< of the transitive pairs, each
    static constexpr int negativesPerSide = 5;
};

/// `share` of the transitive pairs, from 0 to 0.9, is trained on. The same seed holds the same pairs out
/// whatever the share. Error: no pair is left for training.
HOROCYCLE_EXPORT Result<EntailmentPairs> partPairs(const Hierarchy& hierarchy, const Closure& closure,
                                                   double share, uint64_t seed);

/// The training pairs as a hierarchy on the same items.
HOROCYCLE_EXPORT Result<std::shared_ptr<const Hierarchy>> trainingHierarchy(const Hierarchy& hierarchy,
                                                                            const EntailmentPairs& pairs);

}  // namespace horo
