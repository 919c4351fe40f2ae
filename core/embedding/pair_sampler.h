// What training draws from: the pairs of the closure, and strangers for each.
#pragma once

#include <memory>
#include <vector>

#include "core/embedding/alias_table.h"
#include "core/hierarchy/closure.h"

namespace horo {

struct TrainingPair {
    Node node, ancestor;
};

/// All pairs (node, proper ancestor), except those of nodes that are related to every other node as
/// descendants: nothing could be told from their ancestors.
HOROCYCLE_EXPORT std::vector<TrainingPair> trainingPairs(const Closure& closure);

/// Draws strangers as Nickel & Kiela's code does: never the node itself nor its ancestors, no stranger twice
/// within a pair as long as ten tries a stranger find enough of them, then repeated. One a thread.
class HOROCYCLE_EXPORT PairSampler {
public:
    enum class Frequency {
        Uniform,   ///< every node alike
        ByTarget,  ///< as often as a node is an ancestor in the closure
    };

    PairSampler(const Closure& closure, std::shared_ptr<const AliasTable> byTarget, uint64_t seed,
                uint64_t stream);
    static std::shared_ptr<const AliasTable> targetFrequencies(const Closure& closure);

    /// Writes the node, its ancestor and `strangers` strangers to `out`.
    void draw(const TrainingPair& pair, size_t strangers, Frequency frequency, uint32_t* out);
    Random& random() { return random_; }

private:
    bool fresh(Node node) { return mark_[node] != current_; }

    const Closure& closure_;
    std::shared_ptr<const AliasTable> byTarget_;
    Random random_;
    std::vector<uint8_t> mark_;  ///< equal to current_: not to be drawn (again) for this pair
    uint8_t current_ = 0;
};

}  // namespace horo
