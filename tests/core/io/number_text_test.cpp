#include "core/io/number_text.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "core/base/random.h"

namespace horo {
namespace {

double read(std::string_view text) {
    double value = -77;
    return takeNumber(text, value) && text.empty() ? value : -77;
}

TEST(NumberText, AgreesWithTheLibraryToTheLastBit) {
    Random random(1);
    for (int i = 0; i < 20'000; ++i) {
        const double value =
            (random.uniform() - .5) * std::pow(10, static_cast<int>(20 * random.uniform()) - 6);
        for (const std::string& text : {fmt::format("{:.5f}", value), fmt::format("{:.10f}", value),
                                        fmt::format("{}", value), fmt::format("{:.4e}", value)}) {
            double expected;
            std::from_chars(text.data(), text.data() + text.size(), expected);
            ASSERT_EQ(read(text), expected) << text;
        }
    }
}

TEST(NumberText, TakesEveryWayToWriteANumber) {
    EXPECT_EQ(read("5."), 5);
    EXPECT_EQ(read(".5"), .5);
    EXPECT_EQ(read("+2"), 2);
    EXPECT_TRUE(std::signbit(read("-0")));
    EXPECT_EQ(read("1E3"), 1000);
    EXPECT_EQ(read("123456789012345678901234567890"), 123456789012345678901234567890.);
    EXPECT_EQ(read("1e999"), INFINITY);
    EXPECT_EQ(read("-1e999"), -INFINITY);
    EXPECT_EQ(read("1e-999"), 0);
    EXPECT_TRUE(std::isnan(read("nan")));
    EXPECT_EQ(read("-inf"), -INFINITY);
    for (const char* wrong : {"", ".", "-", "+", "+-1", "e5", "1.2.3", "0x10", "word", "1 ", "--1"})
        EXPECT_FALSE(isNumber(wrong)) << wrong;
}

}  // namespace
}  // namespace horo
