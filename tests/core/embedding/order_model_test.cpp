#include "core/embedding/order_model.h"

#include <gtest/gtest.h>

#include "core/embedding/cone_model.h"
#include "tests/core/geometry/random_points.h"

namespace horo {
namespace {

TEST(OrderModel, EnergyIsZeroWhereTheAncestorIsSmaller) {
    const OrderModel model(1, 3, 0);
    EXPECT_EQ(model.energy(Row{0, 0, 0}, Row{1, 0, 2}), 0);
    EXPECT_EQ(model.energy(Row{1, 2, 3}, Row{1, 2, 3}), 0);
    EXPECT_DOUBLE_EQ(model.energy(Row{2, 1, 3}, Row{1, 2, 1}), 1 + 4);
}

TEST(OrderModel, GradientsAreFiniteDifferences) {
    Random random(1);
    const OrderModel model(1, 6, 0);
    for (int i = 0; i < 50; ++i) {
        Row points[2] = {randomDirection(random, 6), randomDirection(random, 6)};
        Row gradients[2] = {Row(6), Row(6)};
        EXPECT_EQ(model.energy(points[0], points[1], gradients[0], gradients[1]),
                  model.energy(points[0], points[1]));
        for (int which = 0; which < 2; ++which)
            for (size_t j = 0; j < 6; ++j) {
                const double h = 1e-6, kept = points[which][j];
                points[which][j] = kept + h;
                const double up = model.energy(points[0], points[1]);
                points[which][j] = kept - h;
                const double down = model.energy(points[0], points[1]);
                points[which][j] = kept;
                EXPECT_NEAR(gradients[which][j], (up - down) / (2 * h), 1e-6);
            }
    }
}

TEST(OrderModel, StepsLikeAdamAndNeverBelowZero) {
    OrderModel model(2, 2, 3);
    Row row(2), next(2);
    model.rows().load(0, row.data());
    model.step(0, row, Row{5, -0.1}, 0.01);
    model.rows().load(0, next.data());
    EXPECT_NEAR(next[0], std::max(0.0, row[0] - 0.01), 1e-6);  // the first step has the length of the rate
    EXPECT_NEAR(next[1], row[1] + 0.01, 1e-6);
    for (int i = 0; i < 50; ++i) {
        model.rows().load(1, row.data());
        model.step(1, row, Row{3, std::nan("")}, 0.1);
        model.step(1, row, Row{3, 1}, 0.1);
    }
    model.rows().load(1, row.data());
    EXPECT_EQ(row, (Row{0, 0}));
}

TEST(ConeModel, KeepsRowsWhereTheyHaveACone) {
    const std::vector<double> start{0, 0, 0.3, 0.1, 0.999999999, 0};
    ConeModel model(3, 2, 0.1, start);
    const double least = EntailmentCones(0.1).leastNorm();
    Random random(2);
    Row row(2);
    for (int i = 0; i < 3000; ++i) {
        const size_t v = static_cast<size_t>(i) % 3;
        model.rows().load(v, row.data());
        const double norm = std::hypot(row[0], row[1]);
        EXPECT_GT(norm, least);
        EXPECT_LT(norm, 1);
        model.step(static_cast<Node>(v), row, scaled(randomDirection(random, 2), random.uniform(0, 1e6)),
                   0.1);
    }
    model.rows().load(1, row.data());
    const Row kept = row;
    model.step(1, row, Row{std::nan(""), 1}, 0.1);
    model.step(1, row, Row{INFINITY, 1}, 0.1);
    model.rows().load(1, row.data());
    EXPECT_EQ(row, kept);
}

TEST(ConeModel, AStepIsTheRiemannianGradient) {
    ConeModel model(1, 2, 0.1, {0.6, 0});
    Row row{0.6, 0}, next(2);
    model.step(0, row, Row{0, 1}, 0.01);
    model.rows().load(0, next.data());
    EXPECT_DOUBLE_EQ(next[1], -0.01 * 0.64 * 0.64 / 4);
}

}  // namespace
}  // namespace horo
