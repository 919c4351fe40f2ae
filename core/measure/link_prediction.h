// How well the distances of an embedding predict ancestors it was not trained on.
#pragma once

#include <span>

#include "core/measure/reconstruction.h"

namespace horo {

/// A node and an ancestor of it that was held out of training.
struct HeldOutPair {
    Node child, ancestor;
};

/// The ranks of `reconstruction` for the held-out ancestors: positives of u are its held-out ancestors, and
/// the ancestors it has in the training hierarchy are no candidates; neither are its other held-out ones.
/// A pair that stands twice counts once; one that the training closure already holds is an error, as is an
/// empty list.
HOROCYCLE_EXPORT Result<Reconstruction> linkPrediction(const Embedding& embedding, const Hierarchy& training,
                                                       const Closure& closure,
                                                       std::span<const HeldOutPair> heldOut,
                                                       const ReconstructionOptions& options = {});

}  // namespace horo
