#include "core/measure/threshold_score.h"

#include <gtest/gtest.h>

#include "core/base/random.h"

namespace horo {
namespace {

TEST(ThresholdScore, CountsWhatLiesAtOrBelow) {
    const std::vector<double> positives{0, 1, 2, 5}, negatives{2, 3, 7};
    const auto score = scoreAt(2, positives, negatives);
    EXPECT_DOUBLE_EQ(score.precision, 3. / 4);
    EXPECT_DOUBLE_EQ(score.recall, 3. / 4);
    EXPECT_DOUBLE_EQ(score.f1, 3. / 4);
    EXPECT_EQ(score.positives, 4u);
    EXPECT_EQ(score.negatives, 3u);
    EXPECT_EQ(scoreAt(-1, positives, negatives).f1, 0);
}

TEST(ThresholdScore, BestIsTheBestOfAllThresholds) {
    for (uint64_t seed = 0; seed < 100; ++seed) {
        Random random(seed);
        std::vector<double> positives, negatives;
        for (uint32_t i = 0; i < 5 + seed % 20; ++i)  // few different values, so that there are ties
            positives.push_back(random.below(10)), negatives.push_back(2 + random.below(12));
        const auto best = bestThreshold(positives, negatives);
        double highest = 0;
        for (int threshold = -1; threshold < 15; ++threshold)
            highest = std::max(highest, scoreAt(threshold, positives, negatives).f1);
        EXPECT_DOUBLE_EQ(best.f1, highest);
        EXPECT_DOUBLE_EQ(scoreAt(best.threshold, positives, negatives).f1, best.f1);
    }
}

TEST(ThresholdScore, TiesOfBothKindsGoTogether) {
    const auto best = bestThreshold({0, 0}, {0, 0});
    EXPECT_DOUBLE_EQ(best.precision, 0.5);
    EXPECT_DOUBLE_EQ(best.recall, 1);
}

}  // namespace
}  // namespace horo
