// Learners of chunks and variables: what holds for any text, and what they must find.
#include "core/chunking/learned_units.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/base/random.h"
#include "tests/core/chunking/chunked.h"

namespace horo {
namespace {

const LearningListener always = [](size_t, const LearnedUnits&) { return true; };

/// Words of a small made-up language, some with a slot.
std::string madeUp(uint64_t seed, size_t sentences) {
    Random random(seed);
    const std::vector<std::string> nouns{"dog", "cat", "bird", "horse"}, verbs{"sees", "hears", "likes"};
    std::string text;
    for (size_t i = 0; i < sentences; ++i)
        text += "the " + nouns[random.below(4)] + " " + verbs[random.below(3)] + " the " +
                nouns[random.below(4)] + ". ";
    return text;
}

TEST(ChunkHierarchical, CountsWhatItsUnitsCost) {
    const auto chunked = chunk("chunk.hcm", madeUp(1, 100));
    std::map<std::string, double> counts;
    for (const auto& unit : chunked.units)
        ++counts[unit];
    double bits = 0;
    for (const auto& [unit, count] : counts)
        bits -= count * std::log2(count / static_cast<double>(chunked.units.size()));
    EXPECT_NEAR(chunked.score("bits"), bits, 1e-6);
    EXPECT_EQ(chunked.score("inventory"), static_cast<double>(counts.size()));
    std::string all;
    for (const auto& unit : chunked.units)
        all += unit;
    EXPECT_EQ(all, madeUp(1, 100));
}

TEST(ChunkHierarchical, LeavesChanceAlone) {
    Random random(2);
    std::string text;
    for (int i = 0; i < 5000; ++i)
        text += static_cast<char>('a' + random.below(4));
    EXPECT_GT(chunk("chunk.hcm", text, {{"significance", "1e-6"}}).units.size(), 4900u);
    EXPECT_EQ(chunk("chunk.hcm", std::string(1000, 'a')).score("units"), 1000);
}

TEST(ChunkHierarchical, FindsWords) {
    Random random(3);
    const std::vector<std::string> words{"golabu", "tupiro", "bidaku", "padoti"};  // Saffran et al. 1996
    std::string text;
    for (int i = 0; i < 600; ++i)
        text += words[random.below(4)];
    const auto chunked = chunk("chunk.hcm", text);
    EXPECT_LE(chunked.units.size(), 620u);
}

TEST(ChunkVariables, AreNeverWorseThanChunks) {
    Random random(4);
    for (uint64_t trial = 0; trial < 12; ++trial) {
        std::string text = madeUp(trial, 20 + 20 * trial);
        if (trial % 3 == 0)
            for (char& c : text)
                if (random.uniform() < .1) c = static_cast<char>('a' + random.below(20));
        const auto chunks = chunk("chunk.hcm", text), variables = chunk("chunk.hvm", text);
        EXPECT_LE(variables.score("bits"), chunks.score("bits") + 1e-9);
        EXPECT_LE(variables.score("units"), chunks.score("units"));
    }
}

TEST(ChunkVariables, FindTheSlot) {
    // Between two fixed frames stands one of eight random letters, so the frame with a slot is the whole.
    Random random(5);
    std::string text;
    for (int i = 0; i < 500; ++i)
        text += std::string("<<") + static_cast<char>('a' + random.below(8)) + ">>";
    const auto variables = chunk("chunk.hvm", text);
    EXPECT_GE(variables.score("variables"), 1);
    EXPECT_LT(variables.score("units"), 520);
    EXPECT_TRUE(std::ranges::any_of(
        variables.units, [](const std::string& unit) { return unit.find("<X") != std::string::npos; }));
}

TEST(LearnedUnits, SpellTheTextThroughTheirSlots) {
    const std::string text = madeUp(6, 200);
    std::vector<uint32_t> symbols;
    for (const char c : text)
        symbols.push_back(static_cast<unsigned char>(c));
    const auto units = learnVariables(symbols, 256, {}, always);
    EXPECT_EQ(units.parse.ends.back(), symbols.size());
    uint64_t slots = 0, uses = 0;
    for (size_t i = 0; i < units.parse.size(); ++i) {
        const auto& pattern = units.patterns[units.parse.labels[i]];
        const bool isFixed = std::ranges::all_of(pattern, [](uint32_t part) { return part < 256; });
        if (isFixed) {
            ASSERT_EQ(units.parse.ends[i] - units.parse.start(i), pattern.size());
            for (size_t j = 0; j < pattern.size(); ++j)
                ASSERT_EQ(symbols[units.parse.start(i) + j], pattern[j]);
        }
        for (const uint32_t part : pattern)
            slots += part >= 256;
    }
    for (const auto& members : units.variables) {
        EXPECT_GE(members.size(), 2u);
        for (const auto& [member, count] : members)
            uses += count;
    }
    EXPECT_GE(uses, slots);  // a member may itself have slots
}

TEST(LearnedUnits, StopWhenTold) {
    const std::vector<uint32_t> symbols(100, 0);
    const auto units = learnChunks(symbols, 1, {}, [](size_t, const LearnedUnits&) { return false; });
    EXPECT_TRUE(units.stopped);
    EXPECT_EQ(units.parse.size(), 100u);
}

}  // namespace
}  // namespace horo
