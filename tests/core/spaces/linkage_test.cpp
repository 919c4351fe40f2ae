#include "core/spaces/linkage.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "core/method/registry.h"
#include "core/method/run.h"
#include "tests/core/projection/sample_rows.h"

namespace horo {
namespace {

constexpr Linkage all[] = {Linkage::Average, Linkage::Complete, Linkage::Single};

/// The definition: join the two nearest clusters until one is left. Heights in their order.
std::vector<double> naiveHeights(const Embedding& rows, Linkage how) {
    std::vector<std::vector<size_t>> clusters;
    for (size_t i = 0; i < rows.rows(); ++i)
        clusters.push_back({i});
    const auto between = [&](const std::vector<size_t>& a, const std::vector<size_t>& b) {
        double sum = 0, largest = 0, least = std::numeric_limits<double>::infinity();
        for (const size_t i : a)
            for (const size_t j : b) {
                const double d = rows.distance(i, j);
                sum += d, largest = std::max(largest, d), least = std::min(least, d);
            }
        return how == Linkage::Average    ? sum / static_cast<double>(a.size() * b.size())
               : how == Linkage::Complete ? largest
                                          : least;
    };
    std::vector<double> heights;
    while (clusters.size() > 1) {
        size_t first = 0, second = 1;
        for (size_t a = 0; a < clusters.size(); ++a)
            for (size_t b = a + 1; b < clusters.size(); ++b)
                if (between(clusters[a], clusters[b]) < between(clusters[first], clusters[second]))
                    first = a, second = b;
        heights.push_back(between(clusters[first], clusters[second]));
        clusters[first].insert(clusters[first].end(), clusters[second].begin(), clusters[second].end());
        clusters.erase(clusters.begin() + static_cast<std::ptrdiff_t>(second));
    }
    return heights;
}

TEST(Linkage, IsTheDefinitionInEveryManifold) {
    for (const Manifold& manifold : {Manifold::euclidean(), Manifold::poincare(), Manifold::lorentz(-2)})
        for (const Linkage how : all) {
            const Embedding rows = randomRows(manifold, 40, 3, 2, 1);
            const auto tree = linkage(RowDistances(rows), how, {.threads = 2});
            ASSERT_TRUE(tree);
            const auto wanted = naiveHeights(rows, how);
            ASSERT_EQ(tree->merges.size(), wanted.size());
            for (size_t m = 0; m < wanted.size(); ++m)
                EXPECT_NEAR(tree->merges[m].height, wanted[m], 1e-12 * wanted[m]);
        }
}

void expectMerges(const Dendrogram& tree, const std::vector<Dendrogram::Merge>& wanted) {
    ASSERT_EQ(tree.merges.size(), wanted.size());
    for (size_t m = 0; m < wanted.size(); ++m) {
        EXPECT_EQ(tree.merges[m].first, wanted[m].first) << m;
        EXPECT_EQ(tree.merges[m].second, wanted[m].second) << m;
        EXPECT_NEAR(tree.merges[m].height, wanted[m].height, 1e-12) << m;
    }
}

TEST(Linkage, JoinsEqualDistancesInScipysOrder) {
    // scipy 1.17 on the nine points of a grid.
    std::vector<double> values;
    for (const double x : {0, 1, 2})
        for (const double y : {0, 1, 2})
            values.insert(values.end(), {x, y});
    const RowDistances grid(embeddingOf(values, 2));
    expectMerges(*linkage(grid, Linkage::Average), {{0, 1, 1},
                                                    {3, 4, 1},
                                                    {2, 5, 1},
                                                    {7, 8, 1},
                                                    {9, 10, 1.2071067811865475},
                                                    {6, 12, 1.5},
                                                    {11, 13, 1.6625703849682212},
                                                    {14, 15, 1.873895353554639}});
    expectMerges(*linkage(grid, Linkage::Complete), {{0, 1, 1},
                                                     {3, 4, 1},
                                                     {2, 5, 1},
                                                     {7, 8, 1},
                                                     {9, 10, 1.4142135623730951},
                                                     {6, 12, 2},
                                                     {11, 13, 2.23606797749979},
                                                     {14, 15, 2.8284271247461903}});
    expectMerges(
        *linkage(grid, Linkage::Single),
        {{0, 1, 1}, {2, 9, 1}, {3, 10, 1}, {4, 11, 1}, {5, 12, 1}, {6, 13, 1}, {7, 14, 1}, {8, 15, 1}});
}

TEST(Linkage, LaysLeavesOutWithoutCrossings) {
    const Embedding rows = embeddingOf({0, 10, 1, 13, 30}, 1);
    const auto leaves = linkage(RowDistances(rows), Linkage::Complete)->leaves();
    EXPECT_EQ(leaves.order, (std::vector<uint32_t>{4, 0, 2, 1, 3}));
    EXPECT_EQ(leaves.gaps, (std::vector<double>{30, 1, 13, 3}));
}

TEST(Linkage, OfFewAndOfEqualRows) {
    for (const Linkage how : all) {
        EXPECT_EQ(linkage(RowDistances(embeddingOf({}, 1)), how)->leaves().order.size(), 0u);
        EXPECT_EQ(linkage(RowDistances(embeddingOf({5}, 1)), how)->leaves().order.size(), 1u);
        expectMerges(*linkage(RowDistances(embeddingOf({5, 2}, 1)), how), {{0, 1, 3}});
        const auto equal = linkage(RowDistances(embeddingOf({1, 1, 1, 1}, 1)), how);
        ASSERT_EQ(equal->merges.size(), 3u);
        EXPECT_EQ(equal->merges.back().height, 0);
    }
}

TEST(Linkage, StopsAndRefusesWhatDoesNotFit) {
    const RowDistances few(randomRows(Manifold::euclidean(), 50, 2, 1, 1));
    for (const Linkage how : all)
        EXPECT_EQ(linkage(few, how, {.keepGoing = [](double) { return false; }}).error().blame,
                  Blame::Cancelled);
    const RowDistances many(embeddingOf(std::vector<double>(20'001, 0.0), 1));
    const auto refused = linkage(many, Linkage::Average);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().advice.find("linkage=single"), std::string::npos);
}

TEST(HierarchyLinkage, NamesLeavesAsRowsAndMergesApart) {
    Embedding rows = embeddingOf({0, 1, 10}, 1);
    rows.items = *Items::create({"cluster 1", "b", "c"});
    horo::Run run;
    run.method = *Registry::global().find("hierarchy.linkage");
    run.parameters = Parameters(run.method->declaration());
    auto object = std::make_shared<Object>();
    object->payload = std::make_shared<const Embedding>(rows);
    run.inputs["embedding"] = std::move(object);
    Context context({});
    const auto done = execute(run, context);
    ASSERT_TRUE(done) << done.error().text();
    const auto& tree = *std::get<std::shared_ptr<const Hierarchy>>(done->outcome.output);
    EXPECT_EQ(tree.items()->names(),
              (std::vector<std::string>{"cluster 1", "b", "c", "joined cluster 1", "joined cluster 2"}));
    EXPECT_EQ(tree.parents(0).front(), 3u);
    EXPECT_EQ(tree.parents(2).front(), 4u);
    EXPECT_EQ(done->outcome.report.find("height")->value, 9.5);
}

}  // namespace
}  // namespace horo
