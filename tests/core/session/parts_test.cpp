// Sessions that are not whole, and those of earlier versions.
#include <gtest/gtest.h>

#include "core/base/file.h"
#include "core/io/archive.h"
#include "core/session/session.h"
#include "tests/core/scratch.h"

namespace horo {
namespace {

Workspace twoObjects() {
    Workspace workspace;
    Object hierarchy;
    hierarchy.id = "hierarchy-1", hierarchy.name = "letters";
    hierarchy.payload = *Hierarchy::create(*Items::create({"a", "b", "c"}), {{0, 1}, {0, 2}});
    workspace.add(hierarchy);
    auto embedding = std::make_shared<Embedding>();
    embedding->items = *Items::create({"a", "b", "c"});
    embedding->vectors = Vectors(3, 2, std::vector<double>{0, 0, .5, 0, 0, .5});
    Object object;
    object.id = "embedding-1", object.name = "points";
    object.payload = std::shared_ptr<const Embedding>(embedding);
    workspace.add(object);
    workspace.views = {{"tree-1", "tree", {"hierarchy-1"}, {}}, {"disk-1", "disk", {"embedding-1"}, {}}};
    return workspace;
}

TEST(SessionParts, OpenTheRestWhereAFileIsMissing) {
    const Scratch scratch;
    auto members = unpackArchive(sessionBytes(twoObjects()).value(), "s").value();
    size_t dropped = 0;
    for (auto member = members.begin(); member != members.end();)
        if (member->first.starts_with("objects/embedding-1/") &&
            member->first.find("vectors") != std::string::npos)
            member = members.erase(member), ++dropped;
        else
            ++member;
    ASSERT_EQ(dropped, 1u);
    const auto path = scratch.path("torn.horo");
    ASSERT_TRUE(writeFile(path, packArchive(members, true).value()).ok());
    EXPECT_FALSE(loadSession(path).ok());
    const auto parts = loadSessionParts(path).value();
    ASSERT_EQ(parts.lost.size(), 1u);
    EXPECT_TRUE(parts.lost[0].starts_with("points: ")) << parts.lost[0];
    ASSERT_EQ(parts.workspace.objects.size(), 1u);
    EXPECT_EQ(parts.workspace.objects[0]->name, "letters");
    ASSERT_EQ(parts.workspace.views.size(), 1u);
    EXPECT_EQ(parts.workspace.views[0].id, "tree-1");
}

TEST(SessionParts, OfAWholeSessionAreAllOfIt) {
    const Scratch scratch;
    const auto path = scratch.path("whole.horo");
    ASSERT_TRUE(saveSession(twoObjects(), path).ok());
    const auto parts = loadSessionParts(path).value();
    EXPECT_TRUE(parts.lost.empty());
    EXPECT_EQ(parts.workspace.objects.size(), 2u);
}

/// tests/data/sessions holds a session of each format; its numbers are written beside each expectation.
TEST(OldSessions, OfFormatOneStillOpen) {
    const auto workspace = loadSession(std::string(HOROCYCLE_TEST_DATA) + "/sessions/format-1.horo");
    ASSERT_TRUE(workspace.ok()) << workspace.error().text();
    const auto hierarchy = workspace->find("hierarchy-1")->as<Hierarchy>();
    EXPECT_EQ(hierarchy->size(), 7u);
    EXPECT_EQ(hierarchy->edgeCount(), 8u);
    const auto object = workspace->find("embedding-1");
    const auto embedding = object->as<Embedding>();
    EXPECT_EQ(embedding->rows(), 7u);
    EXPECT_EQ(embedding->columns(), 2u);
    EXPECT_EQ(object->madeBy->method, "embed.taxonomy");
    EXPECT_EQ(object->madeBy->seed, 7u);
    EXPECT_EQ(object->madeBy->inputs.at("hierarchy"), "hierarchy-1");
    EXPECT_TRUE(requireUsable(*embedding).ok());
}

}  // namespace
}  // namespace horo
