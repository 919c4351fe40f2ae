#include "core/projection/projection_scores.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "tests/core/projection/sample_rows.h"

namespace horo {
namespace {

/// Rows from `row` outwards.
std::vector<size_t> outwards(const Embedding& embedding, size_t row) {
    std::vector<std::pair<double, size_t>> all;
    for (size_t i = 0; i < embedding.rows(); ++i)
        if (i != row) all.emplace_back(embedding.distance(row, i), i);
    std::sort(all.begin(), all.end());
    std::vector<size_t> order;
    for (const auto& [distance, other] : all)
        order.push_back(other);
    return order;
}

/// The definition word for word.
double naiveTrust(const Embedding& picture, const Embedding& parent, size_t k) {
    double sum = 0;
    for (size_t i = 0; i < picture.rows(); ++i) {
        const auto near = outwards(picture, i), ranks = outwards(parent, i);
        for (size_t m = 0; m < k; ++m) {
            const auto rank = static_cast<double>(std::ranges::find(ranks, near[m]) - ranks.begin() + 1);
            sum += std::max(0.0, rank - static_cast<double>(k));
        }
    }
    const auto n = static_cast<double>(picture.rows()), neighbors = static_cast<double>(k);
    return 1 - 2 * sum / (n * neighbors * (2 * n - 3 * neighbors - 1));
}

TEST(ProjectionScores, AreTheDefinition) {
    const Embedding parent = randomRows(Manifold::poincare(), 90, 4, 3, 1);
    const Embedding picture = randomRows(Manifold::euclidean(), 90, 2, 1, 2);
    ProjectionScoreOptions options;
    options.k = 7;
    options.threads = 2;
    const auto scores = projectionScores(picture, parent, {}, options);
    ASSERT_TRUE(scores);
    EXPECT_NEAR(scores->trustworthiness->value, naiveTrust(picture, parent, 7), 1e-12);
    EXPECT_NEAR(scores->continuity->value, naiveTrust(parent, picture, 7), 1e-12);
    EXPECT_FALSE(scores->trustworthiness->error);
    EXPECT_FALSE(scores->neighborhoodHit);
}

TEST(ProjectionScores, OfTheSpaceItselfAreOne) {
    const Embedding rows = clusters(4, 30, 5, 50, 3);
    const auto scores = projectionScores(rows, rows, rows.labels, {});
    ASSERT_TRUE(scores);
    EXPECT_EQ(scores->trustworthiness->value, 1);
    EXPECT_EQ(scores->continuity->value, 1);
    EXPECT_NEAR(*scores->shepard, 1, 1e-12);
    EXPECT_EQ(scores->neighborhoodHit->value, 1);
}

TEST(ProjectionScores, OfASampleAreNearThoseOfAll) {
    const Embedding parent = randomRows(Manifold::euclidean(), 5200, 4, 1, 1);
    std::vector<double> flat;
    for (size_t i = 0; i < parent.rows(); ++i)
        flat.insert(flat.end(), {parent.vectors.at(i, 0), parent.vectors.at(i, 1)});
    const Embedding picture = embeddingOf(flat, 2);
    ProjectionScoreOptions few, all;
    few.sample = 400;
    all.sample = 5200;
    few.threads = all.threads = 2;
    const auto drawn = projectionScores(picture, parent, {}, few),
               whole = projectionScores(picture, parent, {}, all);
    ASSERT_TRUE(drawn && whole);
    EXPECT_EQ(drawn->scored, 400u);
    EXPECT_NEAR(drawn->trustworthiness->value, whole->trustworthiness->value,
                5 * *drawn->trustworthiness->error);
    EXPECT_LT(whole->trustworthiness->value, 0.95);  // two of four dimensions cannot be perfect
    Report report;
    addScores(*drawn, 15, false, report);
    EXPECT_TRUE(report.find("trustworthiness")->interval);
}

TEST(ProjectionScores, AreUndefinedOfTooFewRows) {
    const Embedding rows = clusters(1, 10, 3, 0, 1);
    const auto scores = projectionScores(rows, rows, {}, {});
    ASSERT_TRUE(scores);
    EXPECT_FALSE(scores->trustworthiness);
    Report report;
    addScores(*scores, 15, false, report);
    EXPECT_FALSE(report.find("trustworthiness")->value);
    EXPECT_FALSE(projectionScores(rows, clusters(1, 9, 3, 0, 1), {}, {}));
}

}  // namespace
}  // namespace horo
