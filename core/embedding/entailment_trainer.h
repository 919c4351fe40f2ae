// Trains the rows of an entailment model on pairs that hold and on pairs that do not.
#pragma once

#include <functional>

#include "core/embedding/entailment_model.h"
#include "core/embedding/entailment_pairs.h"

namespace horo {

/// Which end of a pair that holds is swapped for a stranger.
enum class Swap { Child, Ancestor, Both };

struct EntailmentOptions {
    int epochs = 0;
    int negatives = 10;    ///< of each pair; Both: half and half
    int batch = 10;        ///< pairs whose gradients are summed into one step of each row
    double lr = 0;         ///< rate of a step
    double finalRate = 1;  ///< times lr, at the end; it falls along half a cosine over the second half
    double margin = 0;     ///< energy that a pair that does not hold should have
    Swap swap = Swap::Both;
    int threads = 1;
    bool deterministic = false;  ///< one thread: same seed, same bytes
    uint64_t seed = 0;
};

struct EntailmentProgress {
    int epoch = 0;              ///< finished epochs
    double share = 0;           ///< of the whole run
    double loss = 0;            ///< mean of the last finished epoch, a pair with its negatives
    double pairsPerSecond = 0;  ///< pairs that hold, over the run
};

/// Loss of a pair: its energy, and for each negative what is missing to the margin, max(0, margin - E)
/// (Vendrov et al. 2016, eq. 8; Ganea et al. 2018, eq. 32). A negative is a pair that is not in training; it
/// may be held out. Refers to its arguments.
class HOROCYCLE_EXPORT EntailmentTrainer {
public:
    /// `known`: the pairs of training.
    EntailmentTrainer(EntailmentModel& model, const EntailmentPairs& pairs, const Closure& known,
                      EntailmentOptions options);
    ~EntailmentTrainer();

    /// Calls `report` at least every 50 ms or so, while no row is changed; false stops.
    EntailmentProgress run(const std::function<bool(const EntailmentProgress&)>& report);

private:
    class Worker;
    double trainSlice(std::span<const TrainingPair> slice, double rate);

    EntailmentModel& model_;
    const EntailmentPairs& pairs_;
    EntailmentOptions options_;
    std::vector<std::unique_ptr<Worker>> workers_;
};

}  // namespace horo
