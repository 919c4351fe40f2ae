// What every reader of hierarchies owes on input that is wrong: an error with file, line and advice.
#include "tests/core/io/reading.h"

namespace horo {
namespace {

struct Format {
    std::string name, options;
};

class Hostile : public Reading, public testing::WithParamInterface<Format> {};

TEST_P(Hostile, EncodingsAreNamedWithTheirLine) {
    const auto& [name, options] = GetParam();
    refuseWhatIsNoText(name, options);
    EXPECT_NE(refuse("a b\nc \xE9\n", name, options).place.find(name + ":2"), std::string::npos);
    EXPECT_NE(refuse(std::string_view("a\0\n\0", 4), name, options).cause.find("zero byte"),
              std::string::npos);
    EXPECT_NE(refuse("\xFE\xFF\0a", name, options).advice.find("iconv"), std::string::npos);
    refuse("\n\n \n", name, options);
}

TEST_P(Hostile, NoiseEndsInAnErrorOrAHierarchy) {
    const auto& [name, options] = GetParam();
    for (const char* text :
         {"((((", "<<<<", "[[[[", "{\"", "\"", "a\tb,c d\n", "a,b\nc\td\n", "\r\r\r", "A00",
          "::::", "@prefix", "<?xml", "[Term]", "/////", "a\n\t\t\tb\n", ";", "-?-"})
        for (int repeats : {1, 1000}) {
            std::string noise;
            for (int i = 0; i < repeats; ++i)
                noise += text;
            const auto opened = openSource(scratch.file(name, noise) + options, {Kind::Hierarchy});
            if (opened) continue;
            EXPECT_FALSE(opened.error().advice.empty()) << noise.substr(0, 20);
            EXPECT_NE(opened.error().place.find(name), std::string::npos) << opened.error().text();
            EXPECT_NE(opened.error().blame, Blame::Program);
        }
}

INSTANTIATE_TEST_SUITE_P(Readers, Hostile,
                         testing::Values(Format{"e.tsv", ""}, Format{"l.csv", "?format=lineage"},
                                         Format{"p.paths", ""}, Format{"j.json", "?format=json"},
                                         Format{"i.txt", ""}, Format{"n.nwk", ""}, Format{"o.obo", ""},
                                         Format{"s.ttl", ""}, Format{"x.owl", ""},
                                         Format{"c.txt", "?format=icd"}),
                         [](const auto& about) { return std::string(1, about.param.name[0]); });

class Wrong : public Reading {};

TEST_F(Wrong, CyclesAreNamedWithTheirLine) {
    const auto at = [&](std::string_view text, const std::string& name, const char* line) {
        const auto error = refuse(text, name);
        EXPECT_NE(error.cause.find("cycle"), std::string::npos) << error.text();
        EXPECT_TRUE(error.place.ends_with(name + line)) << error.text();
    };
    at("parent\tchild\na\tb\nb\ta\n", "e.tsv", ":3");
    at("[Term]\nid: a\nis_a: b\n[Term]\nid: b\nis_a: a\n", "o.obo", ":3");
    at("@prefix s: <http://www.w3.org/2004/02/skos/core#> .\n<#a> s:broader <#b> .\n<#b> s:broader <#a> .\n",
       "s.ttl", ":2");
}

TEST_F(Wrong, WhatIsCutSaysSo) {
    const auto says = [&](std::string_view text, const std::string& name, const char* place) {
        EXPECT_NE(refuse(text, name).place.find(place), std::string::npos) << refuse(text, name).text();
    };
    says("{\"name\": \"a\",\n\"children\": [{\"name\"", "j.json", "j.json:2");
    says("(A,\n(B", "n.nwk", "n.nwk:2");
    says("a\tb\nc\n", "e.tsv", "e.tsv:2");
    says("a\tb\n\"c\td\n", "e.tsv", "e.tsv:line 2");
    says("[Term]\nid: a\n[Term]\n", "o.obo", "o.obo:3");
    says("[Term]\nid: a\n[Term]\nid: a\n", "o.obo", "o.obo:3");
    says("<a> <b>\n<c", "s.ttl", "s.ttl:2");
    says("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>\n<rdf:x>", "x.owl", "x.owl:2");
}

TEST_F(Wrong, DepthCostsMemoryNotTheStack) {
    std::string indented, json, edges;
    for (int i = 0; i < 2'000; ++i)
        indented += std::string(static_cast<size_t>(i), '\t') + "n" + std::to_string(i) + "\n";
    EXPECT_EQ(number(open(indented, "i.txt"), "max_depth"), 1'999);
    for (int i = 0; i < 1'000'000; ++i) {
        json += "{\"name\":\"" + std::to_string(i) + "\",\"children\":[";
        edges += std::to_string(i) + "\t" + std::to_string(i + 1) + "\n";
    }
    refuse(json, "j.json");
    const auto deep = open(edges, "e.tsv");
    EXPECT_EQ(std::get<std::shared_ptr<const Hierarchy>>(deep.payload)->maxDepth(), 1'000'000);
    EXPECT_EQ(payloadBytes(deep.payload, "e.txt").error().cause.find("it is so deep"), 0u);
    EXPECT_FALSE(payloadBytes(deep.payload, Output::parse("e.csv?format=lineage").value()).ok() &&
                 payloadBytes(deep.payload, "e.paths")->empty());
}

}  // namespace
}  // namespace horo
