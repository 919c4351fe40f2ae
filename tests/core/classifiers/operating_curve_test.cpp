// The operating curve against answers at each threshold in turn.
#include "core/classifiers/operating_curve.h"

#include <gtest/gtest.h>

#include "core/classifiers/node_masses.h"
#include "tests/core/classifiers/fashion.h"

namespace horo {
namespace {

class OperatingCurve : public testing::Test {
protected:
    OperatingCurve() {
        Random random(12);
        ClassNames names(tree);
        scores = {ClassColumns::match(digits(), tree, names)->nodes, drawnProbabilities(random, n, 6)};
        for (size_t i = 0; i < n; ++i)
            truth.nodes.push_back({scores.classes[random.below(10)]});
    }
    std::vector<OperatingPoint> curve() const {
        return operatingCurve(scores, truth, tree, [] { return true; });
    }

    /// The answer with the fewest leaves of those that reach the threshold; of equal ones the likelier,
    /// first.
    Node answer(size_t sample, double threshold) const {
        NodeMasses masses(tree, scores.classes);
        masses.assign(scores.row(sample));
        Node best = tree.root();
        for (const Node v : tree.tree().preorder()) {
            if (tree.tree().children(v).size() == 1 || masses[v] < threshold) continue;
            const auto leaves = tree.tree().leaves(v), fewest = tree.tree().leaves(best);
            if (leaves < fewest || (leaves == fewest && masses[v] > masses[best])) best = v;
        }
        return best;
    }

    static constexpr size_t n = 60;
    ClassTree tree = fashionTree();
    NodeScores scores;
    Labels truth;
};

TEST_F(OperatingCurve, IsTheMeanOfTheAnswersAtEachThreshold) {
    const auto points = curve();
    ASSERT_GT(points.size(), n);
    for (size_t k = 1; k < points.size(); k += 7) {
        double correct = 0, exact = 0, recall = 0, precision = 0;
        for (size_t i = 0; i < n; ++i) {
            const Node u = answer(i, points[k].threshold), y = truth.nodes[i].front();
            const Node a = tree.tree().lowestCommonAncestor(u, y);
            correct += a == u, exact += u == y;
            recall += tree.depth(a) / 3.0;
            precision += tree.depth(u) > 0 ? static_cast<double>(tree.depth(a)) / tree.depth(u) : 1;
        }
        EXPECT_NEAR(points[k].correct, correct / n, 1e-12);
        EXPECT_NEAR(points[k].exact, exact / n, 1e-12);
        EXPECT_NEAR(points[k].depthRecall, recall / n, 1e-12);
        EXPECT_NEAR(points[k].depthPrecision, precision / n, 1e-12);
    }
}

TEST_F(OperatingCurve, StartsAtTheRootAndFalls) {
    const auto points = curve();
    EXPECT_EQ(points.front().correct, 1);
    EXPECT_EQ(points.front().depthRecall, 0);
    EXPECT_EQ(points.front().depthPrecision, 1);
    for (size_t k = 2; k < points.size(); ++k)
        EXPECT_LT(points[k].threshold, points[k - 1].threshold);
}

TEST_F(OperatingCurve, OfASureAndRightClassifierHasAllTheArea) {
    for (size_t i = 0; i < n; ++i)
        for (size_t c = 0; c < 10; ++c)
            scores.values[10 * i + c] = scores.classes[c] == truth.nodes[i].front() ? 1 : 0;
    const auto points = curve();
    EXPECT_EQ(areaUnder(points, &OperatingPoint::correct, &OperatingPoint::depthRecall), 1);
    EXPECT_EQ(areaUnder(points, &OperatingPoint::informationPrecision, &OperatingPoint::informationRecall),
              1);
}

TEST(AreaUnder, TakesTheBestAtThisPlaceOrBeyond) {
    std::vector<OperatingPoint> points(3);
    points[0].exact = 0, points[0].correct = .25;
    points[1].exact = .5, points[1].correct = .25;
    points[2].exact = .75, points[2].correct = .5;
    EXPECT_DOUBLE_EQ(areaUnder(points, &OperatingPoint::correct, &OperatingPoint::exact), .375);
    points[2].exact = .25;
    EXPECT_DOUBLE_EQ(areaUnder(points, &OperatingPoint::correct, &OperatingPoint::exact),
                     .25 * .5 + .25 * .25);
}

}  // namespace
}  // namespace horo
