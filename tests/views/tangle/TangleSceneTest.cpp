#include <QPainter>
#include <QtTest/QtTest>
#include <set>

#include "tests/views/TestMain.h"
#include "tests/views/demo/sample_tree.h"
#include "tests/views/tangle/sample_pair.h"
#include "views/tangle/TangleInk.h"

using namespace horo;
using namespace horo::views;

namespace {

const QSizeF size(900, 600);

const auto a = demo::named({{"r", "p"}, {"r", "q"}, {"p", "A"}, {"p", "B"}, {"q", "C"}, {"q", "D"}});
/// B hangs elsewhere, q went, x came.
const auto b =
    demo::named({{"r", "p"}, {"r", "s"}, {"p", "A"}, {"s", "B"}, {"r", "C"}, {"r", "D"}, {"s", "x"}});

std::shared_ptr<const HierarchyPair> pairOf(demo::HierarchyPointer one, demo::HierarchyPointer other) {
    return std::make_shared<const HierarchyPair>(std::move(one), std::move(other));
}

TangleScene sceneOf(std::shared_ptr<const HierarchyPair> pair, bool untangled = true) {
    const Node topA = pair->tree(Side::A)->top(), topB = pair->tree(Side::B)->top();
    return {std::move(pair), untangled, topA, topB, size};
}

Node node(const Hierarchy& hierarchy, const char* name) {
    return static_cast<Node>(*hierarchy.items()->rowOf(std::string_view(name)));
}

}  // namespace

class TangleSceneTest : public ViewTest {
    Q_OBJECT

private Q_SLOTS:
    void statusByHand() {
        const HierarchyPair pair(a, b);
        const auto status = [&](Side side, const char* name) {
            return pair.status(side, node(pair.hierarchy(side), name));
        };
        for (const char* name : {"r", "p", "A", "C", "D"}) {
            QCOMPARE(status(Side::A, name), NodeStatus::InPlace);
            QCOMPARE(status(Side::B, name), NodeStatus::InPlace);
        }
        QCOMPARE(status(Side::A, "B"), NodeStatus::Moved);
        QCOMPARE(status(Side::B, "B"), NodeStatus::Moved);
        QCOMPARE(status(Side::A, "q"), NodeStatus::Only);
        QCOMPARE(status(Side::B, "s"), NodeStatus::Only);
        QCOMPARE(status(Side::B, "x"), NodeStatus::Only);
    }

    void leavesAreJoinedByName() {
        const TangleScene scene = sceneOf(pairOf(a, b));
        std::set<std::string> joined;
        for (const CurveBundle& bundle : scene.bundles()) {
            QCOMPARE(bundle.nodes, 1u);
            const std::string& name = a->name(scene.side(Side::A).cells()[bundle.a].node);
            QCOMPARE(name, b->name(scene.side(Side::B).cells()[bundle.b].node));
            QCOMPARE(bundle.moved, name == "B");
            joined.insert(name);
        }
        QCOMPARE(joined, (std::set<std::string>{"A", "B", "C", "D"}));
        QCOMPARE(scene.matched(), size_t{6});
        QCOMPARE(scene.joined(), size_t{4});
        QCOMPARE(scene.drawn(), a->size() + b->size());
        QVERIFY(scene.bundleOf(node(*a, "B")));
        QVERIFY(!scene.bundleOf(node(*a, "p")));  // its cell is open
        QVERIFY(!scene.bundleOf(node(*a, "q")));  // B has none
    }

    void manyNodesAreBundledAndNoneIsLost() {
        const auto one = demo::randomTree(20000);
        const TangleScene scene = sceneOf(pairOf(one, demo::disturbed(*one, 20, 5)));
        QVERIFY(scene.drawn() < 2000);
        QVERIFY(scene.bundles().size() < 8000);
        size_t expected = 0;
        for (Node v = 0; v < one->size(); ++v) {
            const auto from = scene.side(Side::A).cellOf(v);
            const auto to = scene.side(Side::B).cellOf(v);
            QVERIFY(from && to);
            expected += !scene.side(Side::A).cells()[*from].open && !scene.side(Side::B).cells()[*to].open;
        }
        QCOMPARE(scene.joined(), expected);
        for (size_t i = 0; i < scene.bundles().size(); i += 11) {
            const CurveBundle& bundle = scene.bundles()[i];
            const SideCell& from = scene.side(Side::A).cells()[bundle.a];
            const SideCell& to = scene.side(Side::B).cells()[bundle.b];
            QVERIFY(bundle.ya >= from.y0 - 1e-6 && bundle.ya <= from.y1 + 1e-6);
            QVERIFY(bundle.yb >= to.y0 - 1e-6 && bundle.yb <= to.y1 + 1e-6);
        }
    }

    void aDisturbedAndShuffledCopyIsUntangled() {
        for (const size_t nodes : {60, 600, 20000}) {
            const auto one = demo::randomTree(nodes);
            const auto pair = pairOf(one, demo::disturbed(*demo::shuffled(*one, 4), 20, 5));
            QVERIFY(sceneOf(pair).crossings() < sceneOf(pair, false).crossings());
        }
    }

    void aPermutedCopyHasNoCrossingCurves() {
        const auto one = demo::randomTree(60);
        const auto pair = pairOf(one, demo::shuffled(*one, 3));
        QCOMPARE(sceneOf(pair).crossings(), uint64_t{0});
        QVERIFY(sceneOf(pair, false).crossings() > 0);
    }

    void whatIsUnderAPlaceIsTheCell() {
        const auto one = demo::randomTree(300);
        const TangleScene scene = sceneOf(pairOf(one, demo::shuffled(*one, 3)));
        for (const Side side : {Side::A, Side::B})
            for (const SideCell& cell : scene.side(side).cells()) {
                const auto found = scene.nodeAt(scene.box(side, cell).center());
                QVERIFY(found);
                QCOMPARE(found->side, side);
                QCOMPARE(found->node, cell.node);
            }
        QVERIFY(!scene.nodeAt({size.width() / 2, 10}));
        const auto all = scene.nodesIn(QRectF({}, size));
        QCOMPARE(all[0].size(), one->size());
        QCOMPARE(all[1].size(), one->size());
    }

    void aFocusFillsItsSide() {
        const auto one = demo::randomTree(300);
        const auto pair = pairOf(one, demo::shuffled(*one, 3));
        Node inner = 0;
        for (const Node v : pair->tree(Side::A)->children(pair->tree(Side::A)->top()))
            if (pair->tree(Side::A)->height(v) > 1) inner = v;
        const TangleScene scene(pair, true, inner, pair->tree(Side::B)->top(), size);
        QCOMPARE(scene.side(Side::A).cells().front().y1, size.height());
        QCOMPARE(scene.matched(), size_t{pair->tree(Side::A)->subtreeSize(inner)});
        QVERIFY(!scene.side(Side::A).cellOf(pair->tree(Side::A)->top()));
    }

    void tinyAndDeepPicturesAreNoTrouble() {
        std::vector<std::string> names;
        std::vector<Hierarchy::Edge> edges;
        for (Node v = 0; v < 50000; ++v) {
            names.push_back("n" + std::to_string(v));
            if (v > 0) edges.push_back({v - 1, v});
        }
        const auto chain = *Hierarchy::create(*Items::create(std::move(names)), std::move(edges));
        const auto forest = demo::named({{"p", "A"}, {"q", "B"}});
        for (const QSizeF each : {QSizeF(1, 1), QSizeF(60, 20), size}) {
            const auto deep = pairOf(chain, forest);
            const TangleScene one(deep, true, 0, OrderedTree::whole, each);
            QVERIFY(one.isEmpty() || one.side(Side::A).cells().size() < 1000);
            const auto two = pairOf(forest, forest);
            const TangleScene other(two, true, OrderedTree::whole, OrderedTree::whole, each);
            QVERIFY(other.isEmpty() || other.matched() == 4);
        }
    }

    void everyColouringPaintsSomething() {
        const auto one = demo::randomTree(2000);
        const auto pair = pairOf(one, demo::disturbed(*one, 7, 2));
        for (const auto& scene : {sceneOf(pair), sceneOf(pairOf(a, b))})
            for (const bool branches : {true, false})
                for (const bool selected : {true, false}) {
                    TangleInk ink;
                    ink.theme = Theme::builtIn(true);
                    const size_t n = scene.pair().hierarchy(Side::A).size();
                    if (branches) ink.coloursOfA.assign(n, 0xFF3F5BD8);
                    if (selected) {
                        ink.selected[0].assign(n, 0);
                        ink.selected[0][n - 1] = 1;
                        ink.focus = {static_cast<Node>(n - 1), 1};
                    }
                    QImage image(size.toSize(), QImage::Format_RGB32);
                    image.fill(Qt::black);
                    QPainter painter(&image);
                    paintTangle(painter, scene, ink);
                    paintTangleHovered(painter, scene, {Side::A, 3}, ink.theme);
                    painter.end();
                    int painted = 0;
                    for (int y = 0; y < image.height(); y += 3)
                        for (int x = 0; x < image.width(); x += 3)
                            painted += image.pixel(x, y) != qRgb(0, 0, 0);
                    QVERIFY(painted > 500);
                }
    }
};

HOROCYCLE_TEST_MAIN(TangleSceneTest)
#include "TangleSceneTest.moc"
