#include "core/io/preview.h"

#include <chrono>

#include "tests/core/io/reading.h"

namespace horo {
namespace {

class PreviewOf : public Reading {
protected:
    Preview see(std::string_view text, const std::string& name, const std::string& options = "",
                uint64_t limit = previewBytes) {
        auto seen = preview(scratch.file(name, text) + options, {Kind::Hierarchy}, limit);
        EXPECT_TRUE(seen.ok()) << (seen ? "" : seen.error().text());
        return seen ? std::move(*seen) : Preview{};
    }
    static const ReadingChoice& choice(const Preview& seen, const std::string& key) {
        return *std::ranges::find(seen.choices, key, &ReadingChoice::key);
    }
    using Texts = std::vector<std::string>;
};

TEST_F(PreviewOf, AnEdgeListShowsRowsChoicesAndShape) {
    const auto seen = see("parent\tchild\na\tb\na\tc\nb\tc\na\tb\nd\td\n", "e.tsv");
    EXPECT_EQ(seen.format, "edges");
    EXPECT_EQ(seen.choices.front().key, "format");
    EXPECT_EQ(seen.choices.front().by, "the ending");
    EXPECT_NE(std::ranges::find(seen.choices.front().alternatives, "lineage"),
              seen.choices.front().alternatives.end());
    EXPECT_EQ(choice(seen, "order").value, "parent-child");
    EXPECT_EQ(choice(seen, "order").by, "named by the first line");
    EXPECT_EQ(choice(seen, "order").alternatives, (Texts{"parent-child", "child-parent"}));
    ASSERT_EQ(seen.rows.size(), 6u);
    EXPECT_EQ(seen.rows[0].became, "names of the columns");
    EXPECT_EQ(seen.rows[1].line, 2u);
    EXPECT_EQ(seen.rows[1].text, "a\tb");
    EXPECT_EQ(seen.rows[1].became, "a > b");
    const Outline& shape = *seen.outline;
    EXPECT_EQ(shape.nodes, 4u);
    EXPECT_EQ(shape.edges, 3u);
    EXPECT_EQ(shape.leaves, 2u);
    EXPECT_EQ(shape.maxDepth, 2);
    EXPECT_EQ(shape.roots.first, (Texts{"a", "d"}));
    EXPECT_EQ(shape.orphans.first, (Texts{"d"}));
    EXPECT_EQ(shape.severalParents.first, (Texts{"c"}));
    EXPECT_EQ(shape.duplicateEdges.first, (Texts{"a > b (line 5)"}));
    EXPECT_EQ(shape.selfEdges.first, (Texts{"d (line 6)"}));
    EXPECT_EQ(shape.cycles.count, 0u);
    ASSERT_TRUE(seen.opened);
    EXPECT_EQ(number(*seen.opened, "nodes"), 4);
}

TEST_F(PreviewOf, ACycleIsNamedWithItsLine) {
    const auto seen = see("parent,child\nr,a\na,b\nb,a\nx,y\ny,z\nz,x\n", "c.csv");
    EXPECT_FALSE(seen.opened);
    ASSERT_TRUE(seen.error);
    EXPECT_NE(seen.error->cause.find("cycle"), std::string::npos);
    EXPECT_TRUE(seen.error->place.ends_with("c.csv:4")) << seen.error->place;
    EXPECT_EQ(seen.outline->cycles.count, 2u);
    EXPECT_EQ(seen.outline->cycles.first, (Texts{"a > b > a (line 4)", "x > y > z > x (line 7)"}));
    EXPECT_FALSE(seen.outline->maxDepth);
    EXPECT_EQ(seen.rows.size(), 7u);
}

TEST_F(PreviewOf, WhatIsNotUnderstoodShowsItsLines) {
    const auto seen = see("a\n\tb\n\t\t\tc\n", "i.txt");
    ASSERT_TRUE(seen.error);
    EXPECT_TRUE(seen.error->place.ends_with("i.txt:3"));
    ASSERT_EQ(seen.rows.size(), 3u);
    EXPECT_EQ(seen.rows[2].text, "\t\t\tc");
    EXPECT_FALSE(seen.outline);
    EXPECT_FALSE(preview(scratch.path("missing.tsv")));
    EXPECT_EQ(preview(scratch.file("a.tsv", "a\tb\n") + "?order=up").error().blame, Blame::Usage);
}

TEST_F(PreviewOf, RowsOfEachFormatSayWhatTheyBecame) {
    EXPECT_EQ(see("a,x,1\nb,y,2\n", "l.csv", "?format=lineage").rows[1].became, "b > y > 2");
    EXPECT_EQ(see("/a/b/c\n", "p.paths").rows[0].became, "a > b > c");
    EXPECT_EQ(see("a\n b\n", "i.txt").rows[0].became, "a > b");
    EXPECT_EQ(see("(A,\nB)r;", "t.nwk").rows[1].line, 2u);
    const auto json = see("{\"name\": \"r\",\n \"children\": [\n{\"name\": \"k\"}]}", "t.json");
    EXPECT_EQ(json.rows[0].became, "r > k");
    EXPECT_EQ(json.rows[0].line, 3u);
    const auto obo = see("[Term]\nid: a\n[Term]\nid: b\nis_a: a\nrelationship: part_of a\n", "t.obo");
    EXPECT_EQ(obo.rows[0].text, "is_a: a");
    EXPECT_EQ(choice(obo, "edges").alternatives, (Texts{"is_a", "is_a+part_of"}));
    const auto skos =
        see("@prefix s: <http://www.w3.org/2004/02/skos/core#> .\n<#b> s:broader <#a> ; s:prefLabel "
            "\"B\"@de .",
            "t.ttl");
    EXPECT_EQ(skos.rows[0].line, 2u);
    EXPECT_EQ(choice(skos, "language").alternatives, (Texts{"en", "de"}));
    EXPECT_EQ(see("A00 x\nA00.1 y\n", "t.txt", "?format=icd").rows[0].text, "A00.1 y");
}

TEST_F(PreviewOf, OfALargeFileOnlyTheBeginningIsRead) {
    std::string text = "parent\tchild\n";
    for (int i = 1; i < 10'000; ++i)
        text += std::to_string(i / 3) + "\t" + std::to_string(i) + "\n";
    const auto seen = see(text, "big.tsv", "", 1000);
    EXPECT_FALSE(seen.isWhole);
    EXPECT_FALSE(seen.opened);
    EXPECT_FALSE(seen.error);
    EXPECT_LT(seen.outline->nodes, 200u);
    EXPECT_NE(seen.warnings.back().find("only the first"), std::string::npos);
    std::string nested = "(A" + std::string(2000, ' ') + ",B)r;";
    const auto whole = see(nested, "big.nwk", "", 1000);
    EXPECT_FALSE(whole.outline);
    EXPECT_FALSE(whole.error);
    EXPECT_NE(whole.warnings.back().find("when it is opened"), std::string::npos);
}

TEST_F(PreviewOf, OtherKindsAreOpened) {
    const auto text = preview(scratch.file("a.md", "one\ntwo\n"));
    ASSERT_TRUE(text.ok());
    EXPECT_EQ(text->kind, Kind::Text);
    EXPECT_TRUE(text->opened);
    EXPECT_EQ(text->rows[1].text, "two");
}

TEST_F(PreviewOf, OptionsAreSetInTheSource) {
    const auto source = Source::parse("x.tsv?order=parent-child").value();
    EXPECT_EQ(withOption(source, "order", "child-parent"), "x.tsv?order=child-parent");
    EXPECT_EQ(withOption(source, "format", "lineage"), "x.tsv?format=lineage&order=parent-child");
    EXPECT_EQ(withOption(Source::parse("wordnet:mammal").value(), "edges", "both"),
              "wordnet:mammal?edges=both");
}

TEST_F(PreviewOf, WordNetIsShown) {
    if (!std::filesystem::exists("/usr/share/wordnet/data.noun"))
        GTEST_SKIP() << "wordnet-base is not installed";
    const auto seen = preview("wordnet:mammal").value();
    EXPECT_EQ(seen.choices.front().by, "the name");
    EXPECT_EQ(seen.outline->roots.first, (Texts{"mammal.n.01"}));
    EXPECT_EQ(seen.rows.size(), HierarchyDraft::shownRows);
    EXPECT_EQ(static_cast<double>(seen.outline->edges), number(*seen.opened, "edges"));
    EXPECT_EQ(*seen.outline->maxDepth, number(*seen.opened, "max_depth"));
}

}  // namespace
}  // namespace horo
