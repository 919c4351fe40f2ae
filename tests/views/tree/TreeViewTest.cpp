#include <QScrollBar>
#include <QtTest/QtTest>

#include "tests/views/TestMain.h"
#include "tests/views/demo/sample_tree.h"
#include "views/kit/SearchField.h"
#include "views/tree/TreeCanvas.h"
#include "views/tree/TreeView.h"

using namespace horo;
using namespace horo::views;

class TreeViewTest : public ViewTest {
    Q_OBJECT

private:
    std::shared_ptr<const Hierarchy> hierarchy_;
    std::unique_ptr<SpanningTree> tree_;
    std::unique_ptr<WorkspaceModel> model_;
    std::unique_ptr<TreeView> view_;

    TreeCanvas& canvas() { return view_->canvas(); }
    QPoint nameOf(size_t row) { return canvas().rowRect(row).center(); }

private Q_SLOTS:
    void init() {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        hierarchy_ = demo::randomTree(300, 1, 7);
        tree_ = std::make_unique<SpanningTree>(*hierarchy_);
        Workspace workspace;
        workspace.add({.id = "h", .name = "Sample tree", .payload = hierarchy_});
        workspace.views = {{.id = "tree-1", .type = "tree", .objects = {"h"}}};
        model_ = std::make_unique<WorkspaceModel>();
        model_->reset(workspace);
        view_ = std::make_unique<TreeView>(*model_, workspace.views[0]);
        view_->resize(280, 500);
        view_->show();
        QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
    }
    void cleanup() {
        view_.reset();
        model_.reset();
    }

    void aClickSelectsTheSubtree() {
        const Node node = canvas().rows().node(1);
        QTest::mouseClick(canvas().viewport(), Qt::LeftButton, {}, nameOf(1));
        QCOMPARE(model_->selection().size(), size_t{tree_->subtreeSize(node)});
        QCOMPARE(model_->selection().focus(), hierarchy_->items()->id(node));
        const size_t first = model_->selection().size();
        QTest::mouseClick(canvas().viewport(), Qt::LeftButton, Qt::ShiftModifier | Qt::ControlModifier,
                          nameOf(2));
        QVERIFY(model_->selection().size() >= first);
    }

    void theKeyboardWalksOpensAndSelects() {
        QTest::keyClick(&canvas(), Qt::Key_Home);
        QCOMPARE(canvas().current(), std::optional<Node>(canvas().rows().node(0)));
        QTest::keyClick(&canvas(), Qt::Key_Down);
        const Node second = canvas().rows().node(1);
        QCOMPARE(canvas().current(), std::optional<Node>(second));
        const size_t before = canvas().rows().size();
        QTest::keyClick(&canvas(), Qt::Key_Right);
        QCOMPARE(canvas().rows().isOpen(second), tree_->subtreeSize(second) > 1);
        QTest::keyClick(&canvas(), Qt::Key_Left);
        QCOMPARE(canvas().rows().size(), before);
        QTest::keyClick(&canvas(), Qt::Key_Return);
        QCOMPARE(model_->selection().focus(), hierarchy_->items()->id(second));
        QTest::keyClick(&canvas(), Qt::Key_Escape);
        QVERIFY(model_->selection().empty());
    }

    void typingSearchesAndOpensTheMatch() {
        QTest::keyClick(&canvas(), Qt::Key_N);
        auto* field = view_->findChild<SearchField*>();
        QCOMPARE(field->text(), QStringLiteral("n"));
        field->setText(QStringLiteral("node 25"));
        QVERIFY(field->counterText().startsWith(QStringLiteral("1 of")));
        // The first Return selects the match in sight, the second goes to the next.
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(field->counterText().startsWith(QStringLiteral("1 of")));
        QVERIFY(canvas().current().has_value());
        QCOMPARE(model_->selection().focus(), hierarchy_->items()->id(*canvas().current()));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(field->counterText().startsWith(QStringLiteral("2 of")));
        QCOMPARE(model_->selection().focus(), hierarchy_->items()->id(*canvas().current()));
        QVERIFY(canvas().current().has_value());
        QVERIFY(canvas().rows().rowOf(*canvas().current()).has_value());
        QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
        QVERIFY(field->counterText().startsWith(QStringLiteral("1 of")));
    }

    void whatAnotherViewSelectsComesIntoSight() {
        const Node deep = tree_->preorder().back();
        model_->select(
            Selection({hierarchy_->items()->id(deep)}, "another view", hierarchy_->items()->id(deep)));
        const auto row = canvas().rows().rowOf(deep);
        QVERIFY(row.has_value());
        QVERIFY(canvas().viewport()->rect().contains(canvas().rowRect(*row).center()));
    }

    void hoverIsShared() {
        QTest::mouseMove(canvas().viewport(), nameOf(2));
        QTRY_COMPARE(model_->hovered(), hierarchy_->items()->id(canvas().rows().node(2)));
    }

    void openNodesAreInTheSettings() {
        canvas().reveal(tree_->preorder().back());
        const auto settings = view_->currentSettings();
        TreeView again(*model_, {.id = "tree-2", .type = "tree", .objects = {"h"}, .settings = settings});
        QCOMPARE(again.canvas().rows().size(), canvas().rows().size());
    }

    void deepRowsKeepRoomForTheirNames() {
        QCOMPARE(canvas().indent(), 14);
        std::vector<std::string> names;
        std::vector<Hierarchy::Edge> edges;
        for (Node v = 0; v < 20; ++v) {
            names.push_back("deep " + std::to_string(v));
            if (v > 0) edges.push_back({v - 1, v});
        }
        const auto chain = *Hierarchy::create(*Items::create(names), edges);
        canvas().setTree(chain, std::make_shared<SpanningTree>(*chain));
        canvas().openToDepth(20);
        QVERIFY(canvas().indent() < 14);
        QVERIFY(19 * canvas().indent() + 39 < canvas().viewport()->width() - 100);
    }

    void everyRowPaints() {
        canvas().openToDepth(tree_->maxDepth());
        QCOMPARE(canvas().rows().size(), size_t{300});
        for (int value = 0; value < canvas().verticalScrollBar()->maximum(); value += 400) {
            canvas().verticalScrollBar()->setValue(value);
            QVERIFY(!view_->grab().isNull());
        }
        QVERIFY(view_->figure().paint);
    }
};

HOROCYCLE_TEST_MAIN(TreeViewTest)
#include "TreeViewTest.moc"
