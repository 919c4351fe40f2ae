// What methods that learn to tell ancestors by an energy have in common.
#pragma once

#include <memory>

#include "core/embedding/entailment_scores.h"
#include "core/embedding/entailment_trainer.h"
#include "core/method/method.h"

namespace horo {

/// A hierarchy, its pairs in three parts, and what training may know of it.
struct EntailmentTask {
    std::shared_ptr<const Hierarchy> hierarchy;
    EntailmentPairs pairs;
    std::shared_ptr<const Hierarchy> training;  ///< the pairs of training as edges
    Closure known;                              ///< the same, to ask

    /// Asks the context between its steps, each a few tenths of a second for the nouns of WordNet. Error: the
    /// closure is too large, no pair is left for training, stopped.
    static Result<EntailmentTask> create(std::shared_ptr<const Hierarchy> hierarchy, double share,
                                         Context& context);
};

/// Parameters that both kinds of training have; the defaults of `options` are the method's.
std::vector<Parameter> entailmentParameters(const EntailmentOptions& options, int64_t dim);
EntailmentOptions entailmentOptions(const Parameters& parameters, const Conditions& conditions);

/// Where a training stands within its run, for progress.
struct EntailmentStage {
    int epochsBefore = 0;
    int epochs = 0;  ///< of the whole run
};

/// A trained model with its numbers. Trains, shows curves (loss, validation F1) and pictures while it does,
/// and scores the held-out pairs; when stopped the outcome is partial. `about` gives method and parameters
/// for the rows. The single root, which training leaves out, is put to the origin.
Outcome trainAndScore(const EntailmentTask& task, EntailmentModel& model, const EntailmentOptions& options,
                      const Embedding& about, EntailmentStage stage, Context& context);
/// The rows of a model as `trainAndScore` would give them now.
Embedding entailmentTable(const EntailmentTask& task, const EntailmentModel& model, const Embedding& about);

/// Adds the scores that need no embedding: what the closure of the training pairs says, and how often a node
/// is an ancestor in training. Does nothing when stopped.
void addBaselines(const EntailmentTask& task, Report& report, Context& context);

}  // namespace horo
