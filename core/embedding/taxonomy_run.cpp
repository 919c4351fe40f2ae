#include "core/embedding/taxonomy_run.h"

#include <sys/resource.h>

#include <algorithm>
#include <cmath>
#include <thread>

#include "core/base/parallel.h"
#include "core/embedding/torch_engine.h"

namespace horo {
namespace {

using std::chrono::duration;

constexpr double sliceSeconds = 0.05;   // what pause, stop and snapshots wait for
constexpr double reportSeconds = 0.25;  // between reports within an epoch
constexpr double keepSeconds = 0.5;     // between copies of a good state
constexpr uint64_t orderStream = 0x0D3;

/// Enough passes for about 400 M pairs, which is where the figures of the benchmarks stop improving fast:
/// 2,400 for anything up to the verbs of WordNet, 538 for its nouns.
int suitableEpochs(size_t pairs) {
    return static_cast<int>(std::clamp(4e8 / static_cast<double>(pairs), 300.0, 2400.0));
}

double peakMegabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

TaxonomyOptions completed(TaxonomyOptions options, size_t pairs) {
    if (options.epochs == 0) options.epochs = suitableEpochs(pairs);
    if (options.threads == 0) options.threads = availableThreads();
    if (options.deterministic) options.threads = 1;
    options.burnin = std::min(options.burnin, options.epochs / 2);
    return options;
}

}  // namespace

TaxonomyRun::TaxonomyRun(std::shared_ptr<const Hierarchy> hierarchy, Closure closure,
                         std::vector<TrainingPair> pairs, TaxonomyOptions options)
    : hierarchy_(std::move(hierarchy)),
      closure_(std::move(closure)),
      pairs_(std::move(pairs)),
      options_(completed(options, pairs_.size())),
      schedule_{options.riseShare, options.riseFrom, options.holdShare, options.finalRate},
      order_(options.seed, orderStream) {
    progress_.epochs = options_.epochs;
}

Result<void> TaxonomyRun::prepare() {
    if (options_.device == "cpu") {
        engine_ = makeProcessorEngine(*hierarchy_, closure_, options_);
        return {};
    }
    auto engine = makeTorchEngine(*hierarchy_, closure_, options_,
                                  options_.device == "torch" ? "cpu" : options_.device);
    if (!engine) return engine.error();
    engine_ = std::move(*engine);
    return {};
}

Result<TaxonomyOutcome> TaxonomyRun::run(const std::function<bool(const TaxonomyProgress&)>& report) {
    report_ = report;
    begin_ = lastReport_ = lastKept_ = Clock::now();
    while (progress_.epoch < options_.epochs && !stopped_ && !timeIsUp()) {
        shuffle();
        if (const auto trained = trainEpoch(); !trained) return trained.error();
    }
    TaxonomyOutcome outcome;
    outcome.seconds = elapsed();
    {
        const std::lock_guard lock(table_);
        outcome.atLimit = engine_->hold();
    }
    outcome.embedding = snapshot();
    outcome.loss = progress_.loss;
    outcome.epochs = progress_.epoch;
    outcome.pairsPerSecond = static_cast<double>(progress_.pairs) / outcome.seconds;
    outcome.peakMegabytes = peakMegabytes();
    outcome.stopped = stopped_;
    return outcome;
}

void TaxonomyRun::shuffle() {
    for (size_t i = pairs_.size(); i > 1; --i)
        std::swap(pairs_[i - 1], pairs_[order_.below(static_cast<uint32_t>(i))]);
}

Result<void> TaxonomyRun::trainEpoch() {
    const double epochBegin = elapsed();
    double loss = 0;
    size_t done = 0;
    while (done < pairs_.size()) {
        // Slices follow the clock: for equal bytes the rate must not follow them.
        const double within =
            options_.deterministic ? 0 : static_cast<double>(done) / static_cast<double>(pairs_.size());
        progress_.share = share((progress_.epoch + within) / options_.epochs);
        const TrainingSlice slice = nextSlice(done, progress_.share);
        progress_.rate = slice.rate;
        const double before = elapsed();
        {
            const std::lock_guard lock(table_);
            loss += engine_->train(slice);
            if (const auto good = checkRows(); !good) return good.error();
        }
        done += slice.pairs.size();
        progress_.pairs += slice.pairs.size();
        adaptSlice(slice.pairs.size(), elapsed() - before);
        progress_.pairsPerSecond = static_cast<double>(done) / (elapsed() - epochBegin);
        waitForOthers();
        if (done < pairs_.size()) tell(false);
        if (stopped_ || timeIsUp()) break;
    }
    progress_.loss = loss / static_cast<double>(done);
    if (done == pairs_.size()) ++progress_.epoch;
    progress_.share = share(static_cast<double>(progress_.epoch) / options_.epochs);
    tell(true);
    return {};
}

TrainingSlice TaxonomyRun::nextSlice(size_t first, double share) const {
    const bool burnin = progress_.epoch < options_.burnin;
    return {.pairs = std::span(pairs_).subspan(first, std::min(slicePairs_, pairs_.size() - first)),
            .strangers = static_cast<size_t>(burnin ? options_.burninNegatives : options_.negatives),
            .frequency = burnin ? PairSampler::Frequency::ByTarget : PairSampler::Frequency::Uniform,
            .rate = options_.lr * (burnin ? options_.burninRate : schedule_.at(share))};
}

void TaxonomyRun::adaptSlice(size_t pairs, double seconds) {
    const double wanted = static_cast<double>(pairs) * sliceSeconds / std::max(seconds, 1e-6);
    slicePairs_ = static_cast<size_t>(std::clamp(wanted, 256.0, 1e6));
}

Result<void> TaxonomyRun::checkRows() {
    const size_t bad = engine_->firstNonFinite();
    if (bad < hierarchy_->size()) {
        engine_->restore();
        Error error =
            inputError("the row of \"" + hierarchy_->name(static_cast<Node>(bad)) +
                           "\" became NaN or infinite in epoch " + std::to_string(progress_.epoch + 1),
                       "train with a lower learning rate or in float64");
        error.blame = Blame::Usage;
        return error;
    }
    const auto now = Clock::now();
    if (duration<double>(now - lastKept_).count() > keepSeconds) {
        engine_->keep();
        lastKept_ = now;
    }
    return {};
}

void TaxonomyRun::waitForOthers() {
    const auto begin = Clock::now();
    while (waiting_ > 0)
        std::this_thread::yield();  // else this thread would take the mutex again at once
    while (paused_ && !stopped_)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    pausedFor_ += Clock::now() - begin;
}

double TaxonomyRun::elapsed() const {
    return duration<double>(Clock::now() - begin_ - pausedFor_).count();
}

bool TaxonomyRun::timeIsUp() const {
    return options_.minutes > 0 && elapsed() >= 60 * options_.minutes;
}

double TaxonomyRun::share(double epochShare) const {
    const double burnin = static_cast<double>(options_.burnin) / options_.epochs;
    double share = std::max(0.0, (epochShare - burnin) / (1 - burnin));
    if (options_.minutes > 0 && !options_.deterministic)
        share = std::max(share, elapsed() / (60 * options_.minutes));
    return std::min(share, 1.0);
}

void TaxonomyRun::tell(bool evenIfRecent) {
    const auto now = Clock::now();
    if (!report_ || (!evenIfRecent && duration<double>(now - lastReport_).count() < reportSeconds)) return;
    lastReport_ = now;
    const double pairsLeft =
        static_cast<double>(pairs_.size()) * options_.epochs - static_cast<double>(progress_.pairs);
    progress_.secondsLeft = std::max(0.0, pairsLeft / std::max(progress_.pairsPerSecond, 1.0));
    if (options_.minutes > 0)
        progress_.secondsLeft = std::clamp(60 * options_.minutes - elapsed(), 0.0, progress_.secondsLeft);
    if (!report_(progress_)) stopped_ = true;
}

Embedding TaxonomyRun::snapshot() const {
    ++waiting_;
    const std::lock_guard lock(table_);
    --waiting_;
    Embedding embedding = engine_->table();
    embedding.items = hierarchy_->items();
    embedding.method = "embed.taxonomy";
    return embedding;
}

}  // namespace horo
