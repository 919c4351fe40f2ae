#include "core/query/expression.h"

#include <gtest/gtest.h>

#include "core/hierarchy/relatives.h"
#include "core/query/item_facts.h"

namespace horo {
namespace {

/// a -> b, c; b -> d, e; c -> e, with a table of weights.
Workspace diamond() {
    Workspace workspace;
    Object hierarchy;
    hierarchy.id = "h", hierarchy.name = "letters";
    Hierarchy::Texts texts;
    texts.labels = {"All", "Big whale", "Cat", "Dog", "Eel"};
    hierarchy.payload = *Hierarchy::create(*Items::create({"a", "b", "c", "d", "e"}),
                                           {{0, 1}, {0, 2}, {1, 3}, {1, 4}, {2, 4}}, texts);
    workspace.add(hierarchy);
    Object table;
    table.id = "t", table.name = "weights";
    auto columns = std::make_shared<Table>();
    columns->columns = {{"node", std::vector<std::string>{"a", "b", "e"}},
                        {"mean weight", std::vector<double>{1, 2.5, -4}}};
    table.payload = std::shared_ptr<const Table>(columns);
    workspace.add(table);
    workspace.selection = Selection({itemId("d"), itemId("a")}, "test");
    workspace.kept.emplace_back("pets", Selection({itemId("c"), itemId("d")}, "test"));
    return workspace;
}

std::string chosen(std::string_view text) {
    const Workspace workspace = diamond();
    const auto facts = ItemFacts::of(workspace, *workspace.find("h"));
    const auto expression = Expression::parse(text);
    if (!expression) return expression.error().text();
    const auto found = expression->select(*facts);
    if (!found) return found.error().text();
    std::string names;
    for (size_t i = 0; i < found->size(); ++i)
        if ((*found)[i]) names += facts->items().name(i);
    return names;
}

TEST(Expression, ComparesFactsOfTheHierarchy) {
    EXPECT_EQ(chosen("depth = 1"), "bc");
    EXPECT_EQ(chosen("depth >= 1 and leaf"), "de");
    EXPECT_EQ(chosen("children = 2 or parents > 1"), "abe");
    EXPECT_EQ(chosen("not leaf"), "abc");
    EXPECT_EQ(chosen("leaves * 2 > 2"), "ab");
    EXPECT_EQ(chosen("root"), "a");
    EXPECT_EQ(chosen("height - depth = 1 - 1"), "bc");
    EXPECT_EQ(chosen("-depth < -1"), "de");
    EXPECT_EQ(chosen("depth == 2"), "de");
}

TEST(Expression, AndBindsTighterThanOr) {
    EXPECT_EQ(chosen("root or leaf and name = 'd'"), "ad");
    EXPECT_EQ(chosen("(root or leaf) and name = 'd'"), "d");
    EXPECT_EQ(chosen("1 + 2 * 3 = 7 and root"), "a");
}

TEST(Expression, FindsTexts) {
    EXPECT_EQ(chosen("label ~ 'WHALE'"), "b");
    EXPECT_EQ(chosen("label ~ \"e\" and leaf"), "e");
    EXPECT_EQ(chosen("name < 'c'"), "ab");
    EXPECT_EQ(chosen("name != 'a'"), "bcde");
}

TEST(Expression, KnowsRelativesLevelsAndSets) {
    EXPECT_EQ(chosen("below('b')"), "bde");
    EXPECT_EQ(chosen("below('Cat')"), "ce");
    EXPECT_EQ(chosen("above('e')"), "abce");
    EXPECT_EQ(chosen("level(1)"), "bc");
    EXPECT_EQ(chosen("set('pets') and not selected"), "c");
    EXPECT_EQ(chosen("set('pets') minus selected"), "c");
    EXPECT_EQ(chosen("set('pets') or selected"), "acd");
}

TEST(Expression, AsksColumnsOfTablesAndLeavesOutWhatIsNotKnown) {
    EXPECT_EQ(chosen("`mean weight` < 2"), "ae");
    EXPECT_EQ(chosen("not `mean weight` < 2"), "bcd");
    EXPECT_EQ(chosen("`mean weight` != 1"), "be");
}

TEST(Expression, SaysWhatIsWrongAndWhere) {
    EXPECT_NE(chosen("depht = 1").find("did you mean depth"), std::string::npos);
    EXPECT_NE(chosen("depth =").find("ends too early"), std::string::npos);
    EXPECT_NE(chosen("depth = 'x'").find("cannot be compared"), std::string::npos);
    EXPECT_NE(chosen("depth").find("not a condition"), std::string::npos);
    EXPECT_NE(chosen("(root").find("closing )"), std::string::npos);
    EXPECT_NE(chosen("name = 'a").find("closing '"), std::string::npos);
    EXPECT_NE(chosen("root root").find("(character 6)"), std::string::npos);
    EXPECT_NE(chosen("below('zzz')").find("no node zzz"), std::string::npos);
    EXPECT_NE(chosen("set('pest')").find("did you mean pets"), std::string::npos);
    EXPECT_NE(chosen("up('a')").find("no function up"), std::string::npos);
    EXPECT_NE(chosen("level('a')").find("takes a number"), std::string::npos);
    EXPECT_NE(chosen("label + 1 = 2").find("cannot be compared"), std::string::npos);
    EXPECT_NE(chosen("1e999 = 1").find("out of range"), std::string::npos);
    EXPECT_NE(chosen("").find("ends too early"), std::string::npos);
    EXPECT_NE(chosen("\x01").find("not expected"), std::string::npos);
}

TEST(Expression, SurvivesWhatNobodyWrites) {
    EXPECT_NE(chosen(std::string(1000000, '(')).find("too long"), std::string::npos);
    EXPECT_NE(chosen(std::string(5000, '(')).find("too many parentheses"), std::string::npos);
    std::string many = "root";
    while (many.size() < 9900)
        many += " or root";
    EXPECT_EQ(chosen(many), "a");
    EXPECT_EQ(chosen(std::string(5001, '-') + "1 = 0 - 1"), "abcde");
}

TEST(Relatives, AreThoseOfTheGraph) {
    const auto hierarchy = diamond().find("h")->as<Hierarchy>();
    using N = std::vector<Node>;
    EXPECT_EQ(relatives(*hierarchy, {1}, Relation::Descendants), (N{1, 3, 4}));
    EXPECT_EQ(relatives(*hierarchy, {4}, Relation::Ancestors), (N{0, 1, 2, 4}));
    EXPECT_EQ(relatives(*hierarchy, {0, 2}, Relation::Children), (N{1, 2, 4}));
    EXPECT_EQ(relatives(*hierarchy, {4}, Relation::Parents), (N{1, 2}));
    EXPECT_EQ(relatives(*hierarchy, {3}, Relation::Siblings), (N{3, 4}));
    EXPECT_EQ(relatives(*hierarchy, {1}, Relation::SameLevel), (N{1, 2}));
    EXPECT_EQ(relatives(*hierarchy, {0}, Relation::LeavesBelow), (N{3, 4}));
}

}  // namespace
}  // namespace horo
