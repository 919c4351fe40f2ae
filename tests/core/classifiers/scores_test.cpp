// Scores of classifiers against sums written out, and identities between them.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "core/classifiers/classifier_scores.h"
#include "tests/core/classifiers/fashion.h"

namespace horo {
namespace {

using Scores = std::map<std::string, std::optional<double>>;

Scores scoresOf(const Classified& classified, const Labels& truth, const ClassTree& tree,
                const ScoreOptions& options = {}) {
    Scores scores;
    for (const auto& column : classifierScores(classified, truth, tree, options))
        scores[column.key] = column.value();
    return scores;
}

std::set<Node> pathOf(const ClassTree& tree, Node v, bool root) {
    std::set<Node> path;
    for (; v != SpanningTree::none; v = tree.tree().parent(v))
        if (root || v != tree.root()) path.insert(v);
    return path;
}

class ClassifierScores : public testing::Test {
protected:
    void SetUp() override {
        Random random(5);
        probabilities = drawnProbabilities(random, n);
        const auto predictions = Predictions::from(asPayload(probabilities));
        classified = *Classified::from(*predictions, tree);
        for (size_t i = 0; i < n; ++i)
            truth.nodes.push_back({random.uniform() < .5
                                       ? classified.labels.nodes[i].front()
                                       : classified.probabilities->classes[random.below(10)]});
    }
    Node u(size_t i) const { return classified.labels.nodes[i].front(); }
    Node y(size_t i) const { return truth.nodes[i].front(); }

    static constexpr size_t n = 300;
    ClassTree tree = fashionTree();
    std::vector<double> probabilities;
    Classified classified;
    Labels truth;
};

TEST_F(ClassifierScores, AreSumsWrittenOut) {
    double right = 0, distance = 0, both = 0, said = 0, real = 0, nll = 0, brier = 0, mistakes = 0;
    for (size_t i = 0; i < n; ++i) {
        const auto a = pathOf(tree, u(i), false), b = pathOf(tree, y(i), false);
        double common = 0;
        for (const Node v : a)
            common += static_cast<double>(b.count(v));
        both += common, said += static_cast<double>(a.size()), real += static_cast<double>(b.size());
        distance += static_cast<double>(a.size() + b.size()) - 2 * common;
        right += u(i) == y(i);
        if (u(i) != y(i)) mistakes += 3 - common;  // all leaves lie at depth 3
        for (size_t c = 0; c < 10; ++c) {
            const double p = probabilities[10 * i + c];
            const bool is = classified.probabilities->classes[c] == y(i);
            brier += (p - is) * (p - is);
            if (is) nll -= std::log(p);
        }
    }
    const auto s = scoresOf(classified, truth, tree);
    EXPECT_NEAR(*s.at("leaf_accuracy"), right / n, 1e-12);
    EXPECT_NEAR(*s.at("exact_path"), right / n, 1e-12);
    EXPECT_NEAR(*s.at("accuracy_3"), right / n, 1e-12);
    EXPECT_NEAR(*s.at("tree_distance"), distance / n, 1e-12);
    EXPECT_NEAR(*s.at("hp"), both / said, 1e-12);
    EXPECT_NEAR(*s.at("hr"), both / real, 1e-12);
    EXPECT_NEAR(*s.at("hf"), 2 * both / (said + real), 1e-12);
    EXPECT_NEAR(*s.at("lca_height"), mistakes / n, 1e-12);
    EXPECT_NEAR(*s.at("mistake_severity"), mistakes / (n - right), 1e-12);
    EXPECT_NEAR(*s.at("nll"), nll / n, 1e-12);
    EXPECT_NEAR(*s.at("brier"), brier / n, 1e-12);
    EXPECT_FALSE(s.at("coherence"));
    EXPECT_FALSE(s.at("consistency"));
}

TEST_F(ClassifierScores, KeepTheIdentitiesBetweenThem) {
    ScoreOptions sample;
    sample.average = Average::Sample;
    const auto s = scoresOf(classified, truth, tree, sample);
    EXPECT_NEAR(*s.at("wu_palmer"), *s.at("hf"), 1e-12);
    EXPECT_NEAR(*s.at("lca_height"), (1 - *s.at("leaf_accuracy")) * *s.at("mistake_severity"), 1e-12);
    sample.root = true;
    EXPECT_GE(*scoresOf(classified, truth, tree, sample).at("hf"), *s.at("hf"));
    EXPECT_GE(*s.at("accuracy_1"), *s.at("accuracy_2"));
    const auto perfect = scoresOf(classified, classified.labels, tree);
    for (const char* key : {"leaf_accuracy", "hp", "hr", "hf", "exact_path", "wu_palmer", "lin"})
        EXPECT_EQ(perfect.at(key), 1) << key;
    EXPECT_EQ(perfect.at("tree_distance"), 0);
    EXPECT_FALSE(perfect.at("mistake_severity"));
}

TEST_F(ClassifierScores, AverageWithinEachClassFirst) {
    ScoreOptions options;
    options.average = Average::Class;
    std::map<Node, std::vector<double>> precision;
    for (size_t i = 0; i < n; ++i) {
        const auto a = pathOf(tree, u(i), false), b = pathOf(tree, y(i), false);
        double common = 0;
        for (const Node v : a)
            common += static_cast<double>(b.count(v));
        precision[y(i)].push_back(common / static_cast<double>(a.size()));
    }
    double sum = 0;
    for (const auto& [node, values] : precision) {
        double within = 0;
        for (const double p : values)
            within += p;
        sum += within / static_cast<double>(values.size());
    }
    EXPECT_NEAR(*scoresOf(classified, truth, tree, options).at("hp"),
                sum / static_cast<double>(precision.size()), 1e-12);
}

TEST_F(ClassifierScores, CalibrationCountsEqualBins) {
    std::map<int, std::pair<double, int>> bins;
    for (size_t i = 0; i < n; ++i) {
        const double sure =
            *std::max_element(probabilities.begin() + 10 * i, probabilities.begin() + 10 * (i + 1));
        auto& [gap, count] = bins[static_cast<int>(std::ceil(sure * 15))];
        gap += sure - (u(i) == y(i) ? 1 : 0);
        ++count;
    }
    double error = 0;
    for (const auto& [bin, sums] : bins)
        error += std::abs(sums.first);
    EXPECT_NEAR(*scoresOf(classified, truth, tree).at("ece"), error / n, 1e-12);
}

TEST(LevelHeads, CountFromTheirOwnHead) {
    const ClassTree tree = fashionTree();
    Predictions p;
    p.ids = {"0", "1"};
    // The first sample's heads contradict each other: goods, tops, Sandal.
    p.levels = {{{"clothes", "goods"}, {.4, .6, .7, .3}},
                {{"tops", "shoes"}, {.9, .1, .8, .2}},
                {{"0", "5"}, {.3, .7, .9, .1}}};
    const auto classified = *Classified::from(p, tree);
    Predictions t;
    t.ids = {"1", "0"};
    t.labels = {"0", "0"};
    const auto truth = *labelsFor(p.ids, t, tree);
    const auto s = scoresOf(classified, truth, tree);
    EXPECT_EQ(s.at("leaf_accuracy"), .5);
    EXPECT_EQ(s.at("accuracy_1"), .5);
    EXPECT_EQ(s.at("accuracy_2"), 1);
    EXPECT_EQ(s.at("exact_path"), .5);
    EXPECT_EQ(s.at("consistency"), .5);
    // Children above their parents: tops .9 > clothes .4, Sandal .7 > shoes .1; tops .8 > clothes .7 and
    // T-shirt .9 > tops .8, of four edges a sample.
    EXPECT_EQ(s.at("coherence"), .5);
    // Closed upwards: goods, tops, clothes, Sandal, shoes, of which the truth has clothes and tops.
    EXPECT_DOUBLE_EQ(*s.at("hp"), (2.0 + 3) / (5 + 3));
    EXPECT_DOUBLE_EQ(*s.at("hr"), (2.0 + 3) / 6);
    ScoreOptions open;
    open.closure = false;
    EXPECT_DOUBLE_EQ(*scoresOf(classified, truth, tree, open).at("hp"), (1.0 + 3) / (3 + 3));
}

TEST(LabelSets, HaveOverlapAndExactPathOnly) {
    const ClassTree tree = fashionTree();
    Predictions p, t;
    p.ids = t.ids = {"a", "b"};
    p.labels = {"0;2", "5"};
    t.labels = {"0", "5"};
    const auto s = scoresOf(*Classified::from(p, tree), *labelsFor(p.ids, t, tree), tree);
    EXPECT_DOUBLE_EQ(*s.at("hp"), 6.0 / 7);
    EXPECT_EQ(s.at("hr"), 1);
    EXPECT_EQ(s.at("exact_path"), .5);
    EXPECT_FALSE(s.at("leaf_accuracy"));
    EXPECT_FALSE(s.at("nll"));
}

TEST(MatchedSamples, NamesTheIdWithoutPartner) {
    EXPECT_EQ(*matchedSamples({"a", "b"}, {"b", "a"}), (std::vector<size_t>{1, 0}));
    EXPECT_NE(matchedSamples({"a"}, {"a", "c"}).error().cause.find("'c'"), std::string::npos);
    EXPECT_NE(matchedSamples({"a", "d"}, {"a"}).error().cause.find("'d'"), std::string::npos);
}

}  // namespace
}  // namespace horo
