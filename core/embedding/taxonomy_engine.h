// What carries out the steps of taxonomy training: rows and the arithmetic on them.
#pragma once

#include <memory>
#include <span>

#include "core/embedding/pair_sampler.h"
#include "core/embedding/taxonomy_trainer.h"

namespace horo {

/// One piece of an epoch.
struct TrainingSlice {
    std::span<const TrainingPair> pairs;
    size_t strangers = 0;
    PairSampler::Frequency frequency = PairSampler::Frequency::Uniform;
    double rate = 0;  ///< of the batch mean
};

/// Used by one thread at a time; may use more threads inside.
class TaxonomyEngine {
public:
    virtual ~TaxonomyEngine() = default;
    /// Trains on all pairs of the slice in their order (or about it) and returns the sum of their losses.
    virtual double train(const TrainingSlice& slice) = 0;
    /// The first row with a NaN or an infinity, or the number of rows.
    virtual size_t firstNonFinite() = 0;
    /// Remembers the table as it is, and goes back to what was remembered.
    virtual void keep() = 0;
    virtual void restore() = 0;
    /// Brings rows that are too far out back to the limit and returns how many are there.
    virtual size_t hold() = 0;
    /// A copy of the table, its manifold and the limit it is held to; items and provenance are left empty.
    virtual Embedding table() const = 0;
};

/// The engine on this processor, with float or double rows as the options say.
std::unique_ptr<TaxonomyEngine> makeProcessorEngine(const Hierarchy& hierarchy, const Closure& closure,
                                                    const TaxonomyOptions& options);

}  // namespace horo
