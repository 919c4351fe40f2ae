// Agreement of cuts against a count symbol by symbol, and what must hold for any cuts.
#include "core/chunking/agreement.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <vector>

#include "core/base/random.h"
#include "core/method/registry.h"
#include "core/method/run.h"

namespace horo {
namespace {

using Cuts = std::vector<uint64_t>;

Cuts drawn(Random& random, uint64_t length, double share) {
    Cuts cuts;
    for (uint64_t c = 1; c < length; ++c)
        if (random.uniform() < share) cuts.push_back(c);
    return cuts;
}

/// Maximum matching by trying, for each cut of a in turn, every free cut of b and none.
uint64_t triedMatching(const Cuts& a, const Cuts& b, uint64_t tolerance, size_t i = 0, uint32_t taken = 0) {
    if (i == a.size()) return 0;
    uint64_t best = triedMatching(a, b, tolerance, i + 1, taken);
    for (size_t j = 0; j < b.size(); ++j)
        if (!(taken >> j & 1) && std::max(a[i], b[j]) - std::min(a[i], b[j]) <= tolerance)
            best = std::max(best, 1 + triedMatching(a, b, tolerance, i + 1, taken | 1u << j));
    return best;
}

TEST(Agreement, MatchesAsManyCutsAsCanBe) {
    Random random(1);
    for (int trial = 0; trial < 200; ++trial) {
        const Cuts a = drawn(random, 20, .3), b = drawn(random, 20, .3);
        for (const uint64_t tolerance : {0, 1, 3})
            EXPECT_EQ(matchedCuts(a, b, tolerance), triedMatching(a, b, tolerance));
    }
}

TEST(Agreement, WindowsCountAsSymbolBySymbol) {
    Random random(2);
    for (int trial = 0; trial < 200; ++trial) {
        const uint64_t length = 5 + random.below(40), window = 2 + random.below(5);
        const Cuts a = drawn(random, length, .2), b = drawn(random, length, .3);
        const auto score = windowScore(a, b, length, window);
        if (length <= window) {
            EXPECT_FALSE(score);
            continue;
        }
        double different = 0, disagreeing = 0;
        for (uint64_t i = 0; i + window < length; ++i) {
            uint64_t inA = 0, inB = 0;
            for (uint64_t c = i + 1; c <= i + window; ++c)
                inA += std::ranges::count(a, c), inB += std::ranges::count(b, c);
            different += inA != inB;
            disagreeing += (inA > 0) != (inB > 0);
        }
        const double pairs = static_cast<double>(length - window);
        EXPECT_EQ(score->pairs, length - window);
        EXPECT_DOUBLE_EQ(score->difference, different / pairs);
        EXPECT_DOUBLE_EQ(score->disagreement, disagreeing / pairs);
        EXPECT_LE(score->disagreement, score->difference);
        EXPECT_EQ(windowScore(a, a, length, window)->difference, 0);
    }
}

// Doctests of NLTK's nltk.metrics.segmentation: windowdiff with k = 3, pk with k = 2; its text of n marks
// is a sequence of n + 1 symbols here.
TEST(Agreement, GivesTheNumbersOfNltk) {
    const auto cuts = [](const std::string& marks) {
        Cuts cuts;
        for (size_t i = 0; i < marks.size(); ++i)
            if (marks[i] == '1') cuts.push_back(i + 1);
        return cuts;
    };
    const Cuts s1 = cuts("000100000010"), s2 = cuts("000010000100"), s3 = cuts("100000010000");
    EXPECT_NEAR(windowScore(s1, s2, 13, 3)->difference, .30, .005);
    EXPECT_NEAR(windowScore(s2, s3, 13, 3)->difference, .80, .005);
    std::string quarters;
    for (int i = 0; i < 100; ++i)
        quarters += "0100";
    const Cuts some = cuts(quarters), all = cuts(std::string(400, '1')), none;
    EXPECT_NEAR(windowScore(some, all, 401, 2)->disagreement, .50, .005);
    EXPECT_NEAR(windowScore(some, none, 401, 2)->disagreement, .50, .005);
    EXPECT_EQ(windowScore(some, some, 401, 2)->disagreement, 0);
}

TEST(Agreement, TakesHalfTheMeanUnitAsItsWindow) {
    EXPECT_EQ(agreementWindow(Cuts{10, 20}, 30), 5u);
    EXPECT_EQ(agreementWindow(Cuts{5}, 10), 2u);  // 2.5 to even
    EXPECT_EQ(agreementWindow(Cuts{7}, 14), 4u);  // 3.5 to even
    EXPECT_EQ(agreementWindow(Cuts{1, 2, 3}, 4), 2u);
}

TEST(Agreement, CountsCutsThatDoNotNest) {
    EXPECT_EQ(nestingViolations(Cuts{2, 4, 6}, Cuts{4}), 0u);
    EXPECT_EQ(nestingViolations(Cuts{2, 4, 6}, Cuts{3, 4}), 1u);
    EXPECT_EQ(nestingViolations(Cuts{5}, Cuts{2, 4}), 1u);
    EXPECT_EQ(nestingViolations(Cuts{1, 2}, Cuts{2, 3}), 1u);
}

std::shared_ptr<const Object> cutAt(const Cuts& inner, uint64_t length) {
    Segmentation s;
    s.length = length;
    s.inventory = {"x"};
    s.levels.emplace_back();
    s.levels[0].ends = inner;
    s.levels[0].ends.push_back(length);
    s.levels[0].labels.assign(inner.size() + 1, 0);
    auto object = std::make_shared<Object>();
    object->payload = std::make_shared<const Segmentation>(std::move(s));
    return object;
}

Result<Finished> compare(std::shared_ptr<const Object> a, std::shared_ptr<const Object> b,
                         const std::string& level = "0") {
    const Method* method = Registry::global().find("compare.segmentations").value();
    Run run{method, {{"a", std::move(a)}, {"b", std::move(b)}}, Parameters(method->declaration())};
    EXPECT_TRUE(run.parameters.set(method->declaration(), "level", level).ok());
    Context context{Conditions{}};
    return execute(run, context);
}

TEST(CompareSegmentations, LeavesUndefinedWhatHasNothingToDivideBy) {
    const auto finished = compare(cutAt({}, 2), cutAt({}, 2));
    ASSERT_TRUE(finished.ok());
    const Report& r = finished->outcome.report;
    for (const char* key : {"boundary_precision", "boundary_recall", "boundary_f1", "window_diff", "pk"})
        EXPECT_FALSE(r.find(key)->value) << key;
    EXPECT_EQ(r.find("nesting_violations")->value, 0);
}

TEST(CompareSegmentations, CountsAgainstTheReference) {
    const auto finished = compare(cutAt({2, 4, 6}, 8), cutAt({4, 7}, 8));
    ASSERT_TRUE(finished.ok());
    const Report& r = finished->outcome.report;
    EXPECT_DOUBLE_EQ(*r.find("boundary_precision")->value, 1. / 3);
    EXPECT_DOUBLE_EQ(*r.find("boundary_recall")->value, .5);
    EXPECT_DOUBLE_EQ(*r.find("boundary_f1")->value, .4);
    EXPECT_EQ(r.find("nesting_violations")->value, 1);
}

TEST(CompareSegmentations, RefusesWhatIsNotOneSequence) {
    EXPECT_NE(compare(cutAt({2}, 8), cutAt({2}, 9)).error().cause.find("8 symbols"), std::string::npos);
    EXPECT_NE(compare(cutAt({2}, 8), cutAt({2}, 8), "1").error().cause.find("level 1"), std::string::npos);
}

}  // namespace
}  // namespace horo
