#include "core/io/vector_table.h"

#include <cmath>

#include "tests/core/io/vectors_reading.h"

namespace horo {
namespace {

class VectorTable : public VectorsReading {};

TEST_F(VectorTable, NumbersAreTheVectorAndTheRestStaysBeside) {
    const auto e = rowsOf(sample("table.csv"));
    EXPECT_EQ(e->items->names(), (Texts{"a", "b", "c", "d"}));
    EXPECT_EQ(e->columns(), 3u);  // x, y, count
    EXPECT_EQ(e->vectors.at(1, 1), 2.5);
    EXPECT_TRUE(e->vectors.isDouble());
    EXPECT_EQ(e->labels, (Texts{"p", "q", "p", "q"}));
    EXPECT_EQ(textsOf(*e, "note"), (Texts{"one", "two, three", "say \"hi\"", "line\nend"}));
    EXPECT_EQ(e->about->columns.size(), 1u);
}

TEST_F(VectorTable, ColumnsAndRolesCanBeStated) {
    const auto e = rowsOf(sample("table.csv") + "?columns=x,y&id=note&label=count&text=note");
    EXPECT_EQ(e->columns(), 2u);
    EXPECT_EQ(e->items->name(1), "two, three");
    EXPECT_EQ(e->labels, (Texts{"1", "2", "3", "4"}));
    EXPECT_EQ(e->textColumn, "note");
    EXPECT_EQ(textsOf(*e, "note").size(), 4u);  // shown, so it stays
    EXPECT_EQ(textsOf(*e, "label").size(), 4u);
    EXPECT_EQ(rowsOf(sample("table.csv") + "?columns=2..3")->columns(), 2u);
    EXPECT_EQ(rowsOf(sample("table.csv") + "?id=none")->items->name(3), "3");
    refuses(sample("table.csv") + "?columns=xx", "no column 'xx'");
    refuses(sample("table.csv") + "?label=lable", "did you mean 'label'");
    refuses(sample("table.csv") + "?columns=note", "where numbers stand before");
}

TEST_F(VectorTable, ColumnsAreNamedInEveryWay) {
    const Texts names{"a", "b", "c", "7"};
    EXPECT_EQ(columnsNamed("c,a", names).value(), (std::vector<size_t>{2, 0}));
    EXPECT_EQ(columnsNamed("b..7", names).value(), (std::vector<size_t>{1, 2, 3}));
    EXPECT_EQ(columnsNamed("1..2,4", names).value(), (std::vector<size_t>{0, 1, 3}));
    EXPECT_FALSE(columnsNamed("", names).ok());
    EXPECT_FALSE(columnsNamed("9", names).ok());
    EXPECT_FALSE(columnsNamed("a..", names).ok());
}

TEST_F(VectorTable, DataFramesAndFilesWithoutAHeaderAreUnderstood) {
    const auto frame = rowsOf(sample("frame.csv"));
    EXPECT_EQ(frame->columns(), 3u);
    EXPECT_EQ(frame->items->names(), (Texts{"0", "1", "2", "3"}));
    const auto bare = rowsOf(scratch.file("b.tsv", "one\t0.5\t1\ntwo\t1.5\t2\n"));
    EXPECT_EQ(bare->items->names(), (Texts{"one", "two"}));
    EXPECT_EQ(numbersOf(*bare), (Numbers{.5, 1, 1.5, 2}));
    const auto semicolons = rowsOf(scratch.file("s.csv", "name;x;y\na;1;2\nb;3;4\n"));
    EXPECT_EQ(semicolons->columns(), 2u);
    EXPECT_EQ(semicolons->items->name(0), "a");
}

TEST_F(VectorTable, TheProjectorsTwoFilesGoTogether) {
    const auto e = rowsOf(sample("projector.tsv") + "?metadata=metadata.tsv&label=kind");
    EXPECT_EQ(e->items->names(), (Texts{"king", "queen", "bear", "new york"}));
    EXPECT_EQ(e->labels, (Texts{"person", "person", "animal", "place"}));
    EXPECT_EQ(e->columns(), 3u);
    EXPECT_EQ(rowsOf(sample("projector.tsv") + "?metadata=" + sample("names.tsv"))->items->name(3),
              "new york");
    refuses(sample("projector.tsv") + "?metadata=" + scratch.file("m.tsv", "a\nb\n"), "describes 2 rows");
    refuses(sample("projector.tsv") + "?metadata=none.tsv", "no such file of metadata");
}

TEST_F(VectorTable, QuotesHoldLinesAndWordsMayBeQuotes) {
    const auto e = rowsOf(scratch.file("q.csv", "id,x,note\n\"a\n1\",1,\"\"\"\"\nb,2,5\" nail\n"));
    EXPECT_EQ(e->items->names(), (Texts{"a\n1", "b"}));
    EXPECT_EQ(textsOf(*e, "note"), (Texts{"\"", "5\" nail"}));
    refuses(scratch.file("o.csv", "id,x\na,1\nb,\"2\nc,3\n"), "o.csv:3");
    const std::string names = scratch.file("w.tsv", "\"\nthe\n");
    EXPECT_EQ(rowsOf(scratch.file("v.tsv", "0.5\t1\n0.25\t2\n") + "?metadata=" + names)->items->name(0),
              "\"");
}

TEST_F(VectorTable, GapsAreNotFinite) {
    const auto e = rowsOf(scratch.file("g.csv", "id,x,y\na,1,\nb,NA,2\nc,nan,inf\nd,1,2\n"));
    EXPECT_EQ(e->vectors.nonFiniteRows(), (std::vector<size_t>{0, 1, 2}));
    const auto dropped = rowsOf(scratch.file("h.csv", "id,x,note\na,,p\nb,2,q\n") + "?non_finite=drop");
    EXPECT_EQ(dropped->items->names(), (Texts{"b"}));
    EXPECT_EQ(textsOf(*dropped, "note"), (Texts{"q"}));
}

TEST_F(VectorTable, WhatIsWrongIsNamedWithItsLine) {
    refuses(scratch.file("a.csv", "id,x,y\na,1,2\nb,1\n"), "a.csv:3");
    refuses(scratch.file("b.csv", "id,x\na,1\na,2\n"), "first in line 2");
    refuses(scratch.file("c.csv", "id,note\na,one\n"), "no column of numbers");
    refuses(scratch.file("d.csv", "id,x\na,\"1\nb,2\n"), "never closed");
    refuses(scratch.file("e.csv", "id,x,t\na,1,\xE9\n"), "not UTF-8");
    refuses(scratch.file("f.csv", ""), "empty");
    refuses(scratch.file("g.csv", "\n\n \n"), "empty lines");
    refuses(scratch.file("h.csv", std::string("\xFF\xFEi\0d\0", 6)), "UTF-16");
    std::string late = "id,x\n";
    for (int i = 0; i < 300; ++i)
        late += std::to_string(i) + "r," + std::to_string(i) + "\n";
    refuses(scratch.file("i.csv", late + "r,oops\n"), "i.csv:302");
}

TEST_F(VectorTable, APreviewShowsRowsAndChoices) {
    const auto seen = preview(sample("table.csv"), {Kind::Embedding}).value();
    ASSERT_TRUE(seen.embedding);
    EXPECT_EQ(seen.embedding->rows, 4u);
    EXPECT_EQ(seen.embedding->header, (Texts{"id", "label", "note", "x", "y", "count"}));
    EXPECT_EQ(seen.embedding->firstRows[1], (Texts{"b", "q", "two, three", "0.001", "2.5", "2"}));
    ASSERT_TRUE(choice(seen, "id"));
    EXPECT_EQ(choice(seen, "id")->value, "id");
    EXPECT_EQ(choice(seen, "label")->alternatives, (Texts{"id", "note", "label", "none"}));
    EXPECT_EQ(choice(seen, "manifold")->value, "euclidean");
    EXPECT_TRUE(seen.opened);
    const auto twice = preview(scratch.file("t.csv", "id,x\na,1\na,2\n"), {Kind::Embedding}).value();
    EXPECT_TRUE(twice.error);
    EXPECT_EQ(twice.embedding->repeatedIds, 1u);
}

TEST_F(VectorTable, VectorsAreKnownByTheirContentEdgesStayEdges) {
    EXPECT_EQ(openSource(scratch.file("v.csv", "id,x,y\na,0.5,1.5\nb,2.5,3.5\n")).value().format, "csv");
    EXPECT_EQ(openSource(scratch.file("e.csv", "parent,child\na,b\n")).value().format, "edges");
}

TEST_F(VectorTable, DamageIsSurvived) {
    survivesDamage("table.csv", "", 3);
    survivesDamage("frame.csv", "", 3);
}

}  // namespace
}  // namespace horo
