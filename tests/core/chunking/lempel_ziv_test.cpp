// Phrases of LZ78 against the textbook, and what holds for any text.
#include "core/chunking/lempel_ziv.h"

#include <set>

#include "core/base/random.h"
#include "tests/core/chunking/chunked.h"

namespace horo {
namespace {

using Units = std::vector<std::string>;

TEST(ChunkLempelZiv, CutsAsTheTextbook) {
    // Cover & Thomas, Elements of Information Theory, 13.4.2.
    EXPECT_EQ(chunk("chunk.lz78", "ABBABBABBBAABABAA").units,
              (Units{"A", "B", "BA", "BB", "AB", "BBA", "ABA", "BAA"}));
    EXPECT_EQ(chunk("chunk.lz78", "aaaa").units, (Units{"a", "aa", "a"}));
}

TEST(ChunkLempelZiv, EveryPhraseIsAKnownOneAndASymbol) {
    Random random(1);
    std::string text;
    for (int i = 0; i < 20000; ++i)
        text += static_cast<char>('a' + random.below(3));
    const auto chunked = chunk("chunk.lz78", text);
    std::set<std::string> known{""};
    for (size_t i = 0; i < chunked.units.size(); ++i) {
        const std::string& phrase = chunked.units[i];
        EXPECT_TRUE(known.contains(phrase.substr(0, phrase.size() - 1)));
        const bool isNew = known.insert(phrase).second;
        EXPECT_TRUE(isNew || i + 1 == chunked.units.size());
    }
}

}  // namespace
}  // namespace horo
