#include "core/data/row_nodes.h"

#include <gtest/gtest.h>

#include "core/data/workspace.h"
#include "core/query/expression.h"
#include "core/query/item_facts.h"

namespace horo {
namespace {

std::shared_ptr<const Hierarchy> clothes() {
    return *Hierarchy::create(*Items::create({"all", "tops", "shoes", "Shirt", "Coat", "Sandal"}),
                              {{0, 1}, {0, 2}, {1, 3}, {1, 4}, {2, 5}});
}

std::shared_ptr<const Embedding> images(std::vector<std::string> labels) {
    auto embedding = std::make_shared<Embedding>();
    std::vector<std::string> names;
    for (size_t i = 0; i < labels.size(); ++i)
        names.push_back(std::to_string(i));
    embedding->vectors = Vectors(labels.size(), 1, std::vector<double>(labels.size()));
    embedding->items = *Items::create(std::move(names), "a file");
    embedding->labels = std::move(labels);
    return embedding;
}

TEST(RowNodes, AreFoundByNameBeforeLabels) {
    const auto h = clothes();
    auto named = std::make_shared<Embedding>(*images({"Coat", "Coat"}));
    named->items = *Items::create({"Sandal", "a stranger"});
    const RowNodes nodes(*named, *h);
    EXPECT_FALSE(nodes.byLabel);
    EXPECT_EQ(nodes.nodes, (std::vector<Node>{5, RowNodes::none}));
    EXPECT_EQ(nodes.matched, 1u);
}

TEST(RowNodes, BelongToTheNodesThatTheirLabelsName) {
    const auto h = clothes();
    const auto rows = images({"Coat", "tops/Shirt", "Hat", "Coat"});
    const RowNodes nodes(*rows, *h);
    EXPECT_TRUE(nodes.byLabel);
    EXPECT_EQ(nodes.nodes, (std::vector<Node>{4, 3, RowNodes::none, 4}));
    EXPECT_EQ(nodes.matched, 3u);
    EXPECT_TRUE(speakOfSameThings(*rows, *h));
    EXPECT_FALSE(speakOfSameThings(*images({"Hat"}), *h));
}

TEST(RowNodes, LetAWorkspaceFindTheHierarchyOfLabelledRowsAndAskForThem) {
    Workspace workspace;
    workspace.add({.id = "h", .name = "clothes", .payload = clothes()});
    workspace.add({.id = "e", .name = "images", .payload = images({"Coat", "Sandal", "Hat"})});
    const auto object = workspace.find("e");
    ASSERT_TRUE(workspace.hierarchyOf(*object));
    EXPECT_EQ(workspace.hierarchyOf(*object)->id, "h");
    const auto facts = ItemFacts::of(workspace, *object);
    const auto chosen = [&](const char* text) { return *Expression::parse(text)->select(*facts); };
    EXPECT_EQ(chosen("below('tops')"), (std::vector<char>{1, 0, 0}));
    EXPECT_EQ(chosen("label = 'Sandal'"), (std::vector<char>{0, 1, 0}));
    EXPECT_EQ(chosen("y ~ 'a'"), (std::vector<char>{1, 1, 1}));
}

}  // namespace
}  // namespace horo
