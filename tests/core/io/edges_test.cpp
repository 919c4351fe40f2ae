#include <gtest/gtest.h>

#include "core/hierarchy/closure.h"
#include "core/io/reader.h"
#include "tests/core/scratch.h"

namespace horo {
namespace {

std::shared_ptr<const Hierarchy> hierarchyOf(const Opened& opened) {
    return std::get<std::shared_ptr<const Hierarchy>>(opened.payload);
}

/// The edges as "parent>child" texts, for comparing.
std::string edgesOf(const Opened& opened) {
    const auto h = hierarchyOf(opened);
    std::string text;
    for (const auto& edge : h->edges())
        text += h->name(edge.parent) + ">" + h->name(edge.child) + " ";
    return text;
}

double result(const Opened& opened, std::string_view key) {
    return describe(opened.payload).find(key)->value.value();
}

class Edges : public testing::Test {
protected:
    Opened open(std::string_view text, const std::string& name = "a.tsv", const std::string& options = "") {
        auto opened = openSource(scratch.file(name, text) + options, {Kind::Hierarchy});
        EXPECT_TRUE(opened.ok()) << (opened.ok() ? "" : opened.error().text());
        return opened.ok() ? std::move(*opened) : Opened{};
    }
    Error refuse(std::string_view text, const std::string& name = "a.tsv", const std::string& options = "") {
        const auto opened = openSource(scratch.file(name, text) + options, {Kind::Hierarchy});
        EXPECT_FALSE(opened.ok()) << text;
        return opened.ok() ? Error{} : opened.error();
    }
    Scratch scratch;
};

TEST_F(Edges, TakeTheHeadLineAtItsWord) {
    EXPECT_EQ(edgesOf(open("parent\tchild\na\tb\na\tc\n")), "a>b a>c ");
    EXPECT_EQ(edgesOf(open("child\tparent\nb\ta\nc\ta\n")), "a>b a>c ");
    EXPECT_EQ(edgesOf(open("Child,Parent\nb,a\nc,a\n", "a.csv")), "a>b a>c ");
    EXPECT_EQ(edgesOf(open("hyponym hypernym\nb a\n", "a.edges")), "a>b ");
    const auto opened = open("child\tparent\nb\ta\n");
    EXPECT_EQ(opened.details["order"], "child-parent");
    EXPECT_EQ(opened.details["header"], "yes");
    EXPECT_TRUE(opened.warnings.empty());
}

TEST_F(Edges, SayWhatOrderTheyInferred) {
    const auto down = open("a\tb\na\tc\nb\td\n");
    EXPECT_EQ(edgesOf(down), "a>b a>c b>d ");
    EXPECT_EQ(down.details["order"], "parent-child");
    ASSERT_EQ(down.warnings.size(), 1u);
    EXPECT_NE(down.warnings[0].find("order"), std::string::npos);
    const auto up = open("b\ta\nc\ta\nd\tb\n");
    EXPECT_EQ(up.details["order"], "child-parent");
    EXPECT_EQ(result(up, "roots"), 1);
    // source/target is a head line that does not tell the direction
    const auto graph = open("source,target\nb,a\nc,a\nd,b\n", "a.csv");
    EXPECT_EQ(graph.details["header"], "yes");
    EXPECT_EQ(graph.details["order"], "child-parent");
}

TEST_F(Edges, BelieveTheStatedOrder) {
    const std::string list = "a\tb\na\tc\nb\td\n";
    const auto opened = open(list, "a.tsv", "?order=child-parent");
    EXPECT_EQ(opened.details["order"], "child-parent");
    EXPECT_TRUE(opened.warnings.empty());
    EXPECT_EQ(result(opened, "multi_parent_nodes"), 1);
    EXPECT_EQ(refuse(list, "a.tsv", "?order=sideways").blame, Blame::Usage);
}

TEST_F(Edges, CountDuplicateEdgesOnceAndDropSelfEdges) {
    const auto opened = open("parent\tchild\nroot\troot\nroot\ta\nroot\ta\nroot\ta\na\tb\n");
    EXPECT_EQ(edgesOf(opened), "root>a a>b ");
    ASSERT_EQ(opened.warnings.size(), 2u);
    EXPECT_EQ(opened.warnings[0], "1 self edge dropped (root)");
    EXPECT_EQ(opened.warnings[1], "2 duplicate edges counted once (first: root > a)");
}

TEST_F(Edges, NameTheNodesOfACycle) {
    const auto error = refuse("parent\tchild\nroot\ta\na\tb\nb\tc\nc\ta\nroot\td\n");
    EXPECT_EQ(error.blame, Blame::Input);
    for (const char* node : {"a > b", "b > c", "c > a"})
        EXPECT_NE((error.cause + " > a > b > c").find(node), std::string::npos) << error.cause;
    EXPECT_EQ(error.cause.find("root"), std::string::npos);
    EXPECT_EQ(error.cause.find(" d"), std::string::npos);
}

TEST_F(Edges, NameTheLineThatIsNoEdge) {
    EXPECT_NE(refuse("parent\tchild\na\tb\nlonely\n").place.find("a.tsv:3"), std::string::npos);
    EXPECT_NE(refuse("parent\tchild\na\tb\n\tc\n").place.find("a.tsv:3"), std::string::npos);
    EXPECT_NE(refuse("parent,child\na,\"b\n", "a.csv").place.find("line 2"), std::string::npos);
}

TEST_F(Edges, RefuseWhatIsNoText) {
    const auto says = [&](std::string_view bytes, const char* what) {
        const auto error = refuse(bytes);
        EXPECT_NE(error.cause.find(what), std::string::npos) << error.text();
        EXPECT_FALSE(error.advice.empty());
        EXPECT_FALSE(error.place.empty());
    };
    says("", "empty");
    says("\n\n \n", "empty");
    says("parent\tchild\n", "nothing else");
    says(std::string_view("\xFF\xFE"
                          "a\0\t\0b\0",
                          8),
         "UTF-16");
    says(std::string_view("\xFE\xFF\0a\0\t\0b", 8), "UTF-16");
    says(std::string_view("a\tb\nc\0\td", 8), "zero byte at 5");
    says("a\tb\xE9\n", "not UTF-8: byte 0xe9 at 3");
    says("a\tb\xC3", "not UTF-8");  // cut off inside a character
}

TEST_F(Edges, ReadUtf8WithAndWithoutByteOrderMark) {
    EXPECT_EQ(edgesOf(open("\xEF\xBB\xBFparent\tchild\nBär\tGrizzlybär\n")), "Bär>Grizzlybär ");
    EXPECT_EQ(edgesOf(open("parent\tchild\r\n動物\t犬\r\n")), "動物>犬 ");
}

TEST_F(Edges, KeepNamesWithSpacesAndQuotes) {
    EXPECT_EQ(edgesOf(open("parent,child\n\"a, big\",\"say \"\"b\"\"\"\n", "a.csv")), "a, big>say \"b\" ");
    EXPECT_EQ(edgesOf(open("parent\tchild\nT-shirt/top\tAnkle boot\n")), "T-shirt/top>Ankle boot ");
}

TEST_F(Edges, AChainOfAHundredThousandLevelsIsFast) {
    std::string text = "parent\tchild\n";
    constexpr size_t levels = 100'000;
    for (size_t i = 0; i < levels; ++i)
        text += std::to_string(i) + "\t" + std::to_string(i + 1) + "\n";
    const auto opened = open(text);
    EXPECT_EQ(result(opened, "nodes"), levels + 1);
    EXPECT_EQ(result(opened, "max_depth"), levels);
    EXPECT_EQ(result(opened, "closure_pairs"), static_cast<double>(levels * (levels + 1) / 2));
    EXPECT_FALSE(Closure::create(*hierarchyOf(opened)).ok());  // explained instead of 20 GB
}

TEST_F(Edges, AMissingFileIsSaid) {
    const auto opened = openSource(scratch.path("nothing.tsv"), {Kind::Hierarchy});
    ASSERT_FALSE(opened.ok());
    EXPECT_EQ(opened.error().blame, Blame::Input);
    EXPECT_NE(opened.error().place.find("nothing.tsv"), std::string::npos);
}

}  // namespace
}  // namespace horo
