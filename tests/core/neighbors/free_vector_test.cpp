#include "core/neighbors/free_vector.h"

#include <gtest/gtest.h>

#include "core/measure/nearest.h"
#include "tests/core/projection/sample_rows.h"

namespace horo {
namespace {

using Row = std::vector<double>;

Embedding words() {
    Embedding rows = embeddingOf({1, 0, 3, 0, 0, 1, 2, 1, 9, 9}, 2);
    rows.items = *Items::create({"man", "king", "woman", "queen - mother", "7"});
    return rows;
}

TEST(FreeVector, TakesNumbersHoweverTheyAreParted) {
    for (const char* text : {"1.5 -2", "[1.5, -2]", " (1.5;-2)\n", "1.5\t-2e0"})
        EXPECT_EQ(freeVector(words(), text).value(), (Row{1.5, -2})) << text;
    EXPECT_TRUE(rowsNamedIn(words(), "1.5 -2").empty());
}

TEST(FreeVector, AddsAndSubtractsNames) {
    EXPECT_EQ(freeVector(words(), "king - man + woman").value(), (Row{2, 1}));
    EXPECT_EQ(freeVector(words(), "- man").value(), (Row{-1, 0}));
    EXPECT_EQ(rowsNamedIn(words(), "king - man + woman"), (std::vector<size_t>{1, 0, 2}));
}

TEST(FreeVector, ANameMayLookLikeSomethingElse) {
    EXPECT_EQ(freeVector(words(), "queen - mother").value(), (Row{2, 1}));
    EXPECT_EQ(freeVector(words(), "7").value(), (Row{9, 9}));
}

TEST(FreeVector, SaysWhatIsWrong) {
    EXPECT_NE(freeVector(words(), "1 2 3").error().cause.find("3 numbers are written, rows have 2"),
              std::string::npos);
    EXPECT_NE(freeVector(words(), "king - men").error().cause.find("\"men\""), std::string::npos);
    for (const char* text : {"", "  ", "king -", " - ", "+", "king +  + man", "nan nan", "inf 0"})
        EXPECT_FALSE(freeVector(words(), text)) << text;
}

TEST(FreeVector, CurvedSpacesHaveNoSums) {
    Embedding ball = embeddingOf({.1, 0, .2, 0}, 2, Manifold::poincare());
    ball.items = *Items::create({"a", "b"});
    EXPECT_TRUE(freeVector(ball, "a"));
    EXPECT_TRUE(freeVector(ball, ".5 .5"));
    EXPECT_FALSE(freeVector(ball, "a + b"));
    EXPECT_FALSE(freeVector(ball, "1 1"));
}

TEST(NearestToPoint, CountsRowsAtThePointItself) {
    const Embedding rows = words();
    const auto near = nearestToPoint(rows, Row{2, 1}, 2);
    ASSERT_EQ(near.size(), 2u);
    EXPECT_EQ(near[0].row, 3u);
    EXPECT_EQ(near[0].distance, 0);
    const auto turned = nearestToPointByCosine(rows, Row{4, 2}, 1);
    EXPECT_EQ(turned[0].row, 3u);
    EXPECT_TRUE(nearestToPointByCosine(rows, Row{0, 0}, 3).empty());
}

}  // namespace
}  // namespace horo
