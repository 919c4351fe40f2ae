// Tests of a difference against counting all swaps, and what must hold for any two classifiers.
#include <gtest/gtest.h>

#include <cmath>

#include "core/base/random.h"
#include "core/classifiers/paired_comparison.h"

namespace horo {
namespace {

ScoreColumn column(std::vector<double> numerators, std::vector<double> denominators = {}) {
    ScoreColumn c;
    c.key = "score";
    if (denominators.empty()) denominators.assign(numerators.size(), 1);
    c.numerators = std::move(numerators), c.denominators = std::move(denominators);
    return c;
}

ResamplingOptions resampling(size_t count, int threads = 1) {
    ResamplingOptions options;
    options.resamples = count, options.seed = 4, options.threads = threads;
    return options;
}

TEST(PairedDifferences, ComeNearTheCountOfAllSwaps) {
    const std::vector<double> a{0, 1, 2, 0, 3, 1, 0, 2, 2, 1}, b{0, 0, 1, 0, 1, 1, 1, 0, 2, 0};
    double observed = 0;
    for (size_t i = 0; i < a.size(); ++i)
        observed += b[i] - a[i];
    int hits = 0;
    for (uint32_t swaps = 0; swaps < 1u << a.size(); ++swaps) {
        double sum = 0;
        for (size_t i = 0; i < a.size(); ++i)
            sum += (swaps >> i & 1 ? -1 : 1) * (b[i] - a[i]);
        hits += std::abs(sum) >= std::abs(observed) - 1e-9;
    }
    const auto d = pairedDifferences({column(a)}, {column(b)}, resampling(20000)).front();
    EXPECT_DOUBLE_EQ(*d.difference, observed / 10);
    EXPECT_NEAR(*d.p, hits / 1024., .01);
    EXPECT_LE(d.interval->first, *d.difference);
    EXPECT_GE(d.interval->second, *d.difference);
}

TEST(PairedDifferences, HaveTheWidthOfTheNormalInterval) {
    Random random(6);
    std::vector<double> a(500), b(500), change;
    double mean = 0, square = 0;
    for (size_t i = 0; i < a.size(); ++i) {
        a[i] = random.normal(), b[i] = a[i] + random.normal();
        mean += (b[i] - a[i]) / 500, square += (b[i] - a[i]) * (b[i] - a[i]) / 500;
    }
    const double error = std::sqrt((square - mean * mean) / 500);
    const auto d = pairedDifferences({column(a)}, {column(b)}, resampling(4000)).front();
    EXPECT_NEAR(d.interval->first, mean - 1.96 * error, .15 * error);
    EXPECT_NEAR(d.interval->second, mean + 1.96 * error, .15 * error);
}

TEST(PairedDifferences, AreTheSameForAnyNumberOfThreads) {
    const auto a = column({1, 0, 1, 1, 0, 1}, {1, 1, 2, 1, 1, 3}),
               b = column({1, 1, 0, 1, 0, 0}, {1, 1, 1, 1, 2, 1});
    const auto one = pairedDifferences({a}, {b}, resampling(500, 1)).front();
    const auto two = pairedDifferences({a}, {b}, resampling(500, 2)).front();
    EXPECT_EQ(one.p, two.p);
    EXPECT_EQ(one.interval, two.interval);
}

TEST(PairedDifferences, OfAClassifierWithItselfAreNothing) {
    auto grouped = column({.5, -.25, 1, 0, 2});
    grouped.combine = ScoreColumn::Combine::AbsoluteOfGroups, grouped.groups = {0, 1, 1, 2, 0};
    auto missing = column({1, 1, 1, 1, 1});
    missing.undefined = "for a test";
    const auto d = pairedDifferences({grouped, missing}, {grouped, missing}, resampling(100));
    EXPECT_EQ(d[0].difference, 0);
    EXPECT_EQ(d[0].p, 1);
    EXPECT_EQ(d[0].pHolm, 1);
    EXPECT_EQ(*d[0].interval, std::pair(0., 0.));
    EXPECT_FALSE(d[1].difference);
    EXPECT_FALSE(d[1].p);
}

TEST(PairedDifferences, StopWhenTold) {
    auto options = resampling(1000);
    options.keepGoing = [](double) { return false; };
    EXPECT_TRUE(pairedDifferences({column({1, 0})}, {column({0, 1})}, options).empty());
}

TEST(McNemar, IsTheBinomialTest) {
    EXPECT_EQ(mcNemar(0, 0), 1);
    EXPECT_EQ(mcNemar(5, 5), 1);
    EXPECT_NEAR(mcNemar(0, 5), 2 / 32., 1e-12);
    EXPECT_NEAR(mcNemar(3, 12), 2 * (1 + 15 + 105 + 455) / 32768., 1e-12);
    EXPECT_EQ(mcNemar(3, 12), mcNemar(12, 3));
}

TEST(Holm, AdjustsFromTheSmallestOn) {
    // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")
    const std::vector<double> expected{.03, .06, .06, .02};
    const auto adjusted = holmAdjusted({.01, .04, .03, .005});
    for (size_t i = 0; i < expected.size(); ++i)
        EXPECT_NEAR(adjusted[i], expected[i], 1e-12);
    EXPECT_TRUE(holmAdjusted({}).empty());
}

}  // namespace
}  // namespace horo
