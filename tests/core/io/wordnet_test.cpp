// WordNet 3.0 as Debian ships it: the counts that papers rest on.
#include <gtest/gtest.h>

#include "core/hierarchy/closure.h"
#include "core/io/reader.h"
#include "tests/core/scratch.h"

namespace horo {
namespace {

class WordNet : public testing::Test {
protected:
    void SetUp() override {
        if (!std::filesystem::exists("/usr/share/wordnet/data.noun"))
            GTEST_SKIP() << "wordnet-base is not installed";
    }
    static Opened open(const std::string& source) {
        auto opened = openSource(source, {Kind::Hierarchy});
        EXPECT_TRUE(opened.ok()) << (opened.ok() ? "" : opened.error().text());
        return opened.ok() ? std::move(*opened) : Opened{};
    }
    static std::map<std::string, double> numbers(const std::string& source) {
        std::map<std::string, double> all;
        for (const auto& score : describe(open(source).payload).scores)
            all[score.key] = score.value.value();
        return all;
    }
};

TEST_F(WordNet, NounsOverBothKindsOfEdges) {
    const auto n = numbers("wordnet:noun");
    EXPECT_EQ(n.at("nodes"), 82'115);
    EXPECT_EQ(n.at("edges"), 75'850 + 8'577);
    EXPECT_EQ(n.at("roots"), 1);
    EXPECT_EQ(n.at("multi_parent_nodes"), 2'213);
    EXPECT_EQ(n.at("max_depth"), 19);
    EXPECT_EQ(n.at("closure_pairs"), 743'241);
}

TEST_F(WordNet, NounsOverHypernymsOnly) {
    const auto n = numbers("wordnet:noun?edges=hypernym");
    EXPECT_EQ(n.at("nodes"), 74'401);
    EXPECT_EQ(n.at("edges"), 75'850);
    EXPECT_EQ(n.at("roots"), 12);
    EXPECT_EQ(n.at("closure_pairs"), 663'508);
}

TEST_F(WordNet, Verbs) {
    const auto n = numbers("wordnet:verb");
    EXPECT_EQ(n.at("nodes"), 13'542);
    EXPECT_EQ(n.at("closure_pairs"), 35'079);
}

TEST_F(WordNet, Mammals) {
    auto n = numbers("wordnet:mammal");
    EXPECT_EQ(n.at("nodes"), 1'182);
    EXPECT_EQ(n.at("edges"), 1'182);
    EXPECT_EQ(n.at("closure_pairs"), 6'542);
    n = numbers("wordnet:mammal?edges=hypernym");
    EXPECT_EQ(n.at("nodes"), 1'170);
    EXPECT_EQ(n.at("edges"), 1'170);
    EXPECT_EQ(n.at("closure_pairs"), 6'448);
}

TEST_F(WordNet, NamesAreThoseOfNltk) {
    const auto h = std::get<std::shared_ptr<const Hierarchy>>(open("wordnet:noun").payload);
    for (const char* name :
         {"entity.n.01", "mammal.n.01", "dog.n.01", "frank.n.02", "blighty.n.01", "bank.n.09"})
        EXPECT_TRUE(h->items()->rowOf(std::string_view(name))) << name;
    const auto dog = static_cast<Node>(*h->items()->rowOf(std::string_view("dog.n.01")));
    EXPECT_EQ(h->label(dog), "dog");
    EXPECT_EQ(h->gloss(dog).substr(0, 22), "a member of the genus ");
    std::vector<std::string> parents;
    for (const Node parent : h->parents(dog))
        parents.push_back(h->name(parent));
    EXPECT_EQ(parents, (std::vector<std::string>{"canine.n.02", "domestic_animal.n.01"}));
}

TEST_F(WordNet, AFolderIsReadToo) {
    const auto named = open("wordnet:noun"), folder = open("/usr/share/wordnet");
    EXPECT_EQ(named.origin.sha256, folder.origin.sha256);
    EXPECT_EQ(numbers("/usr/share/wordnet?root=mammal").at("nodes"), 1'182);
    EXPECT_EQ(numbers("/usr/share/wordnet?pos=verb").at("nodes"), 13'542);
}

TEST_F(WordNet, AnUnknownWordIsSaid) {
    const auto opened = openSource("wordnet:mamal");
    ASSERT_FALSE(opened.ok());
    EXPECT_NE(opened.error().cause.find("mamal"), std::string::npos);
    EXPECT_EQ(openSource("wordnet:").error().blame, Blame::Usage);
}

TEST(WordNetFolder, DamagedLinesAreNamed) {
    const Scratch scratch;
    const auto place = [&](const std::string& data, const std::string& index) {
        scratch.file("data.noun", data);
        scratch.file("index.noun", index);
        const auto opened = openSource(scratch.folder().string());
        return opened ? std::string("opened") : opened.error().place;
    };
    const std::string sound =
        "  1 licence\n00001740 03 n 01 entity 0 001 ~ 00001930 n 0000 | that which is\n"
        "00001930 03 n 01 thing 0 001 @ 00001740 n 0000 | a thing\n";
    const std::string index = "entity n 1 1 ~ 1 0 00001740  \nthing n 1 1 @ 1 0 00001930  \n";
    EXPECT_EQ(place(sound, index), "opened");
    EXPECT_EQ(place(sound + "00002000 03 n 02 broken\n", index), scratch.path("data.noun") + ":4");
    EXPECT_EQ(place(sound, index + "bad n 1 4294967295\n"), scratch.path("index.noun") + ":3");
    EXPECT_EQ(place(sound, index + "bad n 1 1 @ 9 0 x\n"), scratch.path("index.noun") + ":3");
    EXPECT_EQ(place(sound + "00001930 03 n 01 again 0 000 | twice\n", index),
              scratch.path("data.noun") + ":4");
}

TEST(WordNetFolder, ALemmaWithoutSensesIsNoRoot) {
    const Scratch scratch;
    scratch.file("data.noun", "00001740 03 n 01 entity 0 000 | that which is\n");
    scratch.file("index.noun", "entity n 0 0 0 0  \n");
    EXPECT_FALSE(openSource(scratch.folder().string() + "?root=entity").ok());
}

}  // namespace
}  // namespace horo
