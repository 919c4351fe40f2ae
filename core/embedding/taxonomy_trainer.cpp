#include "core/embedding/taxonomy_trainer.h"

#include "core/embedding/taxonomy_run.h"

namespace horo {
namespace {

Error outOfRange(const std::string& name, const std::string& range) {
    return usageError(name + " is out of range", "choose " + range);
}

Result<void> check(const TaxonomyOptions& options) {
    if (options.manifold != ManifoldKind::Poincare && options.manifold != ManifoldKind::Lorentz &&
        options.manifold != ManifoldKind::Euclidean)
        return usageError("this trainer has no " + std::string(manifoldName(options.manifold)) + " geometry",
                          "choose poincare, lorentz or euclidean");
    if (options.dim < 2 || options.dim > 4096) return outOfRange("dim", "2 to 4096");
    if (options.epochs < 0 || options.epochs > 10'000'000) return outOfRange("epochs", "0 to 10,000,000");
    if (!(options.minutes >= 0)) return outOfRange("minutes", "0 or more");
    if (options.negatives < 1 || options.negatives > 1000) return outOfRange("negatives", "1 to 1000");
    if (options.burninNegatives < 1 || options.burninNegatives > 1000)
        return outOfRange("the number of negatives during burn-in", "1 to 1000");
    if (options.batch < 1 || options.batch > 1'000'000) return outOfRange("batch", "1 to 1,000,000");
    if (!(options.lr > 0 && options.lr / options.batch <= 1))
        return outOfRange("lr", "above 0, at most batch");
    if (options.burnin < 0) return outOfRange("burnin", "0 or more");
    if (!(options.burninRate > 0 && options.burninRate <= 1))
        return outOfRange("the burn-in rate", "above 0 to 1");
    if (!(options.riseFrom > 0 && options.riseFrom <= 1 && options.riseShare >= 0 && options.riseShare <= 1 &&
          options.holdShare >= 0 && options.holdShare <= 1 && options.finalRate >= 0 &&
          options.finalRate <= 1))
        return outOfRange("the shape of the learning rate", "shares and factors from 0 to 1");
    if (options.threads < 0 || options.threads > 4096) return outOfRange("threads", "0 to 4096");
    return {};
}

}  // namespace

Result<std::unique_ptr<TaxonomyTrainer>> TaxonomyTrainer::create(std::shared_ptr<const Hierarchy> hierarchy,
                                                                 TaxonomyOptions options) {
    if (const auto valid = check(options); !valid) return valid.error();
    auto closure = options.closure ? Closure::create(*hierarchy) : Closure::ofEdges(*hierarchy);
    if (!closure) return closure.error();
    std::vector<TrainingPair> pairs = trainingPairs(*closure);
    if (pairs.empty())
        return inputError("the hierarchy has no node with both an ancestor and a stranger",
                          "train on one with edges and more than one branch");
    auto run =
        std::make_unique<TaxonomyRun>(std::move(hierarchy), std::move(*closure), std::move(pairs), options);
    if (const auto ready = run->prepare(); !ready) return ready.error();
    return std::unique_ptr<TaxonomyTrainer>(new TaxonomyTrainer(std::move(run)));
}

TaxonomyTrainer::TaxonomyTrainer(std::unique_ptr<TaxonomyRun> run) : run_(std::move(run)) {}
TaxonomyTrainer::~TaxonomyTrainer() = default;

const TaxonomyOptions& TaxonomyTrainer::options() const {
    return run_->options();
}
Result<TaxonomyOutcome> TaxonomyTrainer::run(const std::function<bool(const TaxonomyProgress&)>& report) {
    return run_->run(report);
}
void TaxonomyTrainer::stop() {
    run_->stop();
}
void TaxonomyTrainer::pause(bool paused) {
    run_->pause(paused);
}
Embedding TaxonomyTrainer::snapshot() const {
    return run_->snapshot();
}

}  // namespace horo
