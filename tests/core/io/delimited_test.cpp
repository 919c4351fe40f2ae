#include "core/io/delimited.h"

#include <gtest/gtest.h>

namespace horo {
namespace {

using Fields = std::vector<std::string>;

std::vector<Fields> split(std::string_view text, char separator) {
    std::vector<Fields> all;
    const auto result = splitDelimited(text, separator);
    for (const auto& line : result.value().lines)
        all.push_back(line.fields);
    return all;
}

TEST(DetectSeparator, LooksAtTheFirstLineThatHasOne) {
    EXPECT_EQ(detectSeparator("a\tb,c d\n"), '\t');
    EXPECT_EQ(detectSeparator("a,b c\n"), ',');
    EXPECT_EQ(detectSeparator("one\ntwo three\n"), ' ');
    EXPECT_EQ(detectSeparator(""), '\t');
}

TEST(SplitDelimited, TakesTsvCsvAndRunsOfSpaces) {
    EXPECT_EQ(split("a\tb\n\tc\nd\t\n", '\t'), (std::vector<Fields>{{"a", "b"}, {"", "c"}, {"d", ""}}));
    EXPECT_EQ(split("a,b\r\nc,d", ','), (std::vector<Fields>{{"a", "b"}, {"c", "d"}}));
    EXPECT_EQ(split("  a   b \n c d", ' '), (std::vector<Fields>{{"a", "b"}, {"c", "d"}}));
}

TEST(SplitDelimited, AnEmptyFieldAtTheEndOfTheFileIsAField) {
    EXPECT_EQ(split("a,b\nc,", ','), (std::vector<Fields>{{"a", "b"}, {"c", ""}}));
}

TEST(SplitDelimited, QuotesHoldSeparatorsLineEndsAndQuotes) {
    EXPECT_EQ(split("\"a,b\",\"c\nd\",\"e\"\"f\"\n", ','), (std::vector<Fields>{{"a,b", "c\nd", "e\"f"}}));
    EXPECT_EQ(split("say \"hi\",x\n", ','), (std::vector<Fields>{{"say \"hi\"", "x"}}));
}

TEST(SplitDelimited, CountsTheLinesInsideQuotes) {
    const auto lines = splitDelimited("\"a\nb\"\tx\n\nc\td\n", '\t').value().lines;
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[0].number, 1u);
    EXPECT_EQ(lines[1].number, 4u);
}

TEST(SplitDelimited, NamesTheLineOfAQuoteThatIsNeverClosed) {
    const auto result = splitDelimited("a\n\"b,c\nd", ',');
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().place, "line 2");
}

TEST(QuoteField, ReadsBackTheSame) {
    for (const std::string field :
         {"plain", "a,b", "a\"b", "\"", "a\nb", "a\tb", " a ", "a\rb", "\r", "end\r"})
        for (const char separator : {',', '\t'}) {
            const std::string line =
                quoteField(field, separator) + separator + quoteField(field, separator) + "\n";
            EXPECT_EQ(split(line, separator), (std::vector<Fields>{{field, field}})) << field;
        }
}

}  // namespace
}  // namespace horo
