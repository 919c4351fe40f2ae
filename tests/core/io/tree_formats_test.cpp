// Hierarchies in formats where nesting or paths say who is whose parent.
#include <gtest/gtest.h>

#include "core/io/reader.h"
#include "core/io/writer.h"
#include "tests/core/scratch.h"

namespace horo {
namespace {

class TreeFormats : public testing::Test {
protected:
    Result<Opened> open(const std::string& name, const std::string& bytes,
                        const std::string& options = {}) const {
        return openSource(scratch.file(name, bytes) + options, {Kind::Hierarchy});
    }
    std::shared_ptr<const Hierarchy> tree(const std::string& name, const std::string& bytes,
                                          const std::string& options = {}) const {
        auto opened = open(name, bytes, options);
        EXPECT_TRUE(opened.ok()) << (opened ? "" : opened.error().text());
        return opened ? std::get<std::shared_ptr<const Hierarchy>>(opened->payload) : nullptr;
    }
    std::string cause(const std::string& name, const std::string& bytes,
                      const std::string& options = {}) const {
        const auto opened = open(name, bytes, options);
        EXPECT_FALSE(opened.ok()) << bytes;
        return opened ? "" : opened.error().text();
    }
    /// "a>b" for each edge, in order.
    static std::vector<std::string> edges(const Hierarchy& h) {
        std::vector<std::string> list;
        for (const auto& [parent, child] : h.edges())
            list.push_back(h.name(parent) + ">" + h.name(child));
        std::ranges::sort(list);
        return list;
    }
    using Edges = std::vector<std::string>;
    Scratch scratch;
};

TEST_F(TreeFormats, LineageNamesByPathWhereNamesRepeat) {
    const auto h = tree("l.csv", "a,x,1\na,y,\nb,x,2\n", "?format=lineage");
    EXPECT_EQ(edges(*h), (Edges{"a/x>1", "a>a/x", "a>y", "b/x>2", "b>b/x"}));
    EXPECT_EQ(h->label(*h->items()->rowOf(std::string_view("b/x"))), "x");
    const auto ranks = tree("r.tsv", "Kingdom\tFamily\tSpecies\nAnimals\tCats\tLion\n");
    EXPECT_EQ(edges(*ranks), (Edges{"Animals>Cats", "Cats>Lion"}));
    EXPECT_EQ(tree("h.csv", "level_1,level_2\na,b\n", "?format=lineage")->size(), 2u);
    EXPECT_NE(cause("g.csv", "a,,c\n", "?format=lineage").find("g.csv:1"), std::string::npos);
}

TEST_F(TreeFormats, PathsAreSplit) {
    EXPECT_EQ(edges(*tree("p.paths", "/a/b\na/c/\n\na/b/d\r\n")), (Edges{"a>b", "a>c", "b>d"}));
    EXPECT_EQ(edges(*tree("q.paths", "a.b.c\n", "?separator=.")), (Edges{"a>b", "b>c"}));
    EXPECT_NE(cause("r.paths", "a//b\n").find("empty level before 'b'"), std::string::npos);
}

TEST_F(TreeFormats, IndentedTextTakesTabsOrSpaces) {
    EXPECT_EQ(edges(*tree("i.txt", "a\n\tb\n\t\tc\n\td\ne\n")), (Edges{"a>b", "a>d", "b>c"}));
    EXPECT_EQ(edges(*tree("j.txt", "a\n   b\n      c\n   d\n")), (Edges{"a>b", "a>d", "b>c"}));
    EXPECT_NE(cause("k.txt", "a\n  b\n   c\n").find("k.txt:3: is indented by 3"), std::string::npos);
    EXPECT_NE(cause("m.txt", "a\n\tb\n\t\t\tc\n").find("m.txt:3"), std::string::npos);
    EXPECT_NE(cause("n.txt", "a\n\tb\n \tc\n").find("mixes tabs and spaces"), std::string::npos);
}

TEST_F(TreeFormats, NestedJsonInAnyOrderOfKeys) {
    EXPECT_EQ(edges(*tree("t.json",
                          R"({"children": [{"name": "b", "size": {"w": [1]}}, {"name": "c", "children": []}],
                                        "name": "a", "note": null})")),
              (Edges{"a>b", "a>c"}));
    EXPECT_EQ(tree("f.json", R"([{"name": "a"}, {"name": "b"}])")->roots().size(), 2u);
    for (const char* bad :
         {"", "{", "[1]", "{}", R"({"name": 1})", R"({"name": "a", "children": {"name": "b"}})",
          R"({"name": "a", "children": "b"})", R"({"name": "a"} x)", R"([["a"]])"})
        EXPECT_FALSE(cause("bad.json", bad).empty());
    std::string deep;
    for (int i = 0; i < 100000; ++i)
        deep += "{\"name\": \"n" + std::to_string(i) + "\", \"children\": [";
    for (int i = 0; i < 100000; ++i)
        deep += "]}";
    EXPECT_EQ(tree("deep.json", deep)->maxDepth(), 99999);
}

TEST_F(TreeFormats, NewickWithQuotesCommentsLengthsAndUnnamedNodes) {
    const auto h = tree("t.nwk", "((A:0.1,'B''s, (x)':2e-3)inner[a comment]:1,(C,D)) root ;\n");
    EXPECT_EQ(edges(*h),
              (Edges{"inner>A", "inner>B's, (x)", "node 1>C", "node 1>D", "root>inner", "root>node 1"}));
    EXPECT_EQ(tree("two.nwk", "(A,B)x;(C,D)y;")->roots().size(), 2u);
    EXPECT_EQ(tree("one.nwk", "A;")->size(), 1u);
    EXPECT_EQ(tree("same.nwk", "((A,B)n,(A,C)m)r;")
                  ->name(*tree("same.nwk", "((A,B)n,(A,C)m)r;")->items()->rowOf(std::string_view("r/m/A"))),
              "r/m/A");
    for (const char* bad :
         {"", " ", "(A,B)", "(A,B;", "A,B;", "(A))B;", "(A:x)B;", "('A)B;", "(A[)B;", "(A B)C;"})
        EXPECT_NE(cause("bad.nwk", bad).find("bad.nwk"), std::string::npos) << bad;
    const std::string open(1'000'000, '('), close(1'000'000, ')');
    EXPECT_EQ(tree("deep.nwk", open + "A" + close + ";")->maxDepth(), 1'000'000);
    EXPECT_NE(cause("cut.nwk", open).find("1000000 open brackets"), std::string::npos);
}

TEST_F(TreeFormats, OboTermsByIsAAndMore) {
    const std::string text =
        "format-version: 1.2\n\n[Term]\nid: X:1\nname: organ\ndef: \"A part \\\"of\\\" a body.\" "
        "[REF:1]\n\n[Term]\nid: "
        "X:2\nname: heart\nis_a: X:1 {source=\"y\"} ! organ\nrelationship: part_of X:3 ! body\n\n[Term]\nid: "
        "X:3\nname: "
        "body\n\n[Term]\nid: X:4\nis_obsolete: true\nis_a: X:1\n\n[Term]\nid: X:5\nis_a: "
        "Y:9\n\n[Typedef]\nid: part_of\n";
    const auto opened = open("o.obo", text).value();
    const auto h = std::get<std::shared_ptr<const Hierarchy>>(opened.payload);
    EXPECT_EQ(h->size(), 4u);
    EXPECT_EQ(edges(*h), (Edges{"X:1>X:2"}));
    const Node organ = static_cast<Node>(*h->items()->rowOf(std::string_view("X:1")));
    EXPECT_EQ(h->label(organ), "organ");
    EXPECT_EQ(h->gloss(organ), "A part \"of\" a body.");
    ASSERT_EQ(opened.warnings.size(), 1u);
    EXPECT_EQ(edges(*tree("o.obo", text, "?edges=is_a+part_of")), (Edges{"X:1>X:2", "X:3>X:2"}));
    EXPECT_NE(cause("p.obo", "[Term]\nname: x\n").find("without an id"), std::string::npos);
    EXPECT_NE(cause("q.obo", "format-version: 1.2\n").find("holds no [Term]"), std::string::npos);
    EXPECT_NE(cause("r.obo", "[Term]\nid: a\nis_a: b\n[Term]\nid: b\nis_a: a\n").find("cycle"),
              std::string::npos);
}

TEST_F(TreeFormats, WhatIsWrittenReadsBackTheSame) {
    const auto h = tree("t.nwk", "((A,'B''s, (x)')inner,(C,(A,D)inner)m)root;(E)second;");
    const Payload payload = h;
    for (const char* name : {"w.nwk", "w.json", "w.txt", "w.paths", "w.obo"}) {
        const auto bytes = payloadBytes(payload, name);
        ASSERT_TRUE(bytes.ok()) << name << ": " << bytes.error().text();
        const auto again = tree(name, *bytes);
        EXPECT_EQ(edges(*again), edges(*h)) << *bytes;
        EXPECT_EQ(again->roots().size(), 2u) << name;
        for (Node v = 0; v < h->size(); ++v)
            EXPECT_EQ(again->label(static_cast<Node>(*again->items()->rowOf(h->name(v)))), h->label(v))
                << name;
    }
    const auto dag = tree("d.tsv", "parent\tchild\na\tc\nb\tc\n");
    const auto refused = payloadBytes(Payload(dag), "d.nwk");
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().cause, "c has 2 parents, which .nwk cannot say");
    EXPECT_EQ(edges(*tree("d.obo", *payloadBytes(Payload(dag), "d.obo"))), edges(*dag));
    EXPECT_FALSE(payloadBytes(Payload(tree("s.json", "{\"name\": \"a/b\"}")), "s.paths").ok());
    EXPECT_FALSE(payloadBytes(Payload(tree("u.json", "{\"name\": \" a\"}")), "u.txt").ok());
}

TEST_F(TreeFormats, LineagesAreWrittenWhereTheyAreAskedFor) {
    const auto h = tree("t.nwk", "((A,'B, x'),C)root;");
    const auto output = Output::parse("o.csv?format=lineage").value();
    const auto bytes = payloadBytes(Payload(h), output).value();
    EXPECT_EQ(bytes, "level_1,level_2,level_3\nroot,node 1,A\nroot,node 1,\"B, x\"\nroot,C\n");
    EXPECT_EQ(edges(*tree("o.csv", bytes)), edges(*h));
    EXPECT_FALSE(Output::parse("o.csv?format=poem"));
    EXPECT_FALSE(payloadBytes(Payload(h), Output::parse("o.nwk?format=lineage").value()));
    const auto dag = tree("d.tsv", "parent\tchild\na\tc\nb\tc\n");
    EXPECT_EQ(payloadBytes(Payload(dag), output).error().cause,
              "c has 2 parents, which a lineage cannot say");
}

TEST_F(TreeFormats, MammalsGoThroughEveryFormat) {
    if (!std::filesystem::exists("/usr/share/wordnet/data.noun"))
        GTEST_SKIP() << "wordnet-base is not installed";
    const auto dag = std::get<std::shared_ptr<const Hierarchy>>(openSource("wordnet:mammal").value().payload);
    for (const char* name : {"m.tsv", "m.csv", "m.obo", "m.ttl"})
        EXPECT_EQ(edges(*tree(name, payloadBytes(Payload(dag), name).value())), edges(*dag)) << name;
    for (const char* name : {"m.nwk", "m.json", "m.txt", "m.paths"})
        EXPECT_FALSE(payloadBytes(Payload(dag), name).ok()) << name;

    std::vector<Hierarchy::Edge> first;  // a tree: the first parent of each
    for (Node v = 0; v < dag->size(); ++v)
        if (!dag->isRoot(v)) first.push_back({dag->parents(v)[0], v});
    const auto h = Hierarchy::create(dag->items(), first, dag->texts()).value();
    for (const char* name : {"m.tsv", "m.nwk", "m.json", "m.txt", "m.paths", "m.obo", "m.ttl"})
        EXPECT_EQ(edges(*tree(name, payloadBytes(Payload(h), name).value())), edges(*h)) << name;
    const auto lineage = payloadBytes(Payload(h), Output::parse("m.csv?format=lineage").value()).value();
    EXPECT_EQ(edges(*tree("m.csv", lineage)), edges(*h));
    const auto back = tree("m.ttl", payloadBytes(Payload(h), "m.ttl").value());
    EXPECT_EQ(back->label(0), h->label(0));
    EXPECT_EQ(back->gloss(0), h->gloss(0));
}

TEST_F(TreeFormats, TheEndingTxtIsATextUnlessAHierarchyIsWanted) {
    const auto path = scratch.file("a.txt", "a\n\tb\n");
    EXPECT_EQ(kindOf(openSource(path).value().payload), Kind::Text);
    EXPECT_EQ(kindOf(openSource(path, {Kind::Hierarchy}).value().payload), Kind::Hierarchy);
    EXPECT_EQ(kindOf(openSource(path + "?kind=hierarchy").value().payload), Kind::Hierarchy);
    EXPECT_EQ(kindOf(openSource(scratch.file("s.json",
                                             "{\"length\": 1, \"unit\": \"byte\", \"spans\": [{\"start\": 0, "
                                             "\"end\": 1, \"level\": 0, \"label\": \"\"}]}"))
                         .value()
                         .payload),
              Kind::Segmentation);
}

}  // namespace
}  // namespace horo
