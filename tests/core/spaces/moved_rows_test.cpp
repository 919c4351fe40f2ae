#include "core/spaces/moved_rows.h"

#include <cmath>

#include "core/spaces/matched_spaces.h"
#include "core/spaces/similarity.h"
#include "tests/core/projection/sample_rows.h"
#include "tests/core/spaces/run_method.h"

namespace horo {
namespace {

const std::function<bool()> go = [] { return true; };

/// The plane turned by 1 radian, mirrored, doubled and shifted.
Embedding elsewhere(const Embedding& rows) {
    std::vector<double> values;
    for (size_t i = 0; i < rows.rows(); ++i) {
        const double x = rows.vectors.at(i, 0), y = rows.vectors.at(i, 1);
        values.push_back(2 * (std::cos(1) * x - std::sin(1) * y) + 7);
        values.push_back(-2 * (std::sin(1) * x + std::cos(1) * y) - 3);
    }
    return embeddingOf(std::move(values), 2);
}

TEST(MovedRows, TurnedMirroredScaledAndShiftedRowsHaveNotMoved) {
    const Embedding a = randomRows(Manifold::euclidean(), 40, 2, 1, 1);
    const auto moved = MovedRows::create(a, elsewhere(a), go).value();
    EXPECT_NEAR(moved.scale, .5, 1e-12);
    for (size_t i = 0; i < a.rows(); ++i)
        EXPECT_NEAR(moved.distance[i], 0, 1e-12);
}

TEST(MovedRows, WhatIsLeftIsTheDisparity) {
    const Embedding a = randomRows(Manifold::euclidean(), 30, 3, 1, 2);
    const Embedding b = randomRows(Manifold::euclidean(), 30, 2, 1, 3);
    const auto moved = MovedRows::create(a, b, go).value();
    double squares = 0;
    for (const double each : moved.distance)
        squares += each * each;
    const Eigen::MatrixXd x = matrixOf(a.vectors), y = padded(matrixOf(b.vectors), 3);
    EXPECT_NEAR(squares / centred(x).squaredNorm(), *procrustesDisparity(x, y), 1e-12);
    EXPECT_EQ(moved.before.cols(), 3);
}

TEST(MovedRows, RowsAreMatchedById) {
    Embedding a = embeddingOf({0, 0, 1, 0, 0, 1, 5, 5}, 2), b = embeddingOf({0, 1, 1, 0, 0, 0}, 2);
    a.items = *Items::create({"x", "y", "z", "other"});
    b.items = *Items::create({"z", "y", "x"});
    const auto moved = MovedRows::create(a, b, go).value();
    EXPECT_EQ(moved.rows, (std::vector<size_t>{0, 1, 2}));
    EXPECT_NEAR(moved.distance[1], 0, 1e-12);
}

TEST(MovedRows, ASinglePointIsLaidOnTheMiddle) {
    const auto moved =
        MovedRows::create(embeddingOf({0, 0, 2, 0}, 2), embeddingOf({4, 4, 4, 4}, 2), go).value();
    EXPECT_EQ(moved.scale, 0);
    EXPECT_EQ(moved.before(0, 0), 1);
    EXPECT_EQ(moved.distance, (std::vector<double>{1, 1}));
}

TEST(CompareMovedRows, ListsTheFarthestFirstWithItsPlaceBefore) {
    const Embedding a = randomRows(Manifold::euclidean(), 200, 2, 1, 4);
    std::vector<double> values = a.vectors.toDouble();
    values[2 * 17] += 30;
    const Embedding pushed = embeddingOf(std::move(values), 2);
    const auto done =
        runMethod("compare.moved-rows", {{"a", payloadOf(pushed)}, {"b", payloadOf(elsewhere(a))}}, {});
    ASSERT_TRUE(done) << done.error().text();
    const auto table = std::get<std::shared_ptr<const Table>>(done->outcome.output);
    EXPECT_EQ(std::get<std::vector<std::string>>(table->find("id")->values).front(), "row 17");
    const auto& x = std::get<std::vector<double>>(table->find("before_1")->values);
    EXPECT_LT(x.front(), pushed.vectors.at(17, 0) - 15);
    EXPECT_EQ(table->columns.size(), 4u);
}

TEST(CompareMovedRows, HyperbolicRowsHaveDistancesOnly) {
    const Embedding a = randomRows(Manifold::poincare(), 20, 2, 1, 5);
    const auto done = runMethod("compare.moved-rows", {{"a", payloadOf(a)}, {"b", payloadOf(a)}}, {});
    ASSERT_TRUE(done) << done.error().text();
    const auto table = std::get<std::shared_ptr<const Table>>(done->outcome.output);
    EXPECT_EQ(table->columns.size(), 2u);
    EXPECT_NEAR(std::get<std::vector<double>>(table->find("distance")->values).front(), 0, 1e-9);
}

}  // namespace
}  // namespace horo
