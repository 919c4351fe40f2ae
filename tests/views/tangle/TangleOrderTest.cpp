#include <QtTest/QtTest>

#include "tests/views/TestMain.h"
#include "tests/views/demo/sample_tree.h"
#include "tests/views/tangle/sample_pair.h"
#include "views/tangle/Crossings.h"
#include "views/tangle/HierarchyPair.h"

using namespace horo;
using namespace horo::views;

namespace {

/// Crossings of the lines among matched leaves of B.
uint64_t leafCrossings(const HierarchyPair& pair, const OrderedTree& b) {
    std::vector<std::pair<uint32_t, uint32_t>> lines;
    uint32_t place = 0;
    for (const Node w : b.preorder()) {
        const Node v = pair.partner(Side::B, w);
        if (v != MatchedNodes::none && b.tree().children(w).empty())
            lines.emplace_back(pair.look(Side::A)->tree().position(v), place);
        ++place;
    }
    return countCrossings(std::move(lines));
}

}  // namespace

class TangleOrderTest : public ViewTest {
    Q_OBJECT

private Q_SLOTS:
    void crossingsAreThoseOfTheNaiveCount() {
        Random random(3);
        for (int round = 0; round < 60; ++round) {
            std::vector<std::pair<uint32_t, uint32_t>> lines;
            const uint32_t n = random.below(60), range = 1 + random.below(40);
            for (uint32_t i = 0; i < n; ++i)
                lines.emplace_back(random.below(range), random.below(range));
            uint64_t naive = 0;
            for (size_t i = 0; i < lines.size(); ++i)
                for (size_t j = 0; j < i; ++j) {
                    const int64_t left = int64_t{lines[i].first} - lines[j].first;
                    const int64_t right = int64_t{lines[i].second} - lines[j].second;
                    naive += left * right < 0;
                }
            QCOMPARE(countCrossings(lines), naive);
        }
        std::vector<uint32_t> falling{5, 4, 3, 2, 1};
        QCOMPARE(countInversions(falling), uint64_t{10});
        QCOMPARE(falling, (std::vector<uint32_t>{1, 2, 3, 4, 5}));
    }

    void aPermutedCopyUntanglesToNothing() {
        for (uint64_t seed = 1; seed < 8; ++seed) {
            const auto a = demo::randomTree(400, seed);
            const HierarchyPair pair(a, demo::shuffled(*a, seed + 50));
            QVERIFY(leafCrossings(pair, *pair.tree(Side::B)) > 0);
            QCOMPARE(leafCrossings(pair, *pair.untangledB()), uint64_t{0});
        }
    }

    void untanglingNeverCrossesMore() {
        for (uint64_t seed = 1; seed < 40; ++seed) {
            const auto a = demo::randomTree(150, seed);
            const HierarchyPair pair(a, demo::disturbed(*demo::shuffled(*a, seed), 2 + seed % 5, seed));
            QVERIFY(leafCrossings(pair, *pair.untangledB()) <= leafCrossings(pair, *pair.tree(Side::B)));
            const HierarchyPair unlike(a, demo::randomTree(120, seed + 100));
            QVERIFY(leafCrossings(unlike, *unlike.untangledB()) <=
                    leafCrossings(unlike, *unlike.tree(Side::B)));
        }
    }

    void aForestIsUntangledToo() {
        const auto a = demo::named({{"p", "A"}, {"p", "B"}, {"q", "C"}, {"q", "D"}});
        const auto b = demo::named({{"q", "D"}, {"q", "C"}, {"p", "B"}, {"p", "A"}});
        const HierarchyPair pair(a, b);
        QCOMPARE(leafCrossings(pair, *pair.tree(Side::B)), uint64_t{6});
        QCOMPARE(leafCrossings(pair, *pair.untangledB()), uint64_t{0});
        const auto order = pair.untangledB()->preorder();
        QCOMPARE(b->name(order[0]), std::string("p"));
        QCOMPARE(b->name(order[1]), std::string("A"));
    }

    void anOrderedTreeHoldsEveryNodeOnce() {
        const auto a = demo::randomTree(500, 4, 7);
        const HierarchyPair pair(a, demo::shuffled(*a, 9));
        auto order = pair.untangledB()->preorder();
        std::sort(order.begin(), order.end());
        QCOMPARE(order.size(), size_t{500});
        QVERIFY(std::adjacent_find(order.begin(), order.end()) == order.end());
    }
};

HOROCYCLE_TEST_MAIN(TangleOrderTest)
#include "TangleOrderTest.moc"
