// Seconds for the four-point delta: all quadruples of 1,000 rows, and a draw of some.
#include <benchmark/benchmark.h>

#include <numeric>

#include "core/base/random.h"
#include "core/measure/four_point.h"

namespace horo {
namespace {

/// Normal points in 5 dimensions.
const DistanceMatrix& distances() {
    static const DistanceMatrix made = [] {
        constexpr size_t rows = 1000, columns = 5;
        Random random(1);
        std::vector<double> values(rows * columns);
        for (double& value : values)
            value = random.normal();
        Embedding embedding;
        embedding.vectors = Vectors(rows, columns, std::move(values));
        std::vector<uint32_t> all(rows);
        std::iota(all.begin(), all.end(), 0u);
        return rowDistances(embedding, all, 0, [] { return true; }).value();
    }();
    return made;
}

void exact(benchmark::State& state, InstructionSet set, int threads) {
    if (set > bestInstructionSet()) return state.SkipWithError("this processor lacks the instructions");
    FourPoint score;
    for (auto _ : state)
        score = allQuadruples(distances(), threads, {}, set).value();
    state.counters["delta"] = score.delta;
    state.counters["mean"] = score.mean;
}

void drawn(benchmark::State& state, int threads) {
    for (auto _ : state)
        benchmark::DoNotOptimize(drawnQuadruples(distances(), 100'000, 1, 0, threads).value());
}

BENCHMARK_CAPTURE(exact, avx512_2_threads, InstructionSet::Avx512, 2)
    ->Unit(benchmark::kSecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(exact, avx512_1_thread, InstructionSet::Avx512, 1)->Unit(benchmark::kSecond)->UseRealTime();
BENCHMARK_CAPTURE(exact, avx2_2_threads, InstructionSet::Avx2, 2)->Unit(benchmark::kSecond)->UseRealTime();
BENCHMARK_CAPTURE(exact, baseline_2_threads, InstructionSet::Baseline, 2)
    ->Unit(benchmark::kSecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(drawn, draw_of_100000, 1)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace horo
