// Nearest rows by every instruction set, and the forces of t-SNE.
#include <benchmark/benchmark.h>

#include "core/base/random.h"
#include "core/neighbors/neighbors.h"
#include "core/projection/repulsion.h"

namespace horo {
namespace {

Embedding normalRows(size_t rows, size_t columns) {
    Random random(1);
    std::vector<float> values(rows * columns);
    for (float& value : values)
        value = static_cast<float>(random.normal());
    std::vector<std::string> names;
    for (size_t i = 0; i < rows; ++i)
        names.push_back(std::to_string(i));
    Embedding embedding;
    embedding.items = *Items::create(std::move(names));
    embedding.vectors = Vectors(rows, columns, std::move(values));
    return embedding;
}

/// 20,000 rows, 15 neighbors: columns, instruction set, threads.
void nearest(benchmark::State& state) {
    SearchOptions options;
    options.set = static_cast<InstructionSet>(state.range(1));
    options.threads = static_cast<int>(state.range(2));
    if (options.set > bestInstructionSet()) return state.SkipWithError("not on this processor");
    const Embedding rows = normalRows(20'000, static_cast<size_t>(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(nearestNeighbors(rows, options));
    const double products = 2e4 * 2e4 / 2 * static_cast<double>(state.range(0));
    state.counters["GFLOP/s"] =
        benchmark::Counter(2e-9 * products, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(nearest)
    ->ArgsProduct({{50, 384}, {0, 1, 2}, {1, 2}})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

/// One step's repulsion of 70,000 normal points: dimensions, threads.
void repulsion(benchmark::State& state) {
    const auto dim = static_cast<size_t>(state.range(0));
    Random random(1);
    std::vector<float> points(70'000 * dim), forces;
    for (float& value : points)
        value = static_cast<float>(30 * random.normal());
    Repulsion repel(dim, 0.5, static_cast<int>(state.range(1)));
    for (auto _ : state)
        benchmark::DoNotOptimize(repel(points, forces));
}
BENCHMARK(repulsion)
    ->ArgsProduct({{2, 3}, {1, 2}})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

}  // namespace
}  // namespace horo
