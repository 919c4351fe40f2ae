#include <gtest/gtest.h>

#include "tests/core/projection/sample_rows.h"
#include "tests/core/spaces/run_method.h"

namespace horo {
namespace {

/// animal over cat and dog, thing over cup.
std::shared_ptr<const Hierarchy> things() {
    return *Hierarchy::create(*Items::create({"all", "animal", "thing", "cat", "dog", "cup"}),
                              {{0, 1}, {0, 2}, {1, 3}, {1, 4}, {2, 5}});
}

TEST(ProjectionQuality, AsksEachLevelOfTheHierarchy) {
    // Cats and dogs side by side in turn, cups far away.
    Embedding rows = embeddingOf({0, 1, 2, 3, 100, 101, 102, 103}, 1);
    rows.labels = {"cat", "dog", "cat", "dog", "cup", "cup", "cup", "cup"};
    const auto done = runMethod(
        "measure.projection",
        {{"embedding", payloadOf(rows)}, {"parent", payloadOf(rows)}, {"hierarchy", things()}}, {{"k", "1"}});
    ASSERT_TRUE(done) << done.error().text();
    EXPECT_EQ(*done->outcome.report.find("neighborhood_hit/level 1")->value, 1);
    EXPECT_EQ(*done->outcome.report.find("neighborhood_hit/level 2")->value, 0.5);
    EXPECT_FALSE(done->outcome.report.find("neighborhood_hit/level 3"));
    EXPECT_EQ(*done->outcome.report.find("neighborhood_hit")->value, 0.5);
    EXPECT_EQ(*done->outcome.report.find("trustworthiness")->value, 1);
}

TEST(ProjectionQuality, RefusesAHierarchyOfOtherThings) {
    Embedding rows = embeddingOf({0, 1, 2, 3}, 1);
    rows.labels = {"x", "y", "x", "y"};
    EXPECT_FALSE(runMethod(
        "measure.projection",
        {{"embedding", payloadOf(rows)}, {"parent", payloadOf(rows)}, {"hierarchy", things()}}, {}));
}

}  // namespace
}  // namespace horo
