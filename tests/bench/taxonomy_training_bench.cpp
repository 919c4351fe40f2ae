// Positive pairs a second of taxonomy training on the nouns of WordNet: 50 negatives, 10 dimensions.
#include <benchmark/benchmark.h>

#include <cstdlib>

#include "core/embedding/taxonomy_trainer.h"
#include "tests/bench/wordnet.h"

namespace horo {
namespace {

void train(benchmark::State& state, ManifoldKind manifold, Precision precision, int threads) {
    TaxonomyOptions options;
    options.manifold = manifold;
    options.precision = precision;
    options.threads = threads;
    options.burnin = 0;
    options.epochs = 3;
    double pairs = 0, seconds = 0, megabytes = 0;
    for (auto _ : state) {
        const auto trainer = TaxonomyTrainer::create(bench::wordnet("wordnet:noun"), options).value();
        const auto outcome = trainer->run().value();
        state.SetIterationTime(outcome.seconds);
        pairs += outcome.pairsPerSecond * outcome.seconds;
        seconds += outcome.seconds;
        megabytes = outcome.peakMegabytes;
    }
    state.counters["pairs/s"] = pairs / seconds;
    state.counters["peak_MB"] = megabytes;
}

#define HOROCYCLE_TRAIN(manifold, precision)                                               \
    BENCHMARK_CAPTURE(train, manifold##_##precision##_1_thread, ManifoldKind::manifold,    \
                      Precision::precision, 1)                                             \
        ->UseManualTime()                                                                  \
        ->Unit(benchmark::kSecond);                                                        \
    BENCHMARK_CAPTURE(train, manifold##_##precision##_all_threads, ManifoldKind::manifold, \
                      Precision::precision, 0)                                             \
        ->UseManualTime()                                                                  \
        ->Unit(benchmark::kSecond)

HOROCYCLE_TRAIN(Poincare, Float32);
HOROCYCLE_TRAIN(Lorentz, Float32);
HOROCYCLE_TRAIN(Poincare, Float64);
HOROCYCLE_TRAIN(Lorentz, Float64);
HOROCYCLE_TRAIN(Euclidean, Float32);

}  // namespace
}  // namespace horo
