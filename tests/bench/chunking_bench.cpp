// Bytes a second of the chunkers, on text of words that are drawn with Zipf's shares.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>

#include "core/base/random.h"
#include "core/chunking/learned_units.h"
#include "core/chunking/lempel_ziv.h"
#include "core/chunking/ngram_entropy.h"
#include "core/chunking/pair_merges.h"
#include "core/chunking/sequitur.h"

namespace horo {
namespace {

constexpr uint32_t letters = 27;  ///< a to z and the blank

/// The first `size` symbols of one long text.
std::vector<uint32_t> text(size_t size) {
    Random random(1);
    std::vector<std::vector<uint32_t>> words(20'000);
    for (auto& word : words) {
        word.resize(1 + random.below(9));
        for (auto& letter : word)
            letter = random.below(letters - 1);
        word.push_back(letters - 1);
    }
    std::vector<uint32_t> symbols;
    while (symbols.size() < size) {
        const auto rank = static_cast<size_t>(std::pow(static_cast<double>(words.size()), random.uniform()));
        const auto& word = words[std::min(rank, words.size()) - 1];
        symbols.insert(symbols.end(), word.begin(), word.end());
    }
    symbols.resize(size);
    return symbols;
}

template <class Chunker>
void over(benchmark::State& state, Chunker&& chunker) {
    const auto symbols = text(static_cast<size_t>(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(chunker(symbols));
    state.SetBytesProcessed(state.iterations() * state.range(0));
}

void lempelZiv(benchmark::State& state) {
    over(state, [](const auto& symbols) { return lempelZivPhrases(symbols, [] { return true; }); });
}
void sequitur(benchmark::State& state) {
    over(state,
         [](const auto& symbols) { return inferGrammar(symbols, letters, [](double) { return true; }); });
}
void pairMerges(benchmark::State& state) {
    over(state, [](const auto& symbols) {
        return learnMerges(symbols, letters, 8000, [](size_t, size_t) { return true; });
    });
}
void entropy(benchmark::State& state) {
    over(state,
         [](const auto& symbols) { return nextSymbolEntropy(symbols, letters, 3, [] { return true; }); });
}
void variables(benchmark::State& state) {
    over(state, [](const auto& symbols) {
        return learnVariables(symbols, letters, {}, [](size_t, const LearnedUnits&) { return true; });
    });
}

BENCHMARK(lempelZiv)->Arg(10'000'000)->Unit(benchmark::kSecond);
BENCHMARK(sequitur)->Arg(10'000'000)->Unit(benchmark::kSecond);
BENCHMARK(pairMerges)->Arg(10'000'000)->Unit(benchmark::kSecond);
BENCHMARK(entropy)->Arg(10'000'000)->Unit(benchmark::kSecond);
BENCHMARK(variables)->Arg(100'000)->Unit(benchmark::kSecond);

}  // namespace
}  // namespace horo
