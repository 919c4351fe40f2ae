#include "core/hierarchy/edit.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "core/hierarchy/spanning_tree.h"
#include "core/method/registry.h"
#include "core/session/record.h"
#include "tests/core/hierarchy/random_dag.h"

namespace horo {
namespace {

using NamedEdges = std::set<std::pair<std::string, std::string>>;

NamedEdges edgesOf(const Hierarchy& h) {
    NamedEdges named;
    for (const auto& edge : h.edges())
        named.emplace(h.name(edge.parent), h.name(edge.child));
    return named;
}

std::set<std::string> ancestorsOf(const Hierarchy& h, const std::string& name) {
    std::set<Node> above;
    walkUp(h, static_cast<Node>(*h.items()->rowOf(std::string_view(name))), above);
    std::set<std::string> names;
    for (const Node a : above)
        names.insert(h.name(a));
    return names;
}

HierarchyPointer make(std::vector<std::string> names, std::vector<Hierarchy::Edge> edges,
                      Hierarchy::Texts texts = {}) {
    return *Hierarchy::create(*Items::create(std::move(names)), std::move(edges), std::move(texts));
}

/// Nodes that stay have the ancestors they had, of those that stay.
void expectSameAncestors(const Hierarchy& before, const Hierarchy& after) {
    for (Node v = 0; v < after.size(); ++v) {
        std::set<std::string> wanted;
        for (const auto& name : ancestorsOf(before, after.name(v)))
            if (after.items()->rowOf(std::string_view(name))) wanted.insert(name);
        EXPECT_EQ(ancestorsOf(after, after.name(v)), wanted);
    }
    EXPECT_TRUE(after.warnings().empty());
}

//   a          names, labels and glosses differ, b's parents are a and d
//  / \         .
// b   c--d--b  .
HierarchyPointer small() {
    return make({"a", "b", "c", "d"}, {{0, 1}, {0, 2}, {2, 3}, {3, 1}},
                {{"A", "B", "C", "D"}, {"1", "2", "3", "4"}});
}

TEST(Rerooted, TurnsTheWayUpInATree) {
    const auto h = make({"a", "b", "c", "d", "e"}, {{0, 1}, {0, 2}, {1, 3}, {1, 4}});
    const auto r = rerooted(*h, 1);
    EXPECT_EQ(edgesOf(*r), (NamedEdges{{"b", "d"}, {"b", "e"}, {"b", "a"}, {"a", "c"}}));
    EXPECT_EQ(r->roots().size(), 1u);
    EXPECT_EQ(std::vector<Node>(r->children(1).begin(), r->children(1).end()), (std::vector<Node>{3, 4, 0}));
    EXPECT_EQ(edgesOf(*rerooted(*r, 0)), edgesOf(*h));
    EXPECT_EQ(edgesOf(*rerooted(*h, 0)), edgesOf(*h));
}

TEST(Rerooted, KeepsTheUndirectedGraphAndMakesARoot) {
    for (uint64_t seed = 0; seed < 30; ++seed) {
        const auto h = randomDag(30, 1 + seed % 3, seed);
        for (Node v = 0; v < h->size(); ++v) {
            const auto r = rerooted(*h, v);
            ASSERT_EQ(r->size(), h->size());
            EXPECT_TRUE(r->isRoot(v));
            NamedEdges either = edgesOf(*h), turned;
            for (const auto& [parent, child] : edgesOf(*r)) {
                EXPECT_TRUE(either.count({parent, child}) || either.count({child, parent}));
                turned.emplace(parent, child);
            }
            EXPECT_EQ(turned.size(), either.size());
            EXPECT_EQ(edgesOf(*rerooted(*h, h->roots()[0])), edgesOf(*h));
        }
    }
}

TEST(SubtreeOf, IsADescendantsAndTheirEdges) {
    for (uint64_t seed = 0; seed < 20; ++seed) {
        const auto h = randomDag(40, 2, seed);
        for (Node top = 0; top < h->size(); ++top) {
            const auto part = subtreeOf(*h, top);
            std::set<std::string> wanted{h->name(top)};
            for (Node v = 0; v < h->size(); ++v)
                if (ancestorsOf(*h, h->name(v)).count(h->name(top))) wanted.insert(h->name(v));
            const auto& names = part->items()->names();
            EXPECT_EQ(std::set<std::string>(names.begin(), names.end()), wanted);
            NamedEdges edges = edgesOf(*h);
            std::erase_if(edges,
                          [&](const auto& e) { return !wanted.count(e.first) || !wanted.count(e.second); });
            EXPECT_EQ(edgesOf(*part), edges);
        }
    }
    const auto part = subtreeOf(*small(), 2);
    EXPECT_EQ(part->items()->names(), (std::vector<std::string>{"b", "c", "d"}));
    EXPECT_EQ(part->texts().labels, (std::vector<std::string>{"B", "C", "D"}));
    EXPECT_EQ(part->texts().glosses, (std::vector<std::string>{"2", "3", "4"}));
}

TEST(CutBelow, KeepsDepths) {
    const auto h = randomDag(60, 2, 4);
    for (const int depth : {0, 1, 2, 3, 50}) {
        const auto cut = cutBelow(*h, depth);
        size_t wanted = 0;
        for (Node v = 0; v < h->size(); ++v)
            wanted += h->depth(v) <= depth;
        EXPECT_EQ(cut->size(), wanted);
        for (Node v = 0; v < cut->size(); ++v)
            EXPECT_EQ(cut->depth(v),
                      h->depth(static_cast<Node>(*h->items()->rowOf(std::string_view(cut->name(v))))));
    }
}

TEST(Contracted, KeepsTheAncestorsOfWhatStays) {
    for (uint64_t seed = 0; seed < 40; ++seed) {
        const auto h = randomDag(35, 1 + seed % 2, seed);
        Random random(seed, 9);
        std::vector<bool> remove(h->size());
        for (Node v = 1; v < h->size(); ++v)
            remove[v] = random.uniform() < 0.4;
        const auto c = contracted(*h, remove);
        EXPECT_EQ(c->size(), static_cast<size_t>(std::ranges::count(remove, false)));
        expectSameAncestors(*h, *c);
    }
    const auto c = contracted(*make({"a", "b", "c", "d", "e", "f"}, {{0, 1}, {0, 2}, {0, 3}, {2, 4}, {2, 5}}),
                              {false, false, true, false, false, false});
    std::vector<std::string> below;
    for (const Node v : c->children(0))
        below.push_back(c->name(v));
    EXPECT_EQ(below, (std::vector<std::string>{"b", "e", "f", "d"}));  // in the place of c
}

TEST(CollapsedLevel, TakesInnerNodesOnly) {
    const auto h = make({"a", "b", "c", "d", "e"}, {{0, 1}, {0, 2}, {1, 3}, {3, 4}});
    EXPECT_EQ(edgesOf(*collapsedLevel(*h, 1)), (NamedEdges{{"a", "d"}, {"d", "e"}, {"a", "c"}}));
    EXPECT_EQ(edgesOf(*collapsedLevel(*h, 2)), (NamedEdges{{"a", "b"}, {"b", "e"}, {"a", "c"}}));
    EXPECT_EQ(edgesOf(*collapsedLevel(*h, 7)), edgesOf(*h));
}

TEST(MergedChains, LeavesNoChain) {
    for (uint64_t seed = 0; seed < 40; ++seed) {
        const auto h = randomDag(40, 1, seed);
        const auto m = mergedChains(*h);
        for (Node v = 0; v < m->size(); ++v)
            EXPECT_FALSE(m->children(v).size() == 1 && m->parents(v).size() == 1);
        EXPECT_EQ(m->leafCount(), h->leafCount());
        expectSameAncestors(*h, *m);
        EXPECT_EQ(edgesOf(*mergedChains(*m)), edgesOf(*m));
    }
    EXPECT_EQ(edgesOf(*mergedChains(*make({"a", "b", "c", "d"}, {{0, 1}, {1, 2}, {2, 3}}))),
              (NamedEdges{{"a", "d"}}));
    // a > b > c beside a > c: taking b out leaves one edge, which makes a's only other way a chain.
    EXPECT_EQ(edgesOf(*mergedChains(*make({"r", "a", "b", "c"}, {{0, 1}, {1, 2}, {2, 3}, {1, 3}}))),
              (NamedEdges{{"r", "c"}}));
}

TEST(SortedChildren, SortsAndKeepsEverythingElse) {
    const auto h = randomDag(50, 2, 6);
    const SpanningTree tree(*h);
    for (const auto order : {SiblingOrder::Name, SiblingOrder::Leaves}) {
        const auto s = sortedChildren(*h, order);
        EXPECT_EQ(edgesOf(*s), edgesOf(*h));
        for (Node v = 0; v < s->size(); ++v) {
            const auto below = s->children(v);
            for (size_t i = 1; i < below.size(); ++i) {
                const Node a = below[i - 1], b = below[i];
                if (order == SiblingOrder::Leaves) {
                    EXPECT_GE(tree.leaves(a), tree.leaves(b));
                    if (tree.leaves(a) > tree.leaves(b)) continue;
                }
                EXPECT_LT(s->name(a), s->name(b));
            }
            EXPECT_TRUE(std::ranges::equal(s->parents(v), h->parents(v)));
        }
    }
}

TEST(HierarchyEdits, KeepTheOrderOfChildrenAndParents) {
    for (uint64_t seed = 0; seed < 20; ++seed) {
        const auto h = randomDag(40, 2, seed);
        const auto same = cutBelow(*h, 1000);
        for (Node v = 0; v < h->size(); ++v) {
            EXPECT_TRUE(std::ranges::equal(same->children(v), h->children(v)));
            EXPECT_TRUE(std::ranges::equal(same->parents(v), h->parents(v)));
        }
    }
}

TEST(HierarchyEdits, AreNamedAfterWhatWasDone) {
    const auto method = Registry::global().find("hierarchy.edit");
    ASSERT_TRUE(method);
    const auto h = Hierarchy::create(*Items::create({"animal", "mammal", "whale"}), {{0, 1}, {1, 2}});
    ASSERT_TRUE(h);
    Inputs inputs;
    inputs.set("hierarchy", *h);
    const auto nameAfter = [&](const std::map<std::string, std::string>& values) {
        Parameters parameters((*method)->declaration());
        for (const auto& [key, value] : values)
            EXPECT_TRUE(parameters.set((*method)->declaration(), key, value));
        Context context{Conditions{}};
        const auto outcome = (*method)->run(inputs, parameters, context);
        return outcome ? nameOfOutput((*method)->declaration(), *outcome) : std::string();
    };
    EXPECT_EQ(nameAfter({{"keep", "mammal"}}), "Only mammal");
    EXPECT_EQ(nameAfter({{"collapse", "1"}, {"sort", "name"}}), "Level 1 collapsed, sorted by name");
    EXPECT_EQ(nameAfter({}), "Edit a hierarchy");
}

}  // namespace
}  // namespace horo
