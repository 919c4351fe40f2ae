#include "core/data/row_labels.h"

#include <gtest/gtest.h>

namespace horo {
namespace {

using Texts = std::vector<std::string>;

Table tableOf(Texts first, Texts second) {
    Table table;
    table.header = false;
    table.columns = {{"0", std::move(first)}, {"1", std::move(second)}};
    return table;
}

TEST(RowLabels, FollowTheItems) {
    const auto items = *Items::create({"a", "b"});
    EXPECT_EQ(*rowLabels(*items, tableOf({"b", "a"}, {"2", "1"})), (Texts{"1", "2"}));
    EXPECT_EQ(*rowLabels(*items, tableOf({"id", "b", "a"}, {"label", "2", "1"})), (Texts{"1", "2"}));
    EXPECT_EQ(*rowLabels(*items, tableOf({"label", "2", "1"}, {"id", "b", "a"})), (Texts{"1", "2"}));
    EXPECT_EQ(*rowLabels(*Items::numbered(2, "file"), tableOf({"1", "0"}, {"x", "y"})), (Texts{"y", "x"}));
}

TEST(RowLabels, NameWhatHasNoPartnerOrTwo) {
    const auto items = *Items::create({"a", "b"});
    const auto cause = [&](Texts ids) {
        Texts labels(ids.size(), "x");
        return rowLabels(*items, tableOf(std::move(ids), std::move(labels))).error().cause;
    };
    EXPECT_NE(cause({"a"}).find("\"b\" has no label"), std::string::npos);
    EXPECT_NE(cause({"a", "b", "c"}).find("\"c\" belongs to no row"), std::string::npos);
    EXPECT_NE(cause({"a", "b", "a"}).find("\"a\" has two labels"), std::string::npos);
    EXPECT_FALSE(rowLabels(*items, Table()));
}

}  // namespace
}  // namespace horo
