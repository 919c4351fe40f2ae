#include "core/embedding/entailment_trainer.h"

#include <algorithm>
#include <atomic>
#include <chrono>

#include "core/base/parallel.h"
#include "core/embedding/gradient_sums.h"
#include "core/embedding/rate_schedule.h"

namespace horo {

namespace {

using Clock = std::chrono::steady_clock;

constexpr double sliceSeconds = 0.03;  // between questions whether to go on
constexpr int triesPerNegative = 10;
constexpr uint64_t orderStream = 0xE29;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

}  // namespace

/// One thread's part: draws negatives, sums gradients over a batch, steps.
class EntailmentTrainer::Worker {
public:
    Worker(EntailmentModel& model, const EntailmentPairs& pairs, const Closure& known,
           const EntailmentOptions& options, uint64_t stream)
        : model_(model),
          nodes_(pairs.nodes),
          known_(known),
          options_(options),
          random_(options.seed, stream),
          sums_(model.rows()),
          ancestorGradient_(model.rows().dim()),
          nodeGradient_(model.rows().dim()) {}

    double loss = 0;

    void train(std::span<const TrainingPair> batch, double rate) {
        for (const TrainingPair& pair : batch) {
            loss += addPositive(pair);
            for (int i = 0; i < options_.negatives; ++i) {
                const bool child =
                    options_.swap == Swap::Child || (options_.swap == Swap::Both && i % 2 == 0);
                if (const auto negative = draw(pair, child)) loss += addNegative(*negative);
            }
        }
        for (size_t slot = 0; slot < sums_.touched().size(); ++slot)
            model_.step(sums_.touched()[slot], sums_.row(slot), sums_.sum(slot), rate);
        sums_.clear();
    }

private:
    std::optional<TrainingPair> draw(const TrainingPair& pair, bool child) {
        for (int tries = triesPerNegative; tries > 0; --tries) {
            const Node other = nodes_[random_.below(static_cast<uint32_t>(nodes_.size()))];
            const TrainingPair swapped =
                child ? TrainingPair{other, pair.ancestor} : TrainingPair{pair.node, other};
            if (swapped.node != swapped.ancestor && !known_.isAncestor(swapped.ancestor, swapped.node))
                return swapped;
        }
        return std::nullopt;  // strangers are rare
    }

    double energyOf(const TrainingPair& pair, size_t& ancestor, size_t& node) {
        ancestor = sums_.touch(pair.ancestor);
        node = sums_.touch(pair.node);
        return model_.energy(sums_.row(ancestor), sums_.row(node), ancestorGradient_, nodeGradient_);
    }

    void add(size_t ancestor, size_t node, double sign) {
        const auto first = sums_.sum(ancestor), second = sums_.sum(node);
        for (size_t i = 0; i < first.size(); ++i) {
            first[i] += sign * ancestorGradient_[i];
            second[i] += sign * nodeGradient_[i];
        }
    }

    double addPositive(const TrainingPair& pair) {
        size_t ancestor = 0, node = 0;
        const double energy = energyOf(pair, ancestor, node);
        if (energy > 0) add(ancestor, node, 1);
        return energy;
    }

    /// Where the energy is 0 its gradient is, too: such a pair stays where it is (as in the authors' code).
    double addNegative(const TrainingPair& pair) {
        size_t ancestor = 0, node = 0;
        const double energy = energyOf(pair, ancestor, node);
        if (energy > 0 && energy < options_.margin) add(ancestor, node, -1);
        return std::max(0.0, options_.margin - energy);
    }

    EntailmentModel& model_;
    const std::vector<Node>& nodes_;
    const Closure& known_;
    const EntailmentOptions& options_;
    Random random_;
    GradientSums sums_;
    std::vector<double> ancestorGradient_, nodeGradient_;
};

EntailmentTrainer::EntailmentTrainer(EntailmentModel& model, const EntailmentPairs& pairs,
                                     const Closure& known, EntailmentOptions options)
    : model_(model), pairs_(pairs), options_(options) {
    if (options_.deterministic) options_.threads = 1;
    for (int worker = 0; worker < options_.threads; ++worker)
        workers_.push_back(
            std::make_unique<Worker>(model_, pairs_, known, options_, static_cast<uint64_t>(worker) + 1));
}

EntailmentTrainer::~EntailmentTrainer() = default;

EntailmentProgress EntailmentTrainer::run(const std::function<bool(const EntailmentProgress&)>& report) {
    const RateSchedule schedule{0, 1, 0.5, options_.finalRate};
    const auto begin = Clock::now();
    const size_t batch = static_cast<size_t>(options_.batch);
    std::vector<TrainingPair> order = pairs_.train;
    Random random(options_.seed, orderStream);
    EntailmentProgress progress;
    size_t slice = std::max<size_t>(1, 1024 / batch) * batch, seen = 0;
    while (progress.epoch < options_.epochs) {
        for (size_t i = order.size(); i > 1; --i)
            std::swap(order[i - 1], order[random.below(static_cast<uint32_t>(i))]);
        // The rate changes between epochs only, so that it does not depend on the time that a slice takes.
        const double rate = options_.lr * schedule.at(static_cast<double>(progress.epoch) /
                                                      static_cast<double>(options_.epochs));
        double loss = 0;
        for (size_t done = 0; done < order.size();) {
            const auto start = Clock::now();
            const size_t count = std::min(slice, order.size() - done);
            loss += trainSlice(std::span(order).subspan(done, count), rate);
            done += count;
            seen += count;
            const double wanted =
                static_cast<double>(count) * sliceSeconds / std::max(secondsSince(start), 1e-6);
            slice = std::max<size_t>(1, static_cast<size_t>(std::min(wanted, 1e6)) / batch) * batch;
            const double within = static_cast<double>(done) / static_cast<double>(order.size());
            progress.share = (progress.epoch + within) / options_.epochs;
            progress.pairsPerSecond = static_cast<double>(seen) / std::max(secondsSince(begin), 1e-9);
            if (done == order.size()) {
                ++progress.epoch;
                progress.loss = loss / static_cast<double>(done);
            }
            if (!report(progress)) return progress;
        }
    }
    return progress;
}

double EntailmentTrainer::trainSlice(std::span<const TrainingPair> slice, double rate) {
    const size_t batch = static_cast<size_t>(options_.batch), batches = (slice.size() + batch - 1) / batch;
    std::atomic<size_t> next{0};
    runWorkers(static_cast<int>(std::min(workers_.size(), batches)), [&](int worker) {
        Worker& own = *workers_[static_cast<size_t>(worker)];
        own.loss = 0;
        for (size_t i; (i = next.fetch_add(1, std::memory_order_relaxed)) < batches;)
            own.train(slice.subspan(i * batch, std::min(batch, slice.size() - i * batch)), rate);
    });
    double loss = 0;
    for (size_t worker = 0; worker < std::min(workers_.size(), batches); ++worker)
        loss += workers_[worker]->loss;
    return loss;
}

}  // namespace horo
