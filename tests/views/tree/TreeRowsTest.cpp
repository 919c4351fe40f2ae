#include <QtTest/QtTest>

#include "tests/views/TestMain.h"
#include "tests/views/demo/sample_tree.h"
#include "views/tree/TreeRows.h"
#include "views/tree/TreeSearch.h"

using namespace horo;
using namespace horo::views;

namespace {

/// The rows by the definition: a node is seen when all above it are open.
std::vector<Node> seen(const Hierarchy& hierarchy, const SpanningTree& tree, const TreeRows& rows) {
    std::vector<Node> out;
    for (const Node v : tree.preorder()) {
        bool visible = true;
        for (Node p = tree.parent(v); p != SpanningTree::none; p = tree.parent(p))
            visible &= rows.isOpen(p);
        if (visible) out.push_back(v);
    }
    (void)hierarchy;
    return out;
}

}  // namespace

class TreeRowsTest : public ViewTest {
    Q_OBJECT

private Q_SLOTS:
    void rowsAreWhatIsSeenAfterAnyOpeningAndClosing() {
        const auto hierarchy = demo::randomTree(400);
        const auto tree = std::make_shared<SpanningTree>(*hierarchy);
        TreeRows rows(hierarchy, tree);
        Random random(5);
        for (int i = 0; i < 400; ++i) {
            const Node node = random.below(400);
            switch (random.below(8)) {
                case 0:
                    rows.reveal(node);
                    break;
                case 1:
                    rows.openToDepth(static_cast<int>(random.below(5)));
                    break;
                default:
                    rows.setOpen(node, !rows.isOpen(node));
            }
            const auto expected = seen(*hierarchy, *tree, rows);
            QCOMPARE(rows.size(), expected.size());
            for (size_t row = 0; row < rows.size(); ++row) {
                QCOMPARE(rows.node(row), expected[row]);
                QCOMPARE(rows.rowOf(rows.node(row)), std::optional<size_t>(row));
            }
        }
    }

    void theNearestRowOfAHiddenNodeIsAnAncestor() {
        const auto hierarchy = demo::randomTree(200);
        const auto tree = std::make_shared<SpanningTree>(*hierarchy);
        const TreeRows rows(hierarchy, tree);
        for (Node v = 0; v < 200; ++v)
            QVERIFY(tree->isBelow(v, rows.node(rows.nearestRow(v))));
    }

    void openNodesCanBeStored() {
        const auto hierarchy = demo::randomTree(200);
        const auto tree = std::make_shared<SpanningTree>(*hierarchy);
        TreeRows rows(hierarchy, tree), again(hierarchy, tree);
        rows.reveal(150);
        again.setOpenNodes(rows.openNodes());
        QCOMPARE(again.size(), rows.size());
    }

    void theSearchFindsPartsInPreorderInEitherCase() {
        const auto hierarchy = demo::randomTree(300);
        const SpanningTree tree(*hierarchy);
        const TreeSearch search(*hierarchy, tree);
        const auto found = search.find(QStringLiteral("NODE 12"));
        size_t expected = 0;
        for (Node v = 0; v < 300; ++v)
            expected += hierarchy->label(v).starts_with("node 12");
        QCOMPARE(found.size(), expected);
        for (size_t i = 1; i < found.size(); ++i)
            QVERIFY(tree.position(found[i - 1]) < tree.position(found[i]));
        QVERIFY(search.find(QStringLiteral("no such")).empty());
        QVERIFY(search.find(QStringLiteral("  ")).empty());
    }
};

HOROCYCLE_TEST_MAIN(TreeRowsTest)
#include "TreeRowsTest.moc"
