#include "core/io/json_text.h"

#include <gtest/gtest.h>

namespace horo {
namespace {

TEST(ParseJson, ReadsWhatIsJson) {
    const auto value = parseJson("{\"a\": [1, 2.5]}", "x");
    ASSERT_TRUE(value.ok());
    EXPECT_EQ((*value)["a"][1], 2.5);
}

TEST(ParseJson, RefusesWithPlaceAndAdvice) {
    for (const std::string& text : {std::string("{"), std::string(""), std::string("[5555e55555555555555]"),
                                   std::string(jsonDepthLimit + 1, '[')}) {
        const auto value = parseJson(text, "file.json");
        ASSERT_FALSE(value.ok()) << text.substr(0, 20);
        EXPECT_EQ(value.error().place, "file.json");
        EXPECT_FALSE(value.error().advice.empty());
        EXPECT_EQ(value.error().blame, Blame::Input);
    }
}

}  // namespace
}  // namespace horo
