// Seconds to score an embedding of the nouns of WordNet in 10 dimensions: 82,114 x 82,115 distances.
#include <benchmark/benchmark.h>

#include <map>

#include "core/embedding/taxonomy_trainer.h"
#include "core/measure/nearest.h"
#include "core/measure/reconstruction.h"
#include "tests/bench/wordnet.h"

namespace horo {
namespace {

/// After `epochs` epochs of training; 1 is hardly better than the random start, the hardest case for scoring.
const Embedding& nouns(ManifoldKind manifold, int epochs) {
    static std::map<std::pair<ManifoldKind, int>, Embedding> made;
    auto& embedding = made[{manifold, epochs}];
    if (!embedding.items) {
        TaxonomyOptions options;
        options.manifold = manifold;
        options.epochs = epochs;
        options.burnin = 0;
        const auto trainer = TaxonomyTrainer::create(bench::wordnet("wordnet:noun"), options).value();
        embedding = trainer->run()->embedding;
    }
    return embedding;
}

void score(benchmark::State& state, ManifoldKind manifold, int epochs, size_t sample, int threads) {
    const auto hierarchy = bench::wordnet("wordnet:noun");
    const Closure closure(*hierarchy);
    const Embedding& embedding = nouns(manifold, epochs);
    ReconstructionOptions options;
    options.sample = sample;
    options.threads = threads;
    Reconstruction result;
    for (auto _ : state)
        result = reconstruction(embedding, *hierarchy, closure, options).value();
    state.counters["mean_rank"] = result.meanRank;
    state.counters["map"] = result.map;
}

void nearest(benchmark::State& state, ManifoldKind manifold) {
    const Embedding& embedding = nouns(manifold, 10);
    size_t query = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(nearestRows(embedding, query++ % embedding.rows(), 15));
}

BENCHMARK_CAPTURE(score, poincare_trained, ManifoldKind::Poincare, 10, 0, 0)
    ->Unit(benchmark::kSecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(score, lorentz_trained, ManifoldKind::Lorentz, 10, 0, 0)
    ->Unit(benchmark::kSecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(score, lorentz_trained_1_thread, ManifoldKind::Lorentz, 10, 0, 1)
    ->Unit(benchmark::kSecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(score, lorentz_random, ManifoldKind::Lorentz, 1, 0, 0)
    ->Unit(benchmark::kSecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(score, lorentz_sample_2000, ManifoldKind::Lorentz, 10, 2000, 0)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(nearest, poincare, ManifoldKind::Poincare)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(nearest, lorentz, ManifoldKind::Lorentz)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace horo
