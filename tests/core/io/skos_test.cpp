#include "core/io/rdf.h"
#include "tests/core/io/reading.h"

namespace horo {
namespace {

class Skos : public Reading {
protected:
    const std::string prefixes = R"(@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
PREFIX owl: <http://www.w3.org/2002/07/owl#>
@prefix : <http://x/> . # a comment
)";
    const std::string rdf = R"(<?xml version="1.0"?>
<!DOCTYPE rdf:RDF [<!ENTITY x "http://x/">]>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:owl="http://www.w3.org/2002/07/owl#"
  xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#" xmlns:skos="http://www.w3.org/2004/02/skos/core#"
  xml:base="http://x/">
)";
};

TEST_F(Skos, ReadsConceptsOfTurtle) {
    const auto opened = open(prefixes + R"(
:a a skos:Concept ; skos:prefLabel "Tiere"@de , "animals"@en, "bêtes"@fr ; skos:definition """All
"animals".""" ;
   skos:narrower :b, <http://x/c> ; .
:b skos:broader :a ; skos:prefLabel 'D\u00f6gs\n' ; skos:broaderTransitive :z ; skos:notation 5.5, true, "x"^^:t .
<c> skos:broader :a, [ skos:prefLabel "nobody" ] ; skos:altLabel ( "x" [ :p :q ] ) .
[ a skos:Collection ; skos:member :a ] .
_:x skos:broader :a .
:alone a skos:Concept .
)",
                             "a.ttl", "?names=iri");
    EXPECT_EQ(edgesOf(opened), "http://x/a>http://x/b http://x/a>http://x/c http://x/a>c ");
    const auto h = hierarchyOf(opened);
    EXPECT_EQ(h->label(0), "animals");
    EXPECT_EQ(h->gloss(0), "All\n\"animals\".");
    EXPECT_EQ(h->label(1), "Dögs\n");
    EXPECT_EQ(number(opened, "nodes"), 5);
    EXPECT_EQ(opened.details["unnamed_skipped"], 2);
    EXPECT_EQ(opened.details["syntax"], "Turtle");
}

TEST_F(Skos, PrefersTheLanguageThatIsAskedFor) {
    const std::string text =
        prefixes +
        ":a skos:broader :b ; rdfs:label \"colour\"@en-GB, \"Farbe\"@DE ; skos:prefLabel "
        "\"couleur\"@fr . :b rdfs:label \"plain\" , \"blank\"@fr .";
    EXPECT_EQ(hierarchyOf(open(text, "a.ttl"))->label(0), "colour");
    EXPECT_EQ(hierarchyOf(open(text, "a.ttl", "?language=de"))->label(0), "Farbe");
    EXPECT_EQ(hierarchyOf(open(text, "a.ttl", "?language=fr"))->label(0), "couleur");
    EXPECT_EQ(hierarchyOf(open(text, "a.ttl"))->label(1), "plain");
}

TEST_F(Skos, ReadsClassesOfRdfXml) {
    const auto opened = open(rdf + R"(
<owl:Class rdf:about="&x;a"><rdfs:label xml:lang="en">A &amp; all</rdfs:label>
  <rdfs:subClassOf rdf:resource="http://www.w3.org/2002/07/owl#Thing"/></owl:Class>
<owl:Class rdf:about="b" rdfs:label="B"><rdfs:subClassOf rdf:resource="a"/>
  <rdfs:subClassOf><owl:Restriction><owl:onProperty rdf:resource="p"/></owl:Restriction></rdfs:subClassOf></owl:Class>
<rdf:Description rdf:ID="c"><rdf:type rdf:resource="http://www.w3.org/2002/07/owl#Class"/>
  <rdfs:subClassOf><owl:Class rdf:about="&x;b"/></rdfs:subClassOf>
  <owl:equivalentClass><owl:Class><owl:intersectionOf rdf:parseType="Collection"><rdf:Description rdf:about="q"/>
  </owl:intersectionOf></owl:Class></owl:equivalentClass>
  <rdfs:seeAlso rdf:parseType="Literal"><rdfs:subClassOf rdf:resource="z"/></rdfs:seeAlso>
  <rdfs:seeAlso rdf:parseType="Resource"><rdfs:subClassOf rdf:resource="z"/></rdfs:seeAlso></rdf:Description>
<owl:Class rdf:about="old"><rdfs:subClassOf rdf:resource="a"/><owl:deprecated>true</owl:deprecated></owl:Class>
</rdf:RDF>
)",
                             "a.owl", "?names=iri");
    EXPECT_EQ(edgesOf(opened), "http://x/a>http://x/b http://x/b>http://x/#c ");
    EXPECT_EQ(hierarchyOf(opened)->label(0), "A & all");
    EXPECT_EQ(hierarchyOf(opened)->label(1), "B");
    EXPECT_EQ(opened.details["edges_to_thing_skipped"], 1);
    EXPECT_EQ(opened.details["deprecated_skipped"], 1);
    EXPECT_EQ(opened.details["unnamed_skipped"], 2);
    EXPECT_TRUE(warns(opened, "restrictions"));
    EXPECT_TRUE(warns(opened, "1 edges of deprecated"));
}

TEST_F(Skos, TellsTheSyntaxByContent) {
    const std::string triple = "<http://x/b> <http://www.w3.org/2004/02/skos/core#broader> <http://x/a> .\n";
    EXPECT_EQ(edgesOf(open(triple, "a.nt")), "a>b ");
    EXPECT_EQ(edgesOf(open(triple, "a.rdf")), "a>b ");
    EXPECT_EQ(open(rdf + "<skos:Concept rdf:about='a'/></rdf:RDF>", "a.ttl").details["syntax"], "RDF/XML");
    EXPECT_EQ(open(rdf + "<skos:Concept rdf:about='a'/></rdf:RDF>", "a.xml").format, "skos");
    EXPECT_EQ(open(prefixes + ":a a skos:Concept .", "a.dat").format, "skos");
}

TEST_F(Skos, SaysWhereTurtleIsWrong) {
    const auto at = [&](std::string_view text, const char* line, const char* cause) {
        const auto error = refuse(prefixes + std::string(text), "a.ttl");
        EXPECT_NE(error.place.find(std::string("a.ttl:") + line), std::string::npos) << error.text();
        EXPECT_NE(error.cause.find(cause), std::string::npos) << error.text();
    };
    at(":a skos:broader :b", "5", "ends where a '.'");
    at("\n:a skos:broader", "6", "ends inside");
    at(":a skos:broader no:b .", "5", "'no:b'");
    at(":a skos:prefLabel \"open\n\" .", "5", "never closed");
    at(":a skos:broader <open .", "5", "in an IRI");
    at(":a skos:broader <open", "5", "never closed");
    at("\"a\" skos:broader :b .", "5", "subject");
    at(":a \"b\" :c .", "5", "predicate");
    at(":a skos:prefLabel \"\\q\" .", "5", "escape");
    at(":a skos:prefLabel \"\\uD800\" .", "5", "escape");
    at(":a :p " + std::string(1'000'000, '('), "5", "ends inside");
    at(":a :p " + std::string(1'000'000, '['), "5", "a term is needed");
    std::string deep = ":a :p ";
    for (int i = 0; i < 1'000'000; ++i)
        deep += "[:p";
    at(deep, "5", "ends inside");
    EXPECT_NE(refuse(prefixes + ":a :p :q .", "a.ttl").cause.find("no skos:Concept"), std::string::npos);
    EXPECT_NE(refuse(prefixes + ":a skos:broader :b . :b skos:broader :a .", "a.ttl").cause.find("cycle"),
              std::string::npos);
    refuseWhatIsNoText("a.ttl");
}

TEST_F(Skos, SaysWhereXmlIsWrong) {
    EXPECT_NE(refuse(rdf + "<skos:Concept>", "a.rdf").cause.find("no whole XML"), std::string::npos);
    EXPECT_NE(refuse(rdf + "\n</skos:Concept>", "a.rdf").place.find("a.rdf:7"), std::string::npos);
    std::string deep = rdf;
    for (int i = 0; i < 500'000; ++i)
        deep += "<skos:Concept><skos:broader>";
    EXPECT_NE(refuse(deep, "a.rdf").cause.find("10000"), std::string::npos);
    refuse("<html><body/></html>", "a.rdf");
}

TEST_F(Skos, NotationsNameConceptsWhereEachHasItsOwn) {
    const std::string noted = prefixes +
                              ":a skos:notation \"1\" ; skos:prefLabel \"x\" . "
                              ":b skos:notation \"1.1\" ; skos:prefLabel \"x\" ; skos:broader :a .";
    EXPECT_EQ(edgesOf(open(noted, "a.ttl")), "1>1.1 ");
    const auto labelled = open(noted, "a.ttl", "?names=label");
    EXPECT_EQ(edgesOf(labelled), "x (a)>x (b) ");
    EXPECT_TRUE(warns(labelled, "2 concepts share their label"));
    EXPECT_EQ(edgesOf(open(noted, "a.ttl", "?names=iri")), "http://x/a>http://x/b ");
    EXPECT_EQ(edgesOf(open(prefixes + ":a skos:notation \"1\" . :b skos:broader :a .", "a.ttl")), "a>b ");
}

TEST_F(Skos, TransitiveEdgesCountOnlyWhereThereAreNoOthers) {
    const auto transitive =
        open(prefixes + ":b skos:broaderTransitive :a . :a skos:narrowerTransitive :c .", "a.ttl");
    EXPECT_EQ(edgesOf(transitive), "a>b a>c ");
    EXPECT_TRUE(warns(transitive, "only broaderTransitive"));
    const auto top = open(prefixes + ":s skos:hasTopConcept :t . :u skos:topConceptOf :s .", "a.ttl");
    EXPECT_EQ(sortedNamesOf(top), (std::vector<std::string>{"t", "u"}));
}

TEST_F(Skos, OtherSyntaxesOfOwlAreNamed) {
    EXPECT_NE(refuse("<?xml version='1.0'?>\n<Ontology xmlns='http://www.w3.org/2002/07/owl#'/>", "a.owl")
                  .cause.find("OWL/XML"),
              std::string::npos);
    EXPECT_NE(refuse("Prefix(:=<http://x/>)\nOntology(<http://x>)\n", "a.owl").cause.find("functional"),
              std::string::npos);
    EXPECT_NE(refuse("Prefix: : <http://x/>\n", "a.owl").cause.find("Manchester"), std::string::npos);
}

/// As Protege writes an ontology.
TEST_F(Skos, ReadsAnOntologyOfProtege) {
    const auto opened = openSource(std::string(HOROCYCLE_TEST_DATA) + "/owl/animals.owl");
    ASSERT_TRUE(opened.ok()) << opened.error().text();
    EXPECT_EQ(edgesOf(*opened), "Animal>Mammal Animal>Bird Mammal>Cat Mammal>Bat ");
    EXPECT_EQ(opened->details["unnamed_skipped"], 1);
    EXPECT_EQ(opened->details["language"], "en");
    const auto german = openSource(std::string(HOROCYCLE_TEST_DATA) + "/owl/animals.owl?language=de");
    EXPECT_EQ(edgesOf(*german),
              "Tier>S\xC3\xA4ugetier Tier>Bird S\xC3\xA4ugetier>Katze S\xC3\xA4ugetier>Bat ");
}

TEST_F(Skos, AMillionStatementsTakeSeconds) {
    std::string text = prefixes;
    for (int i = 1; i < 333'333; ++i) {
        const auto n = std::to_string(i);
        text += ":c" + n + " a skos:Concept ; skos:prefLabel \"concept " + n + "\"@en ; skos:broader :c" +
                std::to_string(i / 10) + " .\n";
    }
    EXPECT_EQ(number(open(text, "a.ttl"), "nodes"), 333'333);
}

TEST_F(Skos, WhatIsWrittenReadsBackTheSame) {
    const auto opened =
        open("parent\tchild\na b\t\"x \"\"y\"\"\\\"\na b\t\xC3\xA4/<#>\n\xC3\xA4/<#>\t\"x \"\"y\"\"\\\"\n",
             "a.tsv");
    const auto back = again(opened, "b.ttl");
    EXPECT_EQ(sortedEdgesOf(back), sortedEdgesOf(opened));
    EXPECT_EQ(hierarchyOf(back)->items()->names(), hierarchyOf(opened)->items()->names());
}

TEST_F(Skos, WhatGrowsIsRefused) {
    std::string laughs = "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a0 'ha'>";
    for (int i = 1; i < 40; ++i)
        laughs += "<!ENTITY a" + std::to_string(i) + " '&a" + std::to_string(i - 1) + ";&a" +
                  std::to_string(i - 1) + ";'>";
    refuse(laughs + "]><r xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:x>&a39;</rdf:x></r>",
           "a.rdf");
    std::string names = prefixes + "@prefix l: <http://" + std::string(4'000, 'l') + "> .\n";
    for (int i = 0; i < 20'000; ++i)
        names += "l:" + std::to_string(i) + " a skos:Concept .\n";
    EXPECT_NE(refuse(names, "a.ttl").cause.find("MB"), std::string::npos);
    const std::string longIri = "http://" + std::string(5'000, 'l');
    EXPECT_NE(refuse("@prefix l: <" + longIri + "> .\n", "a.ttl").cause.find("4096"), std::string::npos);
    EXPECT_NE(refuse("<r xmlns='" + longIri + "'/>", "a.rdf").cause.find("4096"), std::string::npos);
}

TEST(ResolveIri, PutsRelativeOnesBehindTheBase) {
    EXPECT_EQ(resolveIri("http://x/y/z#f", "urn:a"), "urn:a");
    EXPECT_EQ(resolveIri("http://x/y/z#f", "#a"), "http://x/y/z#a");
    EXPECT_EQ(resolveIri("http://x/y/z#f", "a"), "http://x/y/a");
    EXPECT_EQ(resolveIri("http://x/y/z", "/a"), "http://x/a");
    EXPECT_EQ(resolveIri("http://x/y/z", "?a:b"), "http://x/y/z?a:b");
    EXPECT_EQ(resolveIri("http://x", "a"), "http://x/a");
    EXPECT_EQ(resolveIri("http://x/y", "//z/a"), "http://z/a");
    EXPECT_EQ(resolveIri("", "a"), "a");
}

}  // namespace
}  // namespace horo
