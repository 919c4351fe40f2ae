// One training run: epochs, rate, reports, and what other threads ask of it meanwhile.
#pragma once

#include <atomic>
#include <chrono>
#include <mutex>
#include <vector>

#include "core/embedding/rate_schedule.h"
#include "core/embedding/taxonomy_engine.h"

namespace horo {

class TaxonomyRun {
public:
    TaxonomyRun(std::shared_ptr<const Hierarchy> hierarchy, Closure closure, std::vector<TrainingPair> pairs,
                TaxonomyOptions options);

    /// Makes the rows. Error: the device cannot be used. Call before anything else.
    Result<void> prepare();

    const TaxonomyOptions& options() const { return options_; }
    Result<TaxonomyOutcome> run(const std::function<bool(const TaxonomyProgress&)>& report);
    void stop() { stopped_ = true; }
    void pause(bool paused) { paused_ = paused; }
    Embedding snapshot() const;

private:
    using Clock = std::chrono::steady_clock;

    void shuffle();
    Result<void> trainEpoch();
    TrainingSlice nextSlice(size_t first, double share) const;
    void adaptSlice(size_t pairs, double seconds);
    Result<void> checkRows();
    void waitForOthers();
    double share(double epochShare) const;
    bool timeIsUp() const;
    void tell(bool evenIfRecent);
    double elapsed() const;

    std::shared_ptr<const Hierarchy> hierarchy_;
    Closure closure_;
    std::vector<TrainingPair> pairs_;
    TaxonomyOptions options_;
    RateSchedule schedule_;
    Random order_;
    std::unique_ptr<TaxonomyEngine> engine_;

    std::function<bool(const TaxonomyProgress&)> report_;
    TaxonomyProgress progress_;
    size_t slicePairs_ = 8192;
    Clock::time_point begin_, lastReport_, lastKept_;
    Clock::duration pausedFor_{};

    std::atomic<bool> stopped_{false}, paused_{false};
    mutable std::mutex table_;             ///< held while the engine works on its rows
    mutable std::atomic<int> waiting_{0};  ///< snapshots that want the mutex
};

}  // namespace horo
