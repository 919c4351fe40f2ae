#include "core/chunking/headings.h"

#include <gtest/gtest.h>

#include "core/base/file.h"
#include "tests/core/chunking/chunked.h"
#include "tests/core/spaces/run_method.h"

namespace horo {
namespace {

std::vector<std::string> shown(std::string_view text, HeadingStyle style) {
    std::vector<std::string> lines;
    for (const Heading& heading : headingsOf(text, style))
        lines.push_back(std::to_string(heading.depth) + " " + heading.title + " @" +
                        std::to_string(heading.byte));
    return lines;
}
using Lines = std::vector<std::string>;

TEST(Headings, OfMarkdown) {
    EXPECT_EQ(shown("# A\ntext\n\n   ## B ##\n####### no\n#no\n    # code\n\nC *c*\n===\n\nd\n---\n",
                    HeadingStyle::Markdown),
              (Lines{"1 A @0", "2 B @10", "1 C *c* @48", "2 d @59"}));
    EXPECT_EQ(shown("```\n# no\n~~~\n```\n# yes\n~~~\n# no\n", HeadingStyle::Markdown), (Lines{"1 yes @17"}));
    EXPECT_EQ(shown("a paragraph\nof two lines\n---\n\n---\n\n===", HeadingStyle::Markdown), Lines{});
    EXPECT_EQ(shown("#\r\n# b\r\n", HeadingStyle::Markdown), (Lines{"1  @0", "1 b @3"}));
}

TEST(Headings, OfHtml) {
    EXPECT_EQ(shown("<html><H1 class='x'>One <b>bold</b>\n word</H1><p>x<h7><hr><!-- <h2>no</h2> -->"
                    "<script>'<h3>no'</script><h3>Two</h3><h2",
                    HeadingStyle::Html),
              (Lines{"1 One bold word @6", "3 Two @103"}));
    EXPECT_EQ(shown("<h1>never closed", HeadingStyle::Html), (Lines{"1 never closed @0"}));
    EXPECT_EQ(shown("<!-- <h1>a</h1>", HeadingStyle::Html), Lines{});
}

TEST(Headings, OfNumbersInTheirOrder) {
    EXPECT_EQ(
        shown("1. First\n\n1.1 Below\n\n1.2. Next\n\n7. no\n\n2. small letters: no\n\n2. Second\n3. no\n\n"
              "2.1.1 no\n\n1984 was\n",
              HeadingStyle::Numbered),
        (Lines{"1 First @0", "2 Below @10", "2 Next @21", "1 Second @61"}));
}

TEST(Headings, OfTheLicenceThatDebianShips) {
    const auto text = readFile("/usr/share/common-licenses/GPL-3", 1 << 20);
    if (!text) GTEST_SKIP() << "base-files is not installed";
    ASSERT_EQ(headingStyleOf(*text), HeadingStyle::Numbered);
    const auto headings = headingsOf(*text, HeadingStyle::Numbered);
    ASSERT_EQ(headings.size(), 18u);
    EXPECT_EQ(headings.front().title, "Definitions.");
    EXPECT_EQ(headings.back().title, "Interpretation of Sections 15 and 16.");
}

TEST(ChunkHeadings, NestsSectionsByDepth) {
    const auto text = std::make_shared<const Text>(Text::ofLines("intro\n# \xC3\xA9\n## b\nx\n## c\n# d\n"));
    const auto done = runMethod("chunk.headings", {{"text", text}}, {{"unit", "character"}});
    ASSERT_TRUE(done) << done.error().text();
    const auto cut = std::get<std::shared_ptr<const Segmentation>>(done->outcome.output);
    ASSERT_EQ(cut->levels.size(), 2u);
    EXPECT_EQ(cut->levels[0].ends, (std::vector<uint64_t>{6, 10, 17, 22, 26}));
    EXPECT_EQ(cut->levels[1].ends, (std::vector<uint64_t>{6, 22, 26}));
    EXPECT_TRUE(requireNested(*cut));
    const auto outline = std::get<std::shared_ptr<const Table>>(done->outcome.others.at("outline"));
    EXPECT_EQ(std::get<std::vector<double>>(outline->find("position")->values),
              (std::vector<double>{6, 10, 17, 22}));
}

TEST(ChunkHeadings, AsksForHeadings) {
    const auto text = std::make_shared<const Text>(Text::ofLines("nothing of the kind\n"));
    EXPECT_FALSE(runMethod("chunk.headings", {{"text", text}}, {}));
    EXPECT_FALSE(runMethod("chunk.headings", {{"text", text}}, {{"style", "html"}}));
}

}  // namespace
}  // namespace horo
