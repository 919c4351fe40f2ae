#include "core/hierarchy/agreement.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/core/hierarchy/random_dag.h"

namespace horo {
namespace {

using HierarchyPointer = std::shared_ptr<const Hierarchy>;
using NamedEdge = std::pair<std::string, std::string>;

HierarchyPointer make(const std::vector<NamedEdge>& edges) {
    std::vector<std::string> names;
    std::vector<Hierarchy::Edge> numbered;
    const auto number = [&](const std::string& name) {
        const auto found = std::ranges::find(names, name);
        if (found == names.end()) return names.push_back(name), static_cast<Node>(names.size() - 1);
        return static_cast<Node>(found - names.begin());
    };
    for (const auto& [parent, child] : edges) {
        const Node p = number(parent);
        numbered.push_back({p, number(child)});
    }
    return *Hierarchy::create(*Items::create(names), numbered);
}

TEST(CompareHierarchies, ByHand) {
    const auto a = make({{"r", "p"}, {"r", "q"}, {"p", "A"}, {"p", "B"}, {"q", "C"}, {"q", "D"}});
    const auto b = make({{"r", "p"}, {"r", "q"}, {"p", "A"}, {"p", "C"}, {"q", "B"}, {"q", "D"}});
    const auto score = compareHierarchies(*a, *b).value();
    EXPECT_EQ(score.matched, 7u);
    EXPECT_EQ(score.missing + score.extra, 0u);
    EXPECT_EQ(score.moved, 2u);  // B and C
    EXPECT_EQ(score.robinsonFoulds, 4u);
    EXPECT_EQ(score.normalized, 1);
    EXPECT_EQ(score.triplets, 4);
    EXPECT_EQ(score.tripletAgreement, 0);

    // One leaf hung up elsewhere: {A, B} and {C, D} against {A, B, C}.
    // agree.
    const auto c = make({{"r", "p"}, {"r", "D"}, {"p", "A"}, {"p", "B"}, {"p", "C"}, {"r", "x"}});
    const auto other = compareHierarchies(*a, *c).value();
    EXPECT_EQ(other.missing, 1u);  // q
    EXPECT_EQ(other.extra, 1u);    // x
    EXPECT_EQ(other.moved, 1u);    // C; D stays below r, only q went
    EXPECT_EQ(other.sharedLeaves, 4u);
    EXPECT_EQ(other.robinsonFoulds, 3u);
    EXPECT_EQ(other.normalized, 1);
    EXPECT_EQ(other.tripletAgreement,
              0.25);  // only AB|D: ABC is not resolved in c, ACD and BCD are otherwise
}

TEST(CompareHierarchies, OfItselfInAnotherOrderIsPerfect) {
    for (uint64_t seed = 0; seed < 10; ++seed) {
        const auto h = randomDag(80, 2, seed);
        auto edges = h->edges();
        Random random(seed, 3);
        for (size_t i = edges.size(); i-- > 1;)
            std::swap(edges[i], edges[random.below(static_cast<uint32_t>(i + 1))]);
        const auto shuffled = *Hierarchy::create(h->items(), edges);
        const auto score = compareHierarchies(*h, *shuffled).value();
        EXPECT_EQ(score.matched, h->size());
        EXPECT_EQ(score.moved, 0u);
        EXPECT_EQ(score.robinsonFoulds, 0u);
        EXPECT_EQ(score.tripletAgreement, 1);
    }
}

/// Sets of shared leaves below each node of a tree or graph, by walking up from every leaf.
std::set<std::set<std::string>> naiveClusters(const Hierarchy& h, const std::set<std::string>& leaves) {
    std::vector<std::set<std::string>> below(h.size());
    for (const auto& leaf : leaves) {
        std::set<Node> above;
        walkUp(h, static_cast<Node>(*h.items()->rowOf(std::string_view(leaf))), above);
        for (const Node a : above)
            below[a].insert(leaf);
    }
    std::set<std::set<std::string>> clusters;
    for (const auto& set : below)
        if (set.size() > 1 && set.size() < leaves.size()) clusters.insert(set);
    return clusters;
}

/// The two of three that share the most nodes on their paths from the root; empty where no two alone do.
std::string naiveClosest(const Hierarchy& h, const std::array<std::string, 3>& three) {
    std::array<std::set<Node>, 3> paths;
    for (size_t i = 0; i < 3; ++i) {
        auto v = static_cast<Node>(*h.items()->rowOf(std::string_view(three[i])));
        paths[i].insert(v);
        while (!h.isRoot(v)) {
            v = *std::ranges::min_element(h.parents(v), {},
                                          [&](Node p) { return std::pair(h.depth(p), h.name(p)); });
            paths[i].insert(v);
        }
    }
    const auto shared = [&](size_t i, size_t j) {
        return std::ranges::count_if(paths[i], [&](Node v) { return paths[j].count(v) > 0; });
    };
    const auto ab = shared(0, 1), ac = shared(0, 2), bc = shared(1, 2);
    return ab > ac && ab > bc ? "ab" : ac > ab && ac > bc ? "ac" : bc > ab && bc > ac ? "bc" : "";
}

TEST(CompareHierarchies, IsTheDefinition) {
    for (uint64_t seed = 0; seed < 8; ++seed) {
        const auto a = randomDag(30, 1 + seed % 2, seed);
        const auto b = randomDag(33, 1, seed + 100);  // the same names and three more
        std::set<std::string> leaves;
        for (Node v = 0; v < a->size(); ++v) {
            const auto other = b->items()->rowOf(std::string_view(a->name(v)));
            if (other && a->isLeaf(v) && b->isLeaf(static_cast<Node>(*other))) leaves.insert(a->name(v));
        }
        const auto ofA = naiveClusters(*a, leaves), ofB = naiveClusters(*b, leaves);
        size_t different = 0;
        for (const auto& cluster : ofA)
            different += !ofB.count(cluster);
        for (const auto& cluster : ofB)
            different += !ofA.count(cluster);
        const auto score = compareHierarchies(*a, *b).value();
        EXPECT_EQ(score.extra, 3u);
        EXPECT_EQ(score.sharedLeaves, leaves.size());
        EXPECT_EQ(score.clustersA, ofA.size());
        EXPECT_EQ(score.clustersB, ofB.size());
        EXPECT_EQ(score.robinsonFoulds, different);

        const std::vector<std::string> list(leaves.begin(), leaves.end());
        double same = 0, all = 0;
        for (size_t i = 0; i < list.size(); ++i)
            for (size_t j = i + 1; j < list.size(); ++j)
                for (size_t k = j + 1; k < list.size(); ++k, ++all)
                    same += naiveClosest(*a, {list[i], list[j], list[k]}) ==
                            naiveClosest(*b, {list[i], list[j], list[k]});
        EXPECT_EQ(score.triplets, all);
        if (all > 0) {
            EXPECT_DOUBLE_EQ(*score.tripletAgreement, same / all);
        }
        EXPECT_EQ(score.moved, compareHierarchies(*b, *a).value().moved);
    }
}

TEST(CompareHierarchies, DrawnTripletsComeNearAll) {
    const auto a = randomDag(200, 1, 1), b = randomDag(200, 1, 2);
    const auto all = compareHierarchies(*a, *b).value();
    AgreementOptions options;
    options.exactLeaves = 3;
    options.samples = 100'000;
    options.threads = 1;
    const auto some = compareHierarchies(*a, *b, options).value();
    EXPECT_EQ(some.triplets, 100'000);
    EXPECT_NEAR(*some.tripletAgreement, *all.tripletAgreement, 0.008);  // five standard errors
    EXPECT_LT(some.interval->first, *some.tripletAgreement);
    EXPECT_GT(some.interval->second, *some.tripletAgreement);
    options.threads = 3;
    EXPECT_EQ(compareHierarchies(*a, *b, options).value().tripletAgreement, some.tripletAgreement);
    options.progress = [](double) { return false; };
    EXPECT_EQ(compareHierarchies(*a, *b, options).error().blame, Blame::Cancelled);
}

TEST(CompareHierarchies, WithNothingInCommon) {
    const auto score = compareHierarchies(*make({{"a", "b"}}), *make({{"c", "d"}, {"c", "e"}})).value();
    EXPECT_EQ(score.matched, 0u);
    EXPECT_EQ(score.missing, 2u);
    EXPECT_EQ(score.extra, 3u);
    EXPECT_FALSE(score.normalized || score.tripletAgreement);
}

}  // namespace
}  // namespace horo
