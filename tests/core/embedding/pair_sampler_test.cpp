#include "core/embedding/pair_sampler.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "tests/core/measure/random_hierarchy.h"

namespace horo {
namespace {

TEST(AliasTable, DrawsInProportion) {
    const std::vector<double> weights{3, 0, 1, 6, 0};
    const AliasTable table(weights);
    Random random(1);
    std::vector<int> counts(5);
    for (int i = 0; i < 100000; ++i)
        ++counts[table.draw(random)];
    EXPECT_EQ(counts[1] + counts[4], 0);
    for (const size_t i : {0u, 2u, 3u}) {
        const double share = weights[i] / 10;
        EXPECT_NEAR(counts[i], 1e5 * share, 5 * std::sqrt(1e5 * share * (1 - share)));
    }
}

TEST(PairSampler, DrawsDifferentStrangers) {
    const auto hierarchy = randomHierarchy(400, 1);
    const Closure closure(*hierarchy);
    const auto pairs = trainingPairs(closure);
    EXPECT_EQ(pairs.size(), closure.pairCount());
    PairSampler sampler(closure, PairSampler::targetFrequencies(closure), 1, 1);
    std::vector<uint32_t> nodes(52);
    for (const auto& pair : pairs) {
        sampler.draw(pair, 50, PairSampler::Frequency::Uniform, nodes.data());
        EXPECT_EQ(nodes[0], pair.node);
        EXPECT_EQ(nodes[1], pair.ancestor);
        const std::set<uint32_t> strangers(nodes.begin() + 2, nodes.end());
        EXPECT_EQ(strangers.size(), 50u);
        EXPECT_FALSE(strangers.count(pair.node));
        for (const Node ancestor : closure.ancestors(pair.node))
            EXPECT_FALSE(strangers.count(ancestor));
    }
}

TEST(PairSampler, DrawsByTargetFrequency) {
    const auto hierarchy = randomHierarchy(300, 2);
    const Closure closure(*hierarchy);
    PairSampler sampler(closure, PairSampler::targetFrequencies(closure), 1, 1);
    std::vector<uint32_t> nodes(7);
    for (const auto& pair : trainingPairs(closure)) {
        sampler.draw(pair, 5, PairSampler::Frequency::ByTarget, nodes.data());
        // Leaves are no target. (The node's ancestors are few enough here to leave others.)
        for (size_t k = 2; k < 7; ++k) {
            EXPECT_FALSE(hierarchy->isLeaf(nodes[k]));
            EXPECT_FALSE(closure.isAncestor(nodes[k], pair.node));
        }
    }
}

TEST(PairSampler, FindsTheOnlyStranger) {
    // A chain of 200 with one side branch at the top.
    std::vector<std::string> names;
    std::vector<Hierarchy::Edge> edges;
    for (uint32_t v = 0; v < 200; ++v) {
        names.push_back(fmt::format("n{}", v));
        if (v > 0) edges.push_back({v - 1, v});
    }
    names.push_back("side");
    edges.push_back({0, 200});
    const auto hierarchy = Hierarchy::create(Items::create(names).value(), edges).value();
    const Closure closure(*hierarchy);
    PairSampler sampler(closure, PairSampler::targetFrequencies(closure), 1, 1);
    std::vector<uint32_t> nodes(12);
    for (const auto frequency : {PairSampler::Frequency::Uniform, PairSampler::Frequency::ByTarget}) {
        for (int i = 0; i < 600; ++i) {  // also past the reuse of marks
            sampler.draw({199, 4}, 10, frequency, nodes.data());
            for (size_t k = 2; k < 12; ++k)
                EXPECT_EQ(nodes[k], 200u);
        }
    }
}

TEST(TrainingPairs, LeaveOutNodesWithoutStrangers) {
    std::vector<Hierarchy::Edge> chain{{0, 1}, {1, 2}};
    const auto hierarchy = Hierarchy::create(Items::create({"a", "b", "c"}).value(), chain).value();
    const auto pairs = trainingPairs(Closure(*hierarchy));
    ASSERT_EQ(pairs.size(), 1u);
    EXPECT_EQ(pairs[0].node, 1u);  // its stranger is c
}

}  // namespace
}  // namespace horo
