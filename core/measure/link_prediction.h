// How well the distances of an embedding predict ancestors it was not trained on.
#pragma once

#include <span>

#include "core/measure/reconstruction.h"

namespace horo {

/// A node and an ancestor of it that was held out of training.
struct HeldOutPair {
    Node child, ancestor;
};

/// The scores over held-out pairs.
struct LinkPrediction : Reconstruction {
    size_t implied = 0;   ///< held-out pairs that the training edges imply by transitivity
    size_t unplaced = 0;  ///< held-out pairs without both rows, left out (only with `partial`)
};

/// The ranks of `reconstruction` for the held-out ancestors: positives of u are its held-out ancestors; all
/// other ancestors that u has in `closure`, the closure of the training hierarchy, are no candidates. A pair
/// that stands twice counts once. A pair that the training edges only imply is held out all the same, and
/// counted. Error: an empty list, a pair of a node with itself, a pair that is an edge of the training
/// hierarchy, a node without a row (unless `partial`), stopped.
HOROCYCLE_EXPORT Result<LinkPrediction> linkPrediction(const Embedding& embedding, const Hierarchy& training,
                                                       const Closure& closure,
                                                       std::span<const HeldOutPair> heldOut,
                                                       const ReconstructionOptions& options = {});

}  // namespace horo
