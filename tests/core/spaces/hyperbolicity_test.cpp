#include <gtest/gtest.h>

#include <cmath>

#include "core/base/random.h"
#include "core/projection/principal_components.h"
#include "core/spaces/shuffled_rows.h"
#include "core/spaces/tree_likeness.h"
#include "tests/core/projection/sample_rows.h"
#include "tests/core/spaces/run_method.h"

namespace horo {
namespace {

std::vector<double> cloudOf(size_t rows, size_t columns, uint64_t seed) {
    Random random(seed);
    std::vector<double> cloud(rows * columns);
    for (double& value : cloud)
        value = random.normal();
    return cloud;
}

/// The ends of long branches of a star.
std::vector<double> star(size_t rows) {
    Random random(1);
    std::vector<double> star;
    for (size_t i = 0; i < rows; ++i) {
        const Row row = ballPoint(random, 8, random.uniform(4, 9));
        star.insert(star.end(), row.begin(), row.end());
    }
    return star;
}

TEST(MeasureHyperbolicity, TellsATreeFromACloud) {
    const auto tree =
        runMethod("measure.hyperbolicity",
                  {{"embedding", payloadOf(embeddingOf(star(60), 8, Manifold::poincare()))}}, {});
    const auto flat =
        runMethod("measure.hyperbolicity", {{"embedding", payloadOf(embeddingOf(cloudOf(60, 8, 1), 8))}}, {});
    ASSERT_TRUE(tree && flat);
    const Report &a = tree->outcome.report, &b = flat->outcome.report;
    EXPECT_LT(*a.find("relative_delta")->value, *b.find("relative_delta")->value);
    EXPECT_EQ(b.verdict->answer, Verdict::Answer::No);
    EXPECT_NE(b.find("relative_delta")->convention.find(b.verdict->sentence), std::string::npos);
    EXPECT_NEAR(*b.find("intrinsic_dimension")->value, 8, 4);
    for (const char* key : {"relative_delta", "curvature", "intrinsic_dimension"})
        EXPECT_TRUE(b.find(std::string("shuffled_") + key)->value) << key;
    const double delta = *b.find("relative_delta")->value;
    EXPECT_DOUBLE_EQ(*b.find("curvature")->value, -std::pow(0.144 / delta, 2));
}

TEST(MeasureHyperbolicity, AsksEachBranchOfAHierarchy) {
    // r over a, b, few; a's rows lie on a line, which is a tree.
    const auto items = Items::create({"r", "a", "b", "few"}).value();
    const auto hierarchy = Hierarchy::create(items, {{0, 1}, {0, 2}, {0, 3}}).value();
    auto values = cloudOf(65, 3, 2);
    Embedding rows = embeddingOf(values, 3);
    for (size_t i = 0; i < rows.rows(); ++i)
        rows.labels.push_back(i < 30 ? "a" : i < 60 ? "b" : "few");
    for (size_t i = 0; i < 30; ++i)
        for (size_t j = 1; j < 3; ++j)
            values[3 * i + j] = 0;
    rows.vectors = Vectors(65, 3, values);
    const auto done =
        runMethod("measure.hyperbolicity", {{"embedding", payloadOf(rows)}, {"hierarchy", hierarchy}},
                  {{"draws", "3"}, {"samples", "2000"}});
    ASSERT_TRUE(done) << done.error().text();
    const Report& report = done->outcome.report;
    EXPECT_NEAR(*report.find("relative_delta/a")->value, 0, 1e-12);
    EXPECT_GT(*report.find("relative_delta/b")->value, 0.1);
    EXPECT_FALSE(report.find("relative_delta/few"));
    EXPECT_FALSE(report.find("curvature/a")->value);
    EXPECT_TRUE(report.find("shuffled_relative_delta/b"));
}

TEST(TreeLikeness, ADrawOfRowsGivesTheDimensionOfAll) {
    const Embedding rows = embeddingOf(cloudOf(3000, 4, 3), 4);
    Context context({});
    LikenessOptions options;
    options.samples = 100;
    options.draws = 2;
    const auto all = treeLikeness(rows, options, context).value();
    options.asked = 1000;
    const auto some = treeLikeness(rows, options, context).value();
    EXPECT_EQ(all.dimensionRows, 3000u);
    EXPECT_EQ(some.dimensionRows, 1000u);
    // The estimate's relative standard error is 1 / sqrt(rows).
    EXPECT_NEAR(*some.dimension / *all.dimension, 1, 4 / std::sqrt(1000.0));
}

TEST(ShuffledRows, KeepTheCoordinatesAlongEachComponent) {
    const Embedding rows = embeddingOf(cloudOf(50, 3, 4), 3);
    const auto shuffled = shuffledRows(rows, 1, [] { return true; }).value();
    PrincipalOptions options;
    options.count = 3;
    const auto components = principalComponents(rows.vectors, options).value();
    const auto before = components.coordinates(rows.vectors, 1),
               after = components.coordinates(shuffled->vectors, 1);
    for (size_t j = 0; j < 3; ++j) {
        std::vector<double> a, b;
        for (size_t i = 0; i < 50; ++i) {
            a.push_back(before[3 * i + j]);
            b.push_back(after[3 * i + j]);
        }
        EXPECT_GT(std::abs(a[0] - b[0]), 1e-9);
        std::ranges::sort(a);
        std::ranges::sort(b);
        for (size_t i = 0; i < 50; ++i)
            EXPECT_NEAR(a[i], b[i], 1e-12);
    }
}

TEST(ShuffledRows, StayAroundTheirMiddle) {
    std::vector<double> values = cloudOf(40, 2, 5);
    for (double& value : values)
        value += 100;
    const auto shuffled = shuffledRows(embeddingOf(values, 2), 2, [] { return true; }).value();
    double before = 0, after = 0;
    for (size_t i = 0; i < 40; ++i)
        before += values[2 * i], after += shuffled->vectors.at(i, 0);
    EXPECT_NEAR(before, after, 1e-9);
}

}  // namespace
}  // namespace horo
