#include "core/embedding/entailment_pairs.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/core/measure/random_hierarchy.h"

namespace horo {
namespace {

using Pairs = std::set<std::pair<Node, Node>>;

Pairs setOf(const std::vector<TrainingPair>& pairs) {
    Pairs set;
    for (const auto& pair : pairs)
        set.insert({pair.node, pair.ancestor});
    return set;
}

bool disjoint(const Pairs& a, const Pairs& b) {
    for (const auto& pair : a)
        if (b.contains(pair)) return false;
    return true;
}

TEST(EntailmentPairs, PartTheClosureWithoutItsTop) {
    for (uint64_t seed = 0; seed < 5; ++seed) {
        const auto h = randomHierarchy(300, seed);
        const Closure closure(*h);
        const auto pairs = partPairs(*h, closure, 0.5, seed).value();
        EXPECT_EQ(pairs.top, Node{0});
        EXPECT_EQ(pairs.nodes.size(), 299u);
        EXPECT_EQ(pairs.basic + pairs.transitive, closure.pairCount() - 299);
        const Pairs train = setOf(pairs.train), test = setOf(pairs.test.positives),
                    validation = setOf(pairs.validation.positives);
        EXPECT_EQ(train.size(), pairs.train.size());
        EXPECT_EQ(train.size(), pairs.basic + pairs.transitive / 2);
        EXPECT_EQ(test.size(), pairs.transitive / 20);
        EXPECT_EQ(validation.size(), pairs.transitive / 20);
        EXPECT_TRUE(disjoint(train, test) && disjoint(train, validation) && disjoint(test, validation));
        for (const auto* part : {&train, &test, &validation})
            for (const auto& [node, ancestor] : *part) {
                EXPECT_TRUE(closure.isAncestor(ancestor, node));
                EXPECT_NE(ancestor, 0u);
            }
        // Whatever is held out follows from training.
        const Closure implied(*trainingHierarchy(*h, pairs).value());
        for (const auto& [node, ancestor] : test)
            EXPECT_TRUE(implied.isAncestor(ancestor, node));
    }
}

TEST(EntailmentPairs, NegativesDoNotHoldAndSwapEitherEnd) {
    const auto h = randomHierarchy(300, 9);
    const Closure closure(*h);
    const auto pairs = partPairs(*h, closure, 0, 9).value();
    ASSERT_EQ(pairs.test.negatives.size(), 10 * pairs.test.positives.size());
    for (size_t i = 0; i < pairs.test.negatives.size(); ++i) {
        const auto& negative = pairs.test.negatives[i];
        const auto& positive = pairs.test.positives[i / 10];
        EXPECT_NE(negative.node, negative.ancestor);
        EXPECT_NE(negative.node, 0u);
        EXPECT_NE(negative.ancestor, 0u);
        EXPECT_FALSE(closure.isAncestor(negative.ancestor, negative.node));
        EXPECT_EQ(i % 10 < 5, negative.ancestor == positive.ancestor);
        EXPECT_EQ(i % 10 >= 5, negative.node == positive.node);
    }
}

TEST(EntailmentPairs, HoldTheSameOutWhateverTheShare) {
    const auto h = randomHierarchy(300, 3);
    const Closure closure(*h);
    const auto few = partPairs(*h, closure, 0.1, 7).value(), many = partPairs(*h, closure, 0.9, 7).value();
    EXPECT_EQ(setOf(few.test.positives), setOf(many.test.positives));
    EXPECT_EQ(setOf(few.test.negatives), setOf(many.test.negatives));
    EXPECT_EQ(setOf(few.validation.positives), setOf(many.validation.positives));
    const Pairs more = setOf(many.train);
    for (const auto& pair : setOf(few.train))
        EXPECT_TRUE(more.contains(pair));
    EXPECT_NE(setOf(few.test.positives), setOf(partPairs(*h, closure, 0.1, 8)->test.positives));
}

TEST(EntailmentPairs, KeepSeveralRootsAndRefuseWhatHasNoPair) {
    const auto two = Hierarchy::create(Items::create({"a", "b", "c", "d"}).value(), {{0, 2}, {1, 3}}).value();
    const auto pairs = partPairs(*two, Closure(*two), 0.5, 0).value();
    EXPECT_FALSE(pairs.top.has_value());
    EXPECT_EQ(pairs.train.size(), 2u);
    EXPECT_TRUE(pairs.test.positives.empty());
    const auto star = Hierarchy::create(Items::create({"a", "b", "c"}).value(), {{0, 1}, {0, 2}}).value();
    EXPECT_FALSE(partPairs(*star, Closure(*star), 0.5, 0).ok());
    const auto one = Hierarchy::create(Items::create({"a"}).value(), {}).value();
    EXPECT_FALSE(partPairs(*one, Closure(*one), 0.5, 0).ok());
}

}  // namespace
}  // namespace horo
