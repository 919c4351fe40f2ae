#include "core/data/items.h"

#include <gtest/gtest.h>

#include "core/base/parallel.h"

namespace horo {
namespace {

TEST(Items, FindRowsAndRefuseANameThatStandsTwice) {
    std::vector<std::string> names;
    for (int i = 0; i < 10'000; ++i)
        names.push_back("name " + std::to_string(i * 7));
    const auto items = Items::create(names).value();
    for (size_t row = 0; row < names.size(); row += 37) {
        EXPECT_EQ(items->rowOf(std::string_view(names[row])), row);
        EXPECT_EQ(items->rowOf(items->id(row)), row);
        EXPECT_EQ(items->id(row), itemId(names[row]));
    }
    EXPECT_FALSE(items->rowOf(std::string_view("name 1")));
    EXPECT_FALSE(Items::create({}).value()->rowOf(std::string_view("x")));
    names.push_back("name 70");
    EXPECT_NE(Items::create(names).error().cause.find("rows 10 and 10000"), std::string::npos);
}

TEST(Items, NumberedRowsAreSpelledWhenAsked) {
    const auto items = Items::numbered(100'000, "file");
    EXPECT_EQ(items->size(), 100'000u);
    std::vector<size_t> rows(8);
    runWorkers(
        8, [&](int worker) { rows[static_cast<size_t>(worker)] = *items->rowOf(std::string_view("777")); });
    EXPECT_EQ(rows, std::vector<size_t>(8, 777));
    EXPECT_EQ(items->name(99'999), "99999");
    EXPECT_EQ(items->id(5), itemId("5", "file"));
    EXPECT_FALSE(items->rowOf(std::string_view("100000")));
}

TEST(Items, RepeatedNamesComeWithTheFirst) {
    using Pairs = std::vector<std::pair<size_t, size_t>>;
    EXPECT_EQ(repeatedNames({"a", "b", "a", "c", "b", "a"}), (Pairs{{2, 0}, {4, 1}, {5, 0}}));
    EXPECT_TRUE(repeatedNames({}).empty());
}

}  // namespace
}  // namespace horo
