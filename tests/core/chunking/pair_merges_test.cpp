// Byte pair encoding against merges that are counted anew each time.
#include "core/chunking/pair_merges.h"

#include <map>

#include "core/base/random.h"
#include "tests/core/chunking/chunked.h"

namespace horo {
namespace {

using Tokens = std::vector<uint32_t>;

PairMerges naive(Tokens tokens, uint32_t different, size_t most) {
    PairMerges result;
    while (result.merges.size() < most) {
        std::map<std::pair<uint32_t, uint32_t>, uint64_t> counts;
        for (size_t i = 0; i + 1 < tokens.size(); ++i)
            ++counts[{tokens[i], tokens[i + 1]}];
        PairMerge best;
        for (const auto& [pair, count] : counts)  // in the order of the pairs, so the first of equals stays
            if (count > best.count) best = {pair.first, pair.second, count};
        if (best.count < 2) break;
        const auto token = different + static_cast<uint32_t>(result.merges.size());
        result.merges.push_back(best);
        Tokens merged;
        for (size_t i = 0; i < tokens.size(); ++i) {
            const bool here = i + 1 < tokens.size() && tokens[i] == best.left && tokens[i + 1] == best.right;
            merged.push_back(here ? token : tokens[i]);
            i += here;
        }
        tokens = std::move(merged);
    }
    result.tokens.labels = tokens;
    return result;
}

TEST(PairMerges, AreThoseOfCountingAnew) {
    Random random(1);
    for (int trial = 0; trial < 300; ++trial) {
        const uint32_t different = 1 + random.below(4);
        Tokens symbols(1 + random.below(200));
        for (auto& symbol : symbols)
            symbol = random.below(different);
        const auto quick = learnMerges(symbols, different, 30, [](size_t, size_t) { return true; });
        const auto slow = naive(symbols, different, 30);
        ASSERT_EQ(quick.merges, slow.merges);
        ASSERT_EQ(quick.tokens.labels, slow.tokens.labels);
        EXPECT_EQ(quick.tokens.ends.back(), symbols.size());
    }
}

TEST(ChunkPairMerges, MergesTheMostFrequentPairFirst) {
    // The example of Gage 1994 as Wikipedia tells it: aa, then ab, then both.
    const auto chunked = chunk("chunk.bpe", "aaabdaaabac", {{"merges", "3"}});
    EXPECT_EQ(chunked.units, (std::vector<std::string>{"aaab", "d", "aaab", "a", "c"}));
    EXPECT_EQ(chunk("chunk.bpe", "ab", {{"merges", "3"}}).units.size(), 2u);
}

TEST(ChunkPairMerges, KeepsWhatItHasWhenToldToStop) {
    const auto stopped =
        learnMerges(Tokens(1000, 0), 1, 100, [](size_t merges, size_t) { return merges < 3; });
    EXPECT_TRUE(stopped.stopped);
    EXPECT_EQ(stopped.merges.size(), 3u);
    EXPECT_EQ(stopped.tokens.size(), 125u);
}

}  // namespace
}  // namespace horo
