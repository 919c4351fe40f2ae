// Where the training of cones starts: Poincaré embeddings.
#pragma once

#include <vector>

#include "core/embedding/entailment_task.h"

namespace horo {

/// nodes x dim numbers in the ball of curvature -1.
struct ConeStart {
    std::vector<double> rows;
    size_t dim = 0;
};

struct ConeStartOptions {
    int dim = 5;
    int epochs = 100;
    int negatives = 10;
    double lr = 0.03;  ///< of a pair
};

/// The rows of an embedding, matched by id; a row for the single root is not needed. Error: not hyperbolic,
/// rows that are not usable, a node without a row (named).
HOROCYCLE_EXPORT Result<ConeStart> givenStart(const Embedding& embedding, const EntailmentTask& task);

/// Trains Nickel & Kiela's loss on the pairs of training alone. Stopped: what there is. `epochs`: of the
/// whole run, for progress.
Result<ConeStart> trainedStart(const EntailmentTask& task, const ConeStartOptions& options, int epochs,
                               Context& context);

}  // namespace horo
