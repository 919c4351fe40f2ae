// Entropy of the next symbol against whole distributions, context by context.
#include "core/chunking/ngram_entropy.h"

#include <cmath>
#include <map>

#include "core/base/random.h"
#include "tests/core/chunking/chunked.h"

namespace horo {
namespace {

using Symbols = std::vector<uint32_t>;

/// The same model, each distribution spelled out; the start is a symbol that nothing else is.
std::vector<double> naive(const Symbols& symbols, uint32_t different, size_t order) {
    constexpr uint32_t start = UINT32_MAX;
    Symbols padded(order, start);
    padded.insert(padded.end(), symbols.begin(), symbols.end());
    const auto context = [&](size_t t, size_t k) {
        return Symbols(padded.begin() + static_cast<std::ptrdiff_t>(t + order - k),
                       padded.begin() + static_cast<std::ptrdiff_t>(t + order));
    };
    std::map<Symbols, std::map<uint32_t, double>> counts;
    for (size_t t = 0; t < symbols.size(); ++t)
        for (size_t k = 0; k <= order; ++k)
            ++counts[context(t, k)][symbols[t]];
    std::vector<double> entropy;
    for (size_t t = 0; t < symbols.size(); ++t) {
        std::vector<double> p(different, 1. / different);
        for (size_t k = 0; k <= order; ++k) {
            const auto& seen = counts.at(context(t, k));
            double total = 0;
            for (const auto& [symbol, count] : seen)
                total += count;
            const auto kinds = static_cast<double>(seen.size());
            for (uint32_t x = 0; x < different; ++x)
                p[x] = ((seen.contains(x) ? seen.at(x) : 0) + kinds * p[x]) / (total + kinds);
        }
        double sum = 0;
        for (const double value : p)
            sum -= value * std::log2(value);
        entropy.push_back(sum);
    }
    return entropy;
}

TEST(NgramEntropy, IsThatOfTheWholeDistribution) {
    Random random(1);
    for (int trial = 0; trial < 60; ++trial) {
        const uint32_t different = 1 + random.below(5);
        Symbols symbols;
        for (uint32_t x = 0; x < different; ++x)
            symbols.push_back(x);  // so that each is there
        for (uint32_t i = random.below(150); i > 0; --i)
            symbols.push_back(random.below(different));
        for (const size_t order : {0, 1, 3}) {
            const auto quick = nextSymbolEntropy(symbols, different, order, [] { return true; });
            const auto slow = naive(symbols, different, order);
            ASSERT_TRUE(quick);
            for (size_t t = 0; t < symbols.size(); ++t)
                ASSERT_NEAR((*quick)[t], slow[t], 1e-9) << "order " << order << " at " << t;
        }
    }
}

TEST(ChunkEntropy, CutsWhereARandomSymbolComes) {
    // "abcdef" and then one of two: only that one cannot be foretold.
    Random random(2);
    std::string text;
    for (int i = 0; i < 2000; ++i)
        text += std::string("abcdef") + (random.below(2) ? 'x' : 'y');
    const auto chunked = chunk("chunk.entropy", text, {{"threshold", "0.5"}});
    size_t right = 0;
    for (const uint64_t end : chunked.segmentation->levels[0].ends)
        right += end % 7 == 6;
    EXPECT_GE(right, 1990u);
    EXPECT_LE(chunked.units.size(), 2020u);
    EXPECT_EQ(chunk("chunk.entropy", std::string(1000, 'a')).units.size(), 1u);
}

}  // namespace
}  // namespace horo
