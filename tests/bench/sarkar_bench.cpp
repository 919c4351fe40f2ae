// Sarkar's construction of WordNet's nouns: placing, text there and back, distances, a re-centred picture.
#include <benchmark/benchmark.h>

#include "core/base/random.h"
#include "core/embedding/sarkar.h"
#include "core/geometry/extended_text.h"
#include "core/hierarchy/single_parent.h"
#include "tests/bench/wordnet.h"

namespace horo {
namespace {

const SpanningTree& nouns() {
    static const SpanningTree tree(*withSingleParents(*bench::wordnet("wordnet:noun"), KeptParent::Fewest));
    return tree;
}

/// epsilon = 1 / the benchmark's argument.
std::shared_ptr<const ExtendedPoints> points(int64_t inverse) {
    return sarkarLayout(nouns(), {.epsilon = 1 / static_cast<double>(inverse)}).value().points;
}

void placing(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(points(state.range(0)));
    state.counters["limbs"] = static_cast<double>(points(state.range(0))->limbs());
}
BENCHMARK(placing)->Arg(1)->Arg(10)->Unit(benchmark::kMillisecond)->UseRealTime();

void textThereAndBack(benchmark::State& state) {
    const auto all = points(state.range(0));
    for (auto _ : state)
        benchmark::DoNotOptimize(extendedFromTexts(all->rows(), 2, decimalTexts(*all)).value());
}
BENCHMARK(textThereAndBack)->Arg(1)->Arg(10)->Unit(benchmark::kMillisecond)->UseRealTime();

void distances(benchmark::State& state) {
    const auto all = points(state.range(0));
    Random random(1);
    std::vector<uint32_t> rows(2 << 16);
    for (uint32_t& row : rows)
        row = random.below(static_cast<uint32_t>(all->rows()));
    double sum = 0;
    for (auto _ : state)
        for (size_t i = 0; i < rows.size(); i += 2)
            sum += all->distance(rows[i], rows[i + 1]);
    benchmark::DoNotOptimize(sum);
    state.SetItemsProcessed(static_cast<int64_t>(state.iterations() * rows.size() / 2));
}
BENCHMARK(distances)->Arg(1)->Arg(10);

void recentredPicture(benchmark::State& state) {
    const auto all = points(state.range(0));
    size_t row = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(all->centredOn(row = (row + 7919) % all->rows()));
}
BENCHMARK(recentredPicture)->Arg(1)->Arg(10)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace horo
