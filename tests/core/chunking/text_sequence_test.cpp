// Units and bits of the first chunkers, against a count by hand and a naive one.
#include "core/chunking/text_sequence.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "tests/core/chunking/chunked.h"

namespace horo {
namespace {

using Units = std::vector<std::string>;

TEST(ChunkFixed, CutsBytesAndCharacters) {
    EXPECT_EQ(chunk("chunk.fixed", "abcdefg", {{"width", "3"}}).units, (Units{"abc", "def", "g"}));
    EXPECT_EQ(chunk("chunk.fixed", "aébc", {{"width", "2"}, {"unit", "character"}}).units,
              (Units{"aé", "bc"}));
    EXPECT_EQ(chunk("chunk.fixed", "é", {{"width", "1"}}).units, (Units{"\\xC3", "\\xA9"}));
}

TEST(ChunkSpaces, CutsBehindEveryRunOfWhiteSpace) {
    EXPECT_EQ(chunk("chunk.spaces", "a  b\n\tc").units, (Units{"a  ", "b\n\t", "c"}));
    EXPECT_EQ(chunk("chunk.spaces", "  a ").units, (Units{"  ", "a "}));
    EXPECT_EQ(chunk("chunk.spaces",
                    "a\xC2\xA0"
                    "b")
                  .units,
              (Units{"a\xC2\xA0"
                     "b"}));  // not ASCII
}

TEST(ChunkSentences, CutsBehindTheirMarks) {
    EXPECT_EQ(chunk("chunk.sentences", "One. Two!  \"Three?\" Four").units,
              (Units{"One. ", "Two!  ", "\"Three?\" ", "Four"}));
    EXPECT_EQ(chunk("chunk.sentences", "By J. S. Bach, e.g. a fugue. It ends.\n").units,
              (Units{"By J. S. Bach, e.g. a fugue. ", "It ends.\n"}));
    EXPECT_EQ(chunk("chunk.sentences", "A Heading\n\nText in\ntwo lines").units,
              (Units{"A Heading\n\n", "Text in\ntwo lines"}));
    EXPECT_EQ(chunk("chunk.sentences", " ").units, (Units{" "}));
}

TEST(ChunkBits, AreThoseOfANaiveCount) {
    const std::string text = "the cat sat on the mat the cat ";
    const auto chunked = chunk("chunk.spaces", text);
    std::map<std::string, double> counts, symbols;
    for (const auto& unit : chunked.units)
        ++counts[unit];
    for (const char c : text)
        ++symbols[std::string(1, c)];
    double bits = 0, spelling = 0;
    for (const auto& unit : chunked.units)
        bits -= std::log2(counts[unit] / static_cast<double>(chunked.units.size()));
    for (const auto& [unit, count] : counts)
        for (const char c : unit)
            spelling -= std::log2(symbols[std::string(1, c)] / static_cast<double>(text.size()));
    EXPECT_EQ(chunked.score("units"), 8);
    EXPECT_EQ(chunked.score("inventory"), 5);
    EXPECT_NEAR(chunked.score("bits"), bits, 1e-9);
    EXPECT_NEAR(chunked.score("bits_with_inventory"), bits + spelling, 1e-9);
}

TEST(TextSequence, SaysWhatIsNoText) {
    EXPECT_FALSE(TextSequence::create(std::make_shared<const Text>(), SequenceUnit::Byte).ok());
    const auto broken = std::make_shared<const Text>(Text::ofLines("a\xFF"));
    EXPECT_TRUE(TextSequence::create(broken, SequenceUnit::Byte).ok());
    const auto characters = TextSequence::create(broken, SequenceUnit::Character);
    ASSERT_FALSE(characters.ok());
    EXPECT_NE(characters.error().cause.find("byte 1"), std::string::npos);
}

}  // namespace
}  // namespace horo
