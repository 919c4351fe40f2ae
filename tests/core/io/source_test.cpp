#include "core/io/source.h"

#include <gtest/gtest.h>

#include "core/io/reader.h"
#include "tests/core/scratch.h"

namespace horo {
namespace {

TEST(SourceParse, PartsSchemeNameAndOptions) {
    const auto source = Source::parse("wordnet:mammal?edges=hypernym&x=a=b").value();
    EXPECT_EQ(source.scheme, "wordnet");
    EXPECT_EQ(source.name, "mammal");
    EXPECT_EQ(source.option("edges"), "hypernym");
    EXPECT_EQ(source.option("x"), "a=b");
    EXPECT_EQ(source.title(), "wordnet:mammal");
    EXPECT_EQ(Source::parse("a/b.tsv?order=parent-child").value().name, "a/b.tsv");
    EXPECT_EQ(Source::parse("C:odd.tsv").value().scheme, "");
    EXPECT_EQ(Source::parse("-?format=edges").value().name, "-");
}

TEST(SourceParse, RefusesWhatIsNoOption) {
    for (const char* text : {"", "a.tsv?order", "a.tsv?=x", "a.tsv?a=b&c"}) {
        const auto source = Source::parse(text);
        ASSERT_FALSE(source.ok()) << text;
        EXPECT_EQ(source.error().blame, Blame::Usage) << text;
    }
}

TEST(SourceParse, AFileMayHaveAQuestionMarkInItsName) {
    const Scratch scratch;
    const auto path = scratch.file("what?.tsv", "parent\tchild\na\tb\n");
    EXPECT_EQ(Source::parse(path).value().name, path);
    EXPECT_TRUE(openSource(path).ok());
    EXPECT_TRUE(openSource(path + "?order=parent-child").ok());
}

TEST(OpenSource, FormatAndKindOverruleTheEnding) {
    const Scratch scratch;
    const auto path = scratch.file("odd.dat", "parent\tchild\na\tb\n");
    const auto unknown = openSource(path);
    ASSERT_FALSE(unknown.ok());
    EXPECT_NE(unknown.error().advice.find("format="), std::string::npos);
    EXPECT_TRUE(openSource(path + "?format=edges").ok());
    EXPECT_EQ(kindOf(openSource(path + "?format=table").value().payload), Kind::Table);
    EXPECT_EQ(openSource(path + "?format=nonsense").error().blame, Blame::Usage);
    EXPECT_EQ(openSource(path + "?kind=nonsense").error().blame, Blame::Usage);
    const auto list = scratch.file("list.tsv", "a\tb\n");
    EXPECT_EQ(kindOf(openSource(list + "?kind=table").value().payload), Kind::Table);
    EXPECT_EQ(kindOf(openSource(list, {Kind::Table}).value().payload), Kind::Table);
}

}  // namespace
}  // namespace horo
