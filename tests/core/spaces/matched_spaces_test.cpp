#include "core/spaces/matched_spaces.h"

#include <gtest/gtest.h>

#include "tests/core/projection/sample_rows.h"

namespace horo {
namespace {

TEST(MatchedSpaces, KeepsWhatBelongsToTheCommonRows) {
    Embedding a = embeddingOf({1, 2, 3}, 1), b = embeddingOf({3, 2}, 1);
    a.items = *Items::create({"x", "y", "z"});
    b.items = *Items::create({"z", "y"});
    a.labels = {"first", "second", "third"};
    Table about;
    about.columns = {{"size", std::vector<double>{10, 20, 30}}};
    a.about = std::make_shared<const Table>(std::move(about));
    const auto spaces = MatchedSpaces::create(a, b);
    ASSERT_TRUE(spaces);
    EXPECT_EQ(spaces->missing, 1u);
    EXPECT_EQ(spaces->a.items->names(), (std::vector<std::string>{"y", "z"}));
    EXPECT_EQ(spaces->a.labels, (std::vector<std::string>{"second", "third"}));
    EXPECT_EQ(spaces->b.vectors.at(1, 0), 3);
    EXPECT_TRUE(requireUsable(spaces->a));
}

}  // namespace
}  // namespace horo
