// Rules of decoding against brute force over nodes and sets of nodes.
#include "core/classifiers/decoder.h"

#include <gtest/gtest.h>

#include <bit>
#include <set>

#include "tests/core/classifiers/fashion.h"

namespace horo {
namespace {

/// T-shirt, trouser, pullover, dress, coat, sandal, shirt, sneaker, bag, ankle boot. Decided by exact brute
/// force elsewhere; the expected values stand with four digits.
const std::vector<double> unsure{.24, .02, .18, .06, .20, .01, .22, .01, .05, .01};

class Decoding : public testing::Test {
protected:
    std::vector<std::string> decided(DecodingRule rule, DecodingMetric metric = DecodingMetric::TreeDistance,
                                     double beta = 1, bool root = false) {
        Decoder decoder(tree, classes, {rule, metric, beta, root, .5});
        nodes = decoder.decide(unsure);
        expected = decoder.expected(unsure, nodes);
        std::vector<std::string> names;
        for (const Node v : nodes)
            names.push_back(tree.name(v));
        std::ranges::sort(names);
        return names;
    }

    ClassTree tree = fashionTree();
    std::vector<Node> classes = [this] {
        ClassNames names(tree);
        return ClassColumns::match(digits(), tree, names)->nodes;
    }();
    std::vector<Node> nodes;
    std::optional<double> expected;
};

using Names = std::vector<std::string>;

TEST_F(Decoding, DecidesTheWorkedCase) {
    for (const auto rule : {DecodingRule::ArgmaxLeaf, DecodingRule::Crm, DecodingRule::Plurality,
                            DecodingRule::Hie, DecodingRule::TopDown, DecodingRule::AsGiven})
        EXPECT_EQ(decided(rule), Names{"T-shirt/top"}) << static_cast<int>(rule);
    for (const auto rule :
         {DecodingRule::Threshold, DecodingRule::Majority, DecodingRule::ExpectedInformation})
        EXPECT_EQ(decided(rule), Names{"tops"}) << static_cast<int>(rule);
    EXPECT_EQ(decided(DecodingRule::Optimal), Names{"tops"});
    EXPECT_NEAR(*expected, 1.88, 1e-12);
    EXPECT_EQ(decided(DecodingRule::Optimal, DecodingMetric::WuPalmer), Names{"tops"});
    EXPECT_NEAR(1 - *expected, .376, 5e-4);
    EXPECT_EQ(decided(DecodingRule::Optimal, DecodingMetric::Lin), Names{"tops"});
    EXPECT_NEAR(1 - *expected, .4789, 5e-5);
}

TEST_F(Decoding, FindsTheBestSetsOfTheWorkedCase) {
    EXPECT_EQ(decided(DecodingRule::Optimal, DecodingMetric::Overlap, 1, true),
              (Names{"all", "clothes", "tops"}));
    EXPECT_NEAR(*expected, .7314, 5e-5);
    EXPECT_EQ(decided(DecodingRule::Optimal, DecodingMetric::Overlap, 2, true),
              (Names{"Coat", "Pullover", "Shirt", "T-shirt/top", "all", "clothes", "outers", "tops"}));
    EXPECT_NEAR(*expected, .75, 5e-5);
    decided(DecodingRule::Optimal, DecodingMetric::Overlap, .5, true);
    EXPECT_NEAR(*expected, .8, 5e-5);
    decided(DecodingRule::Optimal, DecodingMetric::Overlap, 1, false);
    EXPECT_NEAR(*expected, .6240, 5e-5);
    decided(DecodingRule::ArgmaxLeaf, DecodingMetric::Overlap, 1, true);
    EXPECT_NEAR(*expected, .7, 5e-5);
}

/// Expected value of a decision, summed over the true class.
template <class Value>
double summed(const std::vector<double>& p, const std::vector<Node>& classes, Value value) {
    double sum = 0;
    for (size_t c = 0; c < classes.size(); ++c)
        sum += p[c] * value(classes[c]);
    return sum;
}

TEST_F(Decoding, ExpectsWhatSumsOverTheTruthSay) {
    Random random(8);
    std::vector<Node> withInner = classes;
    withInner.back() = tree.tree().parent(classes[8]);  // accessories: an inner class with its own mass
    for (int trial = 0; trial < 50; ++trial) {
        const auto p = drawnProbabilities(random, 1, 1 + random.below(6));
        const auto& nodes = trial % 2 ? withInner : classes;
        NodeMasses masses(tree, nodes);
        masses.assign(p);
        const auto distances = expectedTreeDistances(masses), heights = expectedLcaHeights(masses);
        const auto depth = ExpectedSimilarity(tree, nodes, ExpectedSimilarity::Weight::Depth).of(masses);
        const auto information =
            ExpectedSimilarity(tree, nodes, ExpectedSimilarity::Weight::Information).of(masses);
        for (Node u = 0; u < tree.size(); ++u) {
            EXPECT_NEAR(distances[u], summed(p, nodes, [&](Node y) { return tree.distance(u, y); }), 1e-12);
            EXPECT_NEAR(heights[u], summed(p, nodes, [&](Node y) { return tree.lcaHeight(u, y); }), 1e-12);
            EXPECT_NEAR(depth[u], summed(p, nodes, [&](Node y) { return tree.wuPalmer(u, y); }), 1e-12);
            EXPECT_NEAR(information[u], summed(p, nodes, [&](Node y) { return tree.lin(u, y); }), 1e-12);
        }
    }
}

/// The best of all 2^19 sets without the root, by Gray code: one node in or out at a time.
double bestOfAllSets(const ClassTree& tree, const std::vector<Node>& classes, const std::vector<double>& p,
                     double square) {
    std::vector<Node> all;
    for (Node v = 0; v < tree.size(); ++v)
        if (v != tree.root()) all.push_back(v);
    std::vector<std::set<Node>> truths;
    for (const Node c : classes) {
        const auto path = tree.ancestors(c, false);
        truths.emplace_back(path.begin(), path.end());
    }
    std::vector<int> common(classes.size(), 0);
    double best = 0;
    int size = 0;
    for (uint32_t step = 1, set = 0; step < 1u << all.size(); ++step) {
        const auto bit = static_cast<size_t>(std::countr_zero(step));
        set ^= 1u << bit;
        const int change = set >> bit & 1 ? 1 : -1;
        size += change;
        double value = 0;
        for (size_t c = 0; c < classes.size(); ++c) {
            if (truths[c].contains(all[bit])) common[c] += change;
            value +=
                p[c] * (1 + square) * common[c] / (size + square * static_cast<double>(truths[c].size()));
        }
        best = std::max(best, value);
    }
    return best;
}

TEST_F(Decoding, TheBestSetIsBestOfAllSets) {
    Random random(9);
    for (const double beta : {.5, 1., 2.})
        for (int trial = 0; trial < 3; ++trial) {
            const auto p = drawnProbabilities(random, 1, 1 + 2 * trial);
            Decoder decoder(tree, classes, {DecodingRule::Optimal, DecodingMetric::Overlap, beta, false, .5});
            const auto set = decoder.decide(p);
            EXPECT_NEAR(*decoder.expected(p, set), bestOfAllSets(tree, classes, p, beta * beta), 1e-12);
            for (const Node v : set) {  // closed upwards
                const Node parent = tree.tree().parent(v);
                EXPECT_TRUE(parent == tree.root() || std::ranges::binary_search(set, parent));
            }
        }
}

TEST_F(Decoding, OptimalIsNeverWorseThanAnotherRule) {
    Random random(10);
    for (int trial = 0; trial < 100; ++trial) {
        const auto p = drawnProbabilities(random, 1, 1 + random.below(6));
        for (const auto metric : {DecodingMetric::TreeDistance, DecodingMetric::WuPalmer, DecodingMetric::Lin,
                                  DecodingMetric::Overlap}) {
            Decoder optimal(tree, classes, {DecodingRule::Optimal, metric, 1, false, .5});
            const double best = *optimal.expected(p, optimal.decide(p));
            for (int rule = 1; rule < 9; ++rule) {
                Decoder other(tree, classes, {static_cast<DecodingRule>(rule), metric, 1, false, .5});
                const double value = *other.expected(p, other.decide(p));
                const double sign = metric == DecodingMetric::TreeDistance ? -1 : 1;
                EXPECT_GE(sign * best, sign * value - 1e-12);
            }
        }
    }
}

TEST_F(Decoding, EqualValuesGoToTheDeeperNode) {
    // Dress and its only leaf have equal probability and equal information.
    const std::vector<double> dress{0, 0, 0, 1, 0, 0, 0, 0, 0, 0};
    for (const auto rule : {DecodingRule::ExpectedInformation, DecodingRule::Threshold,
                            DecodingRule::Majority, DecodingRule::Optimal}) {
        Decoder decoder(tree, classes, {rule, DecodingMetric::Lin, 1, false, .5});
        EXPECT_EQ(tree.name(decoder.decide(dress).front()), "Dress");
    }
}

}  // namespace
}  // namespace horo
