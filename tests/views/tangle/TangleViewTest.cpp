#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalSpy>
#include <QtTest/QtTest>

#include "tests/views/TestMain.h"
#include "tests/views/demo/sample_tree.h"
#include "tests/views/tangle/sample_pair.h"
#include "views/kit/Buttons.h"
#include "views/tangle/MovedModel.h"
#include "views/tangle/OtherHierarchy.h"
#include "views/tangle/TangleCanvas.h"
#include "views/tangle/TangleView.h"

using namespace horo;
using namespace horo::views;

class TangleViewTest : public ViewTest {
    Q_OBJECT

private:
    demo::HierarchyPointer a_, b_;
    std::unique_ptr<WorkspaceModel> model_;
    std::unique_ptr<TangleView> view_;

    TangleCanvas& canvas() { return view_->canvas(); }
    QPoint placeOf(Side side, Node v) { return canvas().placeOf({side, v})->toPoint(); }
    /// A child of the root with children of its own.
    Node branch() {
        const auto tree = view_->pair()->tree(Side::A);
        for (const Node v : tree->children(tree->top()))
            if (tree->height(v) > 1) return v;
        return 0;
    }
    void open(const nlohmann::json& settings = nlohmann::json::object()) {
        ViewState state{.id = "tangle-1", .type = "tangle", .objects = {"a"}, .settings = settings};
        view_ = std::make_unique<TangleView>(*model_, state);
        view_->resize(900, 500);
        view_->show();
        QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
    }

private Q_SLOTS:
    void init() {
        ViewTest::init();
        a_ = demo::randomTree(60);
        b_ = demo::disturbed(*a_, 6, 3);
        Workspace workspace;
        workspace.add({.id = "far", .name = "Other names", .payload = demo::named({{"x", "y"}})});
        workspace.add({.id = "near", .name = "Smaller", .payload = demo::named({{"node 0", "node 1"}})});
        workspace.add({.id = "b", .name = "Disturbed", .payload = b_});
        workspace.add({.id = "a", .name = "Sample tree", .payload = a_});
        workspace.views = {{.id = "tangle-1", .type = "tangle", .objects = {"a"}}};
        model_ = std::make_unique<WorkspaceModel>();
        model_->reset(workspace);
        open();
    }
    void cleanup() {
        view_.reset();
        model_.reset();
    }

    void withoutAChoiceTheOtherSharesMost() {
        QVERIFY(view_->pair());
        QCOMPARE(&view_->pair()->hierarchy(Side::B), b_.get());
        view_->applySettings({{"with", "near"}});
        QCOMPARE(view_->pair()->hierarchy(Side::B).size(), size_t{2});
        view_->applySettings({{"with", "gone"}});
        QCOMPARE(&view_->pair()->hierarchy(Side::B), b_.get());
    }

    void aloneItSaysTheNextStep() {
        model_->edit("remove", [](Workspace& workspace) {
            workspace.remove("b");
            workspace.remove("near");
        });
        QVERIFY(!view_->pair());
        view_->frameSelection();
        view_->home();
        QVERIFY(!view_->grab().isNull());
    }

    void aClickSelectsTheSubtreeOfItsSide() {
        const Node v = branch();
        QTest::mouseClick(&canvas(), Qt::LeftButton, {}, placeOf(Side::A, v));
        QCOMPARE(model_->selection().size(), size_t{view_->pair()->tree(Side::A)->subtreeSize(v)});
        QCOMPARE(model_->selection().focus(), a_->items()->id(v));
        QTest::mouseClick(&canvas(), Qt::LeftButton, Qt::ControlModifier, placeOf(Side::B, v));
        QCOMPARE(model_->selection().size(), size_t{1});
        QVERIFY(!canvas().ink().selected[0].empty() && canvas().ink().selected[0][v]);
        QTest::keyClick(&canvas(), Qt::Key_Escape);
        QVERIFY(model_->selection().empty());
    }

    void aDoubleClickGoesInOnOneSideAndBackspaceLeadsBack() {
        const Node v = branch();
        QTest::mouseDClick(&canvas(), Qt::LeftButton, {}, placeOf(Side::A, v));
        QCOMPARE(view_->settings().focusA, a_->name(v));
        QVERIFY(view_->settings().focusB.empty());
        QTest::keyClick(&canvas(), Qt::Key_Backspace);
        QVERIFY(view_->settings().focusA.empty());
        model_->select(Selection({a_->items()->id(v)}, "test", a_->items()->id(v)));
        view_->frameSelection();
        QCOMPARE(view_->settings().focusA, a_->name(v));
        view_->home();
        QVERIFY(view_->settings().focusA.empty() && view_->settings().focusB.empty());
    }

    void hoverIsSharedByBothSides() {
        const Node v = branch();
        const QPointF at = placeOf(Side::B, v);
        QMouseEvent move(QEvent::MouseMove, at, canvas().mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
        QApplication::sendEvent(&canvas(), &move);
        QCOMPARE(model_->hovered(), b_->items()->id(v));
        QVERIFY(!canvas().grab().isNull());
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(&canvas(), &leave);
        QCOMPARE(model_->hovered(), ItemId{0});
    }

    void theListHoldsWhatMovedAndSorts() {
        MovedModel rows;
        rows.setPair(view_->pair());
        QCOMPARE(rows.rowCount(), static_cast<int>(view_->pair()->nodes().moved.size()));
        QVERIFY(rows.rowCount() > 1);
        rows.sort(0, Qt::DescendingOrder);
        const auto text = [&](int row, int column) {
            return rows.data(rows.index(row, column), Qt::DisplayRole).toString();
        };
        QVERIFY(text(0, 0).compare(text(1, 0), Qt::CaseInsensitive) >= 0);
        const Node v = rows.node(0);
        QCOMPARE(text(0, 1), QString::fromStdString(a_->name(a_->parents(v)[0])));
        QCOMPARE(text(0, 2), QString::fromStdString(b_->name(b_->parents(v)[0])));
    }

    void withoutAReportAButtonAsksForIt() {
        auto* button = view_->findChild<PlainButton*>();
        QVERIFY(button->isVisible());
        QSignalSpy asked(view_.get(), &TangleView::compareRequested);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        model_->edit("compare", [](Workspace& workspace) {
            auto report = std::make_shared<Report>();
            report->add("robinson_foulds_normalized", .25, "share");
            MadeBy made;
            made.method = "compare.hierarchies";
            made.inputs = {{"a", "b"}, {"b", "a"}};
            workspace.add({.id = "r",
                           .name = "Report",
                           .payload = std::shared_ptr<const Report>(report),
                           .madeBy = made});
        });
        QVERIFY(!button->isVisible());
        QVERIFY(comparisonOf(model_->workspace(), "a", "b"));
        QVERIFY(!comparisonOf(model_->workspace(), "a", "near"));
    }

    void settingsSurviveRubbish() {
        QVERIFY(tangleSettingsFromJson({{"with", 3},
                                        {"colour", "rainbow"},
                                        {"level", -4},
                                        {"focusA", nullptr},
                                        {"untangle", "yes"},
                                        {"list", 1}}) == TangleSettings());
        QVERIFY(tangleSettingsFromJson(nlohmann::json::array({1, 2})) == TangleSettings());
        TangleSettings other;
        other.with = "b", other.colour = "status", other.level = 3, other.focusA = "x", other.focusB = "y";
        other.untangle = false, other.labels = false, other.list = true;
        QVERIFY(tangleSettingsFromJson(toJson(other)) == other);
    }

    void theFigureNeedsNoWindow() {
        ViewState state{
            .id = "figure", .type = "tangle", .objects = {"b", "a"}, .settings = {{"colour", "status"}}};
        const TangleView view(*model_, state);
        const Figure figure = view.figure();
        QVERIFY(figure.paint);
        QCOMPARE(figure.legend.size(), size_t{4});
        QVERIFY(figure.caption.contains("Sample tree"));
        QImage image(figure.preferredSize.toSize(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        figure.paint(painter, figure.preferredSize);
    }
};

HOROCYCLE_TEST_MAIN(TangleViewTest)
#include "TangleViewTest.moc"
