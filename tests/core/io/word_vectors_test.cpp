#include <cmath>

#include "tests/core/io/vectors_reading.h"

namespace horo {
namespace {

class WordVectors : public VectorsReading {};

TEST_F(WordVectors, TextWithAndWithoutAHeaderAndBytesAreTheSame) {
    for (const std::string source : {"words.vec", "glove.txt?format=glove", "words.vec?format=fasttext"}) {
        const auto e = rowsOf(sample(source));
        EXPECT_EQ(e->items->names(), words) << source;
        EXPECT_EQ(numbersOf(*e), rows) << source;
        EXPECT_FALSE(e->vectors.isDouble());
    }
    const auto e = rowsOf(sample("words.bin"));
    EXPECT_EQ(e->items->names(), (Texts{"king", "queen", "Bär", "new_york"}));
    EXPECT_EQ(numbersOf(*e), rows);
}

TEST_F(WordVectors, NumbersAreReadAsTheyAreWritten) {
    const auto e = rowsOf(scratch.file("n.vec", "1 6\nw +1 -0 1e-50 1E40 .5 -2.5e+1 \r\n"));
    const auto numbers = numbersOf(*e);
    EXPECT_EQ(numbers[0], 1);
    EXPECT_TRUE(std::signbit(numbers[1]));
    EXPECT_EQ(numbers[2], 0);
    EXPECT_TRUE(std::isinf(numbers[3]));
    EXPECT_EQ(numbers[4], .5);
    EXPECT_EQ(numbers[5], -25);
}

TEST_F(WordVectors, ManyBlocksAreRead) {
    std::string text;
    for (int i = 0; i < 60'000; ++i)
        text += "word" + std::to_string(i) + " " + std::to_string(i) + ".5 -0.25 0.001 1 2 3\n";
    const auto e = rowsOf(scratch.file("g.txt", text) + "?format=glove");
    ASSERT_EQ(e->rows(), 60'000u);
    EXPECT_EQ(e->items->name(59'999), "word59999");
    EXPECT_EQ(e->vectors.at(59'999, 0), 59'999.5);
    const auto seen = preview(scratch.path("g.txt") + "?format=glove", {}, 1 << 16).value();
    EXPECT_FALSE(seen.isWhole);
    EXPECT_FALSE(seen.opened);
    EXPECT_FALSE(seen.error) << seen.error->text();
    EXPECT_EQ(seen.embedding->columns, 6u);
    EXPECT_EQ(seen.embedding->firstRows.size(), EmbeddingOutline::shownRows);
    EXPECT_EQ(seen.embedding->firstRows[1][1], "1.5");
}

TEST_F(WordVectors, WhatIsWrongIsNamedWithItsLine) {
    refuses(scratch.file("a.vec", "3 2\na 1 2\nb 1\nc 1 2\n"), "a.vec:3");
    refuses(scratch.file("b.vec", "3 2\na 1 2\nb 1 2\n"), "ends after 2 of the 3 rows");
    refuses(scratch.file("c.vec", "99999999 300\na 1 2\n"), "c.vec:2");
    refuses(scratch.file("d.vec", "999999999999 2\na 1 2\n"), "cannot hold");
    refuses(scratch.file("e.vec", ""), "is empty");
    refuses(scratch.file("f.vec", "2 2\na 1 2\na 3 4\n"), "'a' stands twice, first in line 2");
    refuses(scratch.file("g.txt", "just a sentence\n") + "?format=glove", "no word with numbers");
    refuses(scratch.file("h.txt", std::string("a 1 2\n\0b 1 2\n", 13)) + "?format=glove", "zero byte");
    refuses(scratch.path("missing.vec"), "no such file");
    EXPECT_EQ(refused(sample("words.vec") + "?encoding=ebcdic").blame, Blame::Usage);
}

TEST_F(WordVectors, OldEncodingsAreReadWhenStated) {
    refuses(sample("latin1.vec"), "latin1.vec:4");
    EXPECT_NE(refused(sample("latin1.vec")).advice.find("?encoding=latin-1"), std::string::npos);
    EXPECT_EQ(rowsOf(sample("latin1.vec") + "?encoding=latin-1")->items->names(), words);
}

TEST_F(WordVectors, TheFirstOfEachNameIsKeptWhenStated) {
    const auto opened =
        openSource(scratch.file("d.vec", "3 1\na 1\nb 2\na 3\n") + "?duplicates=first").value();
    const auto& e = *std::get<std::shared_ptr<const Embedding>>(opened.payload);
    EXPECT_EQ(e.items->names(), (Texts{"a", "b"}));
    EXPECT_EQ(numbersOf(e), (Numbers{1, 2}));
    ASSERT_EQ(opened.warnings.size(), 1u);
    EXPECT_NE(opened.warnings[0].find("1 rows repeat an id"), std::string::npos);
}

TEST_F(WordVectors, RowsThatAreNotFiniteAreCountedOrLeftOut) {
    const std::string path = scratch.file("n.vec", "3 2\na 1 2\nb nan 2\nc 1 -inf\n");
    const auto kept = openSource(path).value();
    EXPECT_EQ(describe(kept.payload).find("non_finite")->value, 2);
    EXPECT_FALSE(requireUsable(*std::get<std::shared_ptr<const Embedding>>(kept.payload)).ok());
    const auto dropped = openSource(path + "?non_finite=drop").value();
    EXPECT_EQ(std::get<std::shared_ptr<const Embedding>>(dropped.payload)->items->names(), (Texts{"a"}));
    EXPECT_NE(dropped.warnings.front().find("2 rows with NaN"), std::string::npos);
    EXPECT_EQ(preview(path).value().embedding->nonFinite, 2u);
    refuses(scratch.file("all.vec", "1 1\na nan\n") + "?non_finite=drop", "no row that is finite");
}

TEST_F(WordVectors, OtherFilesThatEndInBinAreNamed) {
    refuses(scratch.file("m.bin", "\xBA\x16\x4F\x2F model"), "model of fastText");
    refuses(scratch.file("p.bin", "PK\x03\x04 archive/data.pkl"), "pickle");
    refuses(scratch.file("q.bin", std::string(100, 'x')), "rows columns");
    refuses(scratch.file("r.bin", "4000000000 4000000000\nword \x01\x02"), "cannot hold");
    const std::string whole = readWhole(sample("words.bin"));
    refuses(scratch.file("cut.bin", whole.substr(0, whole.size() - 6)), "row 3");
}

TEST_F(WordVectors, DamageIsSurvived) {
    survivesDamage("words.vec", "", 3);
    survivesDamage("words.bin", "", 3);
    survivesDamage("glove.txt", "?format=glove", 3);
}

TEST_F(WordVectors, GloveIsKnownByItsContent) {
    std::string text;
    for (const char* word : {"the", "of", "and"})
        text += std::string(word) + " 0.1 0.2 0.3 -0.4 0.5\n";
    EXPECT_EQ(openSource(scratch.file("glove.txt", text)).value().format, "glove");
    EXPECT_EQ(openSource(scratch.file("prose.txt", "It was 1998.\nThen 2 more.\n")).value().format, "text");
}

}  // namespace
}  // namespace horo
