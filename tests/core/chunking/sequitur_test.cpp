// Grammars: what they promise for any sequence, the example of the paper, their levels.
#include "core/chunking/sequitur.h"

#include <map>

#include "core/base/random.h"
#include "tests/core/chunking/chunked.h"

namespace horo {
namespace {

using Symbols = std::vector<uint32_t>;

Symbols spelled(const Grammar& grammar, uint32_t rule) {
    Symbols symbols;
    for (const uint32_t symbol : grammar.rules[rule]) {
        if (symbol < grammar.different) {
            symbols.push_back(symbol);
            continue;
        }
        const Symbols part = spelled(grammar, symbol - grammar.different);
        symbols.insert(symbols.end(), part.begin(), part.end());
    }
    return symbols;
}

Symbols drawn(Random& random, uint32_t different, size_t length) {
    Symbols symbols(length);
    for (auto& symbol : symbols)
        symbol = random.below(different);
    return symbols;
}

TEST(Sequitur, SpellsUsesTwiceAndRepeatsNoPair) {
    Random random(1);
    for (int trial = 0; trial < 2000; ++trial) {
        const uint32_t different = 1 + random.below(4);
        const Symbols symbols = drawn(random, different, 1 + random.below(trial % 50 ? 60 : 2000));
        const auto grammar = inferGrammar(symbols, different, [](double) { return true; });
        ASSERT_TRUE(grammar);
        ASSERT_EQ(spelled(*grammar, 0), symbols);
        std::vector<int> uses(grammar->rules.size());
        std::map<std::pair<uint32_t, uint32_t>, std::pair<size_t, size_t>> firstPlace;
        for (size_t r = 0; r < grammar->rules.size(); ++r) {
            const auto& body = grammar->rules[r];
            for (size_t i = 0; i < body.size(); ++i) {
                if (body[i] >= different) ++uses[body[i] - different];
                if (i + 1 == body.size()) continue;
                const auto [place, isNew] = firstPlace.try_emplace({body[i], body[i + 1]}, r, i);
                ASSERT_TRUE(isNew || (place->second.first == r && place->second.second + 1 == i));
            }
        }
        for (size_t r = 1; r < uses.size(); ++r) {
            ASSERT_GE(uses[r], 2);
            ASSERT_EQ(spelledLengths(*grammar)[r], spelled(*grammar, static_cast<uint32_t>(r)).size());
        }
    }
}

TEST(ChunkSequitur, FindsTheGrammarOfThePaper) {
    // Nevill-Manning & Witten 1997, figure 1c: S -> A A, A -> a B d B, B -> b c.
    const auto chunked = chunk("chunk.sequitur", "abcdbcabcdbc");
    EXPECT_EQ(chunked.units, (std::vector<std::string>{"abcdbc", "abcdbc"}));
    EXPECT_EQ(chunked.score("rules"), 2);
    EXPECT_EQ(chunked.score("inventory"), 1);
    EXPECT_EQ(chunked.score("bits"), 0);
    const auto& levels = chunked.segmentation->levels;
    ASSERT_EQ(levels.size(), 3u);
    EXPECT_EQ(levels[0].size(), 12u);
    EXPECT_EQ(levels[1].ends, (std::vector<uint64_t>{1, 3, 4, 6, 7, 9, 10, 12}));
    EXPECT_EQ(levels[2].ends, (std::vector<uint64_t>{6, 12}));
}

TEST(Sequitur, LevelsExpandByOneStep) {
    Random random(2);
    const Symbols symbols = drawn(random, 2, 3000);
    const auto grammar = inferGrammar(symbols, 2, [](double) { return true; });
    const auto always = [] { return true; };
    const auto all = *grammarLevels(*grammar, symbols, UINT64_MAX, always);
    EXPECT_EQ(all.leftOut, 0u);
    EXPECT_EQ(all.levels.front().labels, symbols);
    EXPECT_EQ(all.levels.back().labels, grammar->rules[0]);
    for (size_t l = all.levels.size() - 1; l > 0; --l) {
        Symbols below;
        for (const uint32_t symbol : all.levels[l].labels)
            if (symbol < 2)
                below.push_back(symbol);
            else
                below.insert(below.end(), grammar->rules[symbol - 2].begin(),
                             grammar->rules[symbol - 2].end());
        EXPECT_EQ(all.levels[l - 1].labels, below);
    }
    const auto few = *grammarLevels(*grammar, symbols, 0, always);
    EXPECT_EQ(few.levels.size(), 2u);
    EXPECT_EQ(few.leftOut, all.levels.size() - 2);
}

}  // namespace
}  // namespace horo
