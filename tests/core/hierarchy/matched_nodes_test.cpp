#include "core/hierarchy/matched_nodes.h"

#include <gtest/gtest.h>

#include "core/method/registry.h"
#include "core/method/run.h"
#include "tests/core/hierarchy/random_dag.h"

namespace horo {
namespace {

std::shared_ptr<const Hierarchy> named(std::vector<std::string> names, std::vector<Hierarchy::Edge> edges) {
    return *Hierarchy::create(*Items::create(std::move(names)), std::move(edges));
}

const auto a = named({"r", "p", "q", "A", "B", "C"}, {{0, 1}, {0, 2}, {1, 3}, {1, 4}, {2, 5}});
// q went, so C hangs below r in both; A moved; x came.
const auto b = named({"x", "r", "p", "A", "B", "C"}, {{1, 2}, {1, 3}, {2, 4}, {1, 5}, {1, 0}});

TEST(MatchedNodes, ByHand) {
    const MatchedNodes nodes(*a, *b);
    EXPECT_EQ(nodes.ofA, (std::vector<Node>{1, 2, MatchedNodes::none, 3, 4, 5}));
    EXPECT_EQ(nodes.ofB, (std::vector<Node>{MatchedNodes::none, 0, 1, 3, 4, 5}));
    EXPECT_EQ(nodes.moved, std::vector<Node>{3});
    EXPECT_EQ(nodes.matched(), 5u);
    EXPECT_EQ(nodes.missing, 1u);
    EXPECT_EQ(nodes.extra, 1u);
}

TEST(MatchedNodes, OfItselfNothingMoved) {
    for (uint64_t seed = 0; seed < 5; ++seed) {
        const auto h = randomDag(100, 2, seed);
        const MatchedNodes nodes(*h, *h);
        EXPECT_TRUE(nodes.moved.empty());
        EXPECT_EQ(nodes.matched(), h->size());
    }
}

TEST(CompareMoved, IsATableOfParents) {
    const auto method = Registry::global().find("compare.moved");
    ASSERT_TRUE(method);
    Inputs inputs;
    inputs.set("a", a);
    inputs.set("b", b);
    Context context{Conditions{}};
    const auto outcome = (*method)->run(inputs, Parameters((*method)->declaration()), context);
    ASSERT_TRUE(outcome);
    const auto table = std::get<std::shared_ptr<const Table>>(outcome->output);
    ASSERT_EQ(table->rows(), 1u);
    using Texts = std::vector<std::string>;
    EXPECT_EQ(std::get<Texts>(table->columns[0].values), Texts{"A"});
    EXPECT_EQ(std::get<Texts>(table->columns[1].values), Texts{"p"});
    EXPECT_EQ(std::get<Texts>(table->columns[2].values), Texts{"r"});
}

}  // namespace
}  // namespace horo
