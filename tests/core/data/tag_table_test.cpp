#include "core/data/tag_table.h"

#include <gtest/gtest.h>

namespace horo {
namespace {

Workspace sample() {
    auto embedding = std::make_shared<Embedding>();
    embedding->items = *Items::create({"0", "1", "2"}, "a file");
    embedding->vectors = Vectors(3, 1, std::vector<double>(3));
    embedding->labels = {"Coat", "Shirt", "Coat"};
    Workspace workspace;
    const auto id = [&](size_t row) { return embedding->items->id(row); };
    workspace.kept = {{"odd", Selection({id(1)}, "test")}, {"few", Selection({id(0), id(1)}, "test")}};
    workspace.add({.id = "e", .name = "rows", .payload = std::shared_ptr<const Embedding>(embedding)});
    return workspace;
}

using Texts = std::vector<std::string>;
using Numbers = std::vector<double>;

TEST(TagTable, HoldsWhatIsSelectedElseWhatIsKept) {
    Workspace workspace = sample();
    const auto items = workspace.find("e")->as<Embedding>()->items;
    EXPECT_EQ(tagTable(workspace).rows(), 2u);
    workspace.selection = Selection({items->id(2)}, "test");
    const Table table = tagTable(workspace);
    ASSERT_EQ(table.rows(), 1u);
    EXPECT_EQ(std::get<Texts>(table.find("id")->values), Texts{"2"});
    EXPECT_EQ(std::get<Texts>(table.find("label")->values), Texts{"Coat"});
    EXPECT_EQ(std::get<Numbers>(table.find("odd")->values), Numbers{0});
}

TEST(TagTable, ComesBackMergedById) {
    const Workspace before = sample();
    const auto items = before.find("e")->as<Embedding>()->items;
    Workspace workspace = before;
    const Table told = tagTable(before);
    workspace.kept.clear();
    ASSERT_EQ(*mergeTags(workspace, told), 2u);
    EXPECT_EQ(workspace.kept, before.kept);

    Table table;
    table.columns = {
        {"id", Texts{"2", "1", "nobody"}}, {"odd", Texts{"yes", "no", "yes"}}, {"new", Numbers{0, 1, 1}}};
    ASSERT_EQ(*mergeTags(workspace, table), 2u);
    EXPECT_EQ(workspace.kept[0].second.size(), 2u);
    EXPECT_TRUE(workspace.kept[0].second.contains(items->id(2)));
    EXPECT_EQ(workspace.kept.back().first, "new");
    EXPECT_EQ(workspace.kept.back().second.size(), 1u);
}

TEST(TagTable, TakesTheFirstRowForTheHeaderWhereThereIsNone) {
    Workspace workspace = sample();
    Table table;
    table.header = false;
    table.columns = {{"0", Texts{"id", "2"}}, {"1", Texts{"late", "1"}}};
    ASSERT_EQ(*mergeTags(workspace, table), 1u);
    EXPECT_EQ(workspace.kept.back().first, "late");
}

TEST(TagTable, RefusesATableThatSaysNothing) {
    Workspace workspace = sample();
    Table table;
    table.columns = {{"name", Texts{"1"}}};
    EXPECT_FALSE(mergeTags(workspace, table));
    table.columns = {{"id", Texts{"nobody"}}, {"tag", Numbers{1}}};
    EXPECT_FALSE(mergeTags(workspace, table));
    EXPECT_EQ(workspace.kept, sample().kept);
}

}  // namespace
}  // namespace horo
