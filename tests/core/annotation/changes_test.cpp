#include "core/annotation/changes.h"

#include <gtest/gtest.h>

#include "core/annotation/change_in_place.h"
#include "core/method/registry.h"
#include "core/method/run.h"

namespace horo {
namespace {

/// r over a and b, a over c.
std::shared_ptr<const Hierarchy> tree() {
    return *Hierarchy::create(*Items::create({"r", "a", "b", "c"}), {{0, 1}, {0, 2}, {1, 3}});
}

std::vector<Node> parentsOf(const Hierarchy& hierarchy, Node v) {
    return {hierarchy.parents(v).begin(), hierarchy.parents(v).end()};
}

Workspace workspaceWith(Payload payload, const std::string& id) {
    Workspace workspace;
    Object object;
    object.id = id;
    object.name = "pets";
    object.payload = std::move(payload);
    object.origin = {"pets.tsv", "abc"};
    workspace.add(std::move(object));
    return workspace;
}

TEST(Changes, AreTextAndBack) {
    const std::vector<Change> changes{{Change::What::Label, "a b", "c\td"}, {Change::What::Move, "a b", ""}};
    EXPECT_EQ(*changesFromText(textOf(changes)), changes);
    EXPECT_EQ(changesFromText("\nlabel\tx\ty\r\n\n")->size(), 1u);
    for (const char* wrong : {"label", "label\tx", "rename\tx\ty", "label\t\ty", "\t\t"})
        EXPECT_FALSE(changesFromText(wrong)) << wrong;
}

TEST(Changes, GiveNodesLabelsAndParents) {
    const auto before = tree();
    const auto after = changed(*before, {{Change::What::Label, "c", "cat"},
                                         {Change::What::Move, "c", "b"},
                                         {Change::What::Move, "a", ""}})
                           .value();
    EXPECT_EQ(after->label(3), "cat");
    EXPECT_EQ(after->name(3), "c");
    EXPECT_EQ(after->label(1), "a");
    EXPECT_EQ(parentsOf(*after, 3), std::vector<Node>{2});
    EXPECT_TRUE(after->isRoot(1));
    EXPECT_EQ(after->items(), before->items()) << "links stay";
}

TEST(Changes, ThatMakeNoHierarchyAreRefused) {
    EXPECT_FALSE(changed(*tree(), {{Change::What::Move, "a", "c"}})) << "below its own child";
    EXPECT_FALSE(changed(*tree(), {{Change::What::Move, "a", "a"}}));
    EXPECT_FALSE(changed(*tree(), {{Change::What::Move, "a", "z"}}));
    EXPECT_FALSE(changed(*tree(), {{Change::What::Label, "z", "x"}}));
}

TEST(ChangeInPlace, KeepsTheIdAndSetsAsideWhatWas) {
    Workspace workspace = workspaceWith(tree(), "hierarchy-1");
    Object result;
    result.id = "report-1";
    result.payload = std::make_shared<const Report>();
    result.madeBy = MadeBy{};
    result.madeBy->inputs = {{"hierarchy", "hierarchy-1"}};
    workspace.add(std::move(result));
    ASSERT_TRUE(changeInPlace(workspace, "hierarchy-1", {{Change::What::Label, "a", "first"}}));
    ASSERT_TRUE(changeInPlace(workspace, "hierarchy-1", {{Change::What::Move, "c", "b"}}));
    ASSERT_EQ(workspace.objects.size(), 3u);
    const auto now = workspace.find("hierarchy-1");
    EXPECT_EQ(now->name, "pets");
    EXPECT_EQ(now->as<Hierarchy>()->label(1), "first");
    EXPECT_EQ(parentsOf(*now->as<Hierarchy>(), 3), std::vector<Node>{2});
    EXPECT_TRUE(now->origin.source.empty());
    const auto before = workspace.find(now->madeBy->inputs.at("hierarchy"));
    EXPECT_EQ(before->origin.source, "pets.tsv");
    EXPECT_EQ(workspace.find("report-1")->madeBy->inputs.at("hierarchy"), before->id);
    // Done again from what it says, it is the same.
    horo::Run run;
    run.method = *Registry::global().find(now->madeBy->method);
    run.parameters = Parameters(run.method->declaration());
    ASSERT_TRUE(run.parameters.set(run.method->declaration(), "changes", now->madeBy->parameters["changes"]));
    run.inputs["hierarchy"] = before;
    Context context({});
    const auto again = execute(run, context);
    ASSERT_TRUE(again) << again.error().text();
    EXPECT_EQ(std::get<std::shared_ptr<const Hierarchy>>(again->outcome.output)->edges(),
              now->as<Hierarchy>()->edges());
}

TEST(ChangeInPlace, RelabelsRows) {
    Embedding rows;
    rows.items = *Items::create({"x", "y"});
    rows.vectors = Vectors(2, 1, std::vector<double>{1, 2});
    Workspace workspace = workspaceWith(std::make_shared<const Embedding>(rows), "embedding-1");
    ASSERT_TRUE(changeInPlace(workspace, "embedding-1", {{Change::What::Label, "y", "dog"}}));
    EXPECT_EQ(workspace.find("embedding-1")->as<Embedding>()->labels, (std::vector<std::string>{"", "dog"}));
    const Workspace before = workspace;
    EXPECT_FALSE(changeInPlace(workspace, "embedding-1", {{Change::What::Label, "z", "dog"}}));
    EXPECT_FALSE(changeInPlace(workspace, "nobody", {}));
    EXPECT_EQ(workspace.objects.size(), before.objects.size());
}

}  // namespace
}  // namespace horo
