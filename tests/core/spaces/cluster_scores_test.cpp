#include "core/spaces/cluster_scores.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/measure/correlation.h"
#include "core/spaces/row_classes.h"
#include "tests/core/projection/sample_rows.h"

namespace horo {
namespace {

/// The rows below each cluster.
std::vector<std::vector<uint32_t>> members(const Dendrogram& tree) {
    std::vector<std::vector<uint32_t>> below;
    for (uint32_t i = 0; i < tree.rows; ++i)
        below.push_back({i});
    for (const auto& merge : tree.merges) {
        auto both = below[merge.first];
        both.insert(both.end(), below[merge.second].begin(), below[merge.second].end());
        below.push_back(std::move(both));
    }
    return below;
}

/// For each pair the number of the merge where it meets.
size_t meeting(const Dendrogram& tree, const std::vector<std::vector<uint32_t>>& below, uint32_t i,
               uint32_t j) {
    for (size_t m = 0; m < tree.merges.size(); ++m) {
        const auto& rows = below[tree.rows + m];
        if (std::ranges::count(rows, i) + std::ranges::count(rows, j) == 2) return m;
    }
    return tree.merges.size();
}

TEST(ClusterScores, AreTheDefinitions) {
    const Embedding rows = randomRows(Manifold::poincare(), 45, 3, 2, 4);
    std::vector<uint32_t> classes;
    for (uint32_t i = 0; i < 45; ++i)
        classes.push_back(i * i % 7);
    const RowDistances distances(rows);
    for (const Linkage how : {Linkage::Average, Linkage::Complete, Linkage::Single}) {
        const auto tree = linkage(distances, how);
        ASSERT_TRUE(tree);
        const auto below = members(*tree);
        double purity = 0, pairs = 0;
        std::vector<double> x, y;
        for (uint32_t i = 0; i < 45; ++i)
            for (uint32_t j = i + 1; j < 45; ++j) {
                const size_t m = meeting(*tree, below, i, j);
                x.push_back(distances(i, j));
                y.push_back(tree->merges[m].height);
                if (classes[i] != classes[j]) continue;
                const auto& met = below[45 + m];
                purity += static_cast<double>(std::ranges::count_if(
                              met, [&](uint32_t row) { return classes[row] == classes[i]; })) /
                          static_cast<double>(met.size());
                ++pairs;
            }
        EXPECT_NEAR(*dendrogramPurity(*tree, classes), purity / pairs, 1e-12);
        EXPECT_NEAR(*clusterScores(distances, *tree, classes, {.threads = 2})->cophenetic, *pearson(x, y),
                    1e-12);
    }
}

TEST(ClusterScores, AgreeWithScipyAndScikitLearn) {
    // scipy 1.17 and scikit-learn 1.8 on these rows.
    const RowDistances distances(embeddingOf({0, 0, 7, 5, 6, 10, 8, 2, 2, 7, 10, 12, 10, 4, 2, 9}, 2));
    const std::vector<uint32_t> classes{0, 0, 1, 1, 2, 0, 1, 2};
    const std::pair<Linkage, double> wanted[] = {{Linkage::Average, 0.7854297727087788},
                                                 {Linkage::Complete, 0.6324006658304654},
                                                 {Linkage::Single, 0.7621495002992374}};
    for (const auto& [how, cophenetic] : wanted) {
        const auto scores = clusterScores(distances, *linkage(distances, how), classes);
        EXPECT_NEAR(*scores->cophenetic, cophenetic, 1e-12);
        EXPECT_NEAR(*scores->silhouette, 0.0489402188934904, 1e-12);
    }
}

TEST(ClusterScores, ByHand) {
    // ((0 1) (10 11)) with one row of the first class on the wrong side: its pairs meet at the root.
    const RowDistances distances(embeddingOf({0, 1, 10, 11}, 1));
    const auto tree = linkage(distances, Linkage::Average);
    EXPECT_NEAR(*dendrogramPurity(*tree, std::vector<uint32_t>{0, 0, 0, 1}), (1 + .75 + .75) / 3, 1e-15);
    EXPECT_EQ(*dendrogramPurity(*tree, std::vector<uint32_t>{0, 0, 1, 1}), 1);
    EXPECT_EQ(*dendrogramPurity(*tree, std::vector<uint32_t>{5, 5, 5, 5}), 1);
    EXPECT_FALSE(dendrogramPurity(*tree, std::vector<uint32_t>{0, 1, 2, 3}));
    EXPECT_FALSE(clusterScores(distances, *tree, std::vector<uint32_t>{5, 5, 5, 5})->silhouette);
    EXPECT_FALSE(clusterScores(distances, *tree, std::vector<uint32_t>{0, 1, 2, 3})->silhouette);
}

TEST(ClusterScores, OfFewAndOfEquallyFarRows) {
    const std::vector<uint32_t> classes{0, 1, 1};
    const RowDistances two(embeddingOf({0, 1}, 1)), corners(embeddingOf({.1, 0, 0, 0, .1, 0, 0, 0, .1}, 3));
    EXPECT_FALSE(
        clusterScores(two, *linkage(two, Linkage::Average), std::span(classes).first(2))->cophenetic);
    EXPECT_FALSE(clusterScores(corners, *linkage(corners, Linkage::Average), classes)->cophenetic);
    EXPECT_NEAR(*clusterScores(corners, *linkage(corners, Linkage::Average), classes)->silhouette, 0, 1e-15);
    const RowDistances none(embeddingOf({}, 1));
    EXPECT_FALSE(clusterScores(none, *linkage(none, Linkage::Average), {})->cophenetic);
}

/// root > (a > (a1, a2), b > (b1))
std::shared_ptr<const Hierarchy> smallTree() {
    return *Hierarchy::create(*Items::create({"root", "a", "b", "a1", "a2", "b1"}),
                              {{0, 1}, {0, 2}, {1, 3}, {1, 4}, {2, 5}});
}

Embedding rowsNamed(const std::vector<std::string>& names) {
    Embedding rows = embeddingOf(std::vector<double>(names.size(), 0.0), 1);
    rows.items = *Items::create(names);
    return rows;
}

TEST(RowClasses, AreParentsOrAncestorsAtALevel) {
    const auto tree = smallTree();
    const Embedding rows = rowsNamed({"b1", "a2", "stranger", "a1", "a", "root"});
    const auto parents = RowClasses::ofNodes(rows, {}, *tree, 0);
    ASSERT_TRUE(parents);
    EXPECT_EQ(parents->rows, (std::vector<size_t>{0, 1, 3, 4, 5}));
    EXPECT_EQ(parents->strangers, 1u);
    EXPECT_EQ(parents->classes, (std::vector<uint32_t>{0, 1, 1, 2, 2}));  // the root stands for itself
    const auto level = RowClasses::ofNodes(rows, {}, *tree, 1);
    EXPECT_EQ(level->classes, (std::vector<uint32_t>{0, 1, 1, 1, 2}));
    EXPECT_EQ(level->count, 3u);
    EXPECT_FALSE(RowClasses::ofNodes(rowsNamed({"x", "y"}), {}, *tree, 0));
}

TEST(RowClasses, HangRowsBelowTheNodesOfTheirLabels) {
    const auto tree = smallTree();
    Embedding rows = rowsNamed({"p", "q", "r"});
    rows.labels = {"a1", "root/a/a2", "b"};
    EXPECT_EQ(RowClasses::ofNodes(rows, {}, *tree, 0)->classes, (std::vector<uint32_t>{0, 1, 2}));
    EXPECT_EQ(RowClasses::ofNodes(rows, {}, *tree, 1)->classes, (std::vector<uint32_t>{0, 0, 1}));
    const std::vector<std::string> wrong{"a1", "a9", "b"};
    const auto refused = RowClasses::ofNodes(rows, wrong, *tree, 1);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().cause.find("a9"), std::string::npos);
}

}  // namespace
}  // namespace horo
