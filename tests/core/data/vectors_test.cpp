#include "core/data/vectors.h"

#include <gtest/gtest.h>

#include <cmath>

namespace horo {
namespace {

TEST(Vectors, TakeNumbersWhereTheyLie) {
    const auto owner = std::make_shared<const std::vector<float>>(std::vector<float>{0, 1, 2, 3, 4, 5, 6});
    const Vectors taken(2, 3, std::shared_ptr<const float>(owner, owner->data() + 1));
    EXPECT_EQ(taken.floats().data(), owner->data() + 1);
    EXPECT_EQ(taken.at(1, 2), 6);
    EXPECT_EQ(taken.toDouble(), (std::vector<double>{1, 2, 3, 4, 5, 6}));
    EXPECT_TRUE(taken.doubles().empty());
    const Vectors copy = taken;
    EXPECT_EQ(copy.floats().data(), taken.floats().data());
}

TEST(Vectors, FindRowsThatAreNotFinite) {
    const double inf = INFINITY, nan = NAN;
    for (size_t columns : {1, 3, 4, 5, 9})
        for (size_t at = 0; at < columns; ++at)
            for (const double wrong : {inf, -inf, nan}) {
                std::vector<double> values(3 * columns, 1e308);
                values[columns + at] = wrong;
                EXPECT_EQ(Vectors(3, columns, values).nonFiniteRows(), (std::vector<size_t>{1}));
                EXPECT_EQ(Vectors(3, columns, std::vector<float>(values.begin(), values.end()))
                              .nonFiniteRows()
                              .size(),
                          3u);  // 1e308 is no float
            }
    EXPECT_TRUE(Vectors().nonFiniteRows().empty());
}

TEST(Vectors, SubsetKeepsTheOrderGiven) {
    const Vectors all(3, 2, std::vector<double>{0, 1, 2, 3, 4, 5});
    const std::vector<size_t> rows{2, 0};
    EXPECT_EQ(all.subset(rows).toDouble(), (std::vector<double>{4, 5, 0, 1}));
}

}  // namespace
}  // namespace horo
