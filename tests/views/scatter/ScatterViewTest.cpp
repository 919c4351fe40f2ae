#include <QtTest/QtTest>

#include <QPainter>
#include <QSlider>
#include <QUndoStack>

#include "tests/views/demo/rows_view_test.h"
#include "views/scatter/ScatterCanvas.h"
#include "views/scatter/ScatterView.h"

using namespace horo;
using namespace horo::views;

class ScatterViewTest : public RowsViewTest<ScatterView> {
    Q_OBJECT

private:
    QPoint pixel(uint32_t row) { return canvas().pixelOf(row).value_or(QPointF()).toPoint(); }
    /// A row that nothing covers, so that a click meets it.
    uint32_t clearRow() {
        for (uint32_t row = 1; row < hierarchy_->size(); ++row)
            if (canvas().rect().adjusted(20, 60, -20, -60).contains(pixel(row)) &&
                canvas().rowAt(pixel(row)) == row)
                return row;
        return 0;
    }

private Q_SLOTS:
    void init() { showView("scatter"); }
    void cleanup() { closeView(); }

    void allRowsAreDrawnAndCounted() {
        QCOMPARE(canvas().drawn(), size_t{600});
        QTRY_VERIFY(!canvas().labels().empty());
    }

    void aClickSelectsTheSubtree() {
        const uint32_t row = clearRow();
        QVERIFY(row > 0);
        QTest::mouseClick(&canvas(), Qt::LeftButton, {}, pixel(row));
        const SpanningTree tree(*hierarchy_);
        QCOMPARE(model_->selection().size(), size_t{tree.subtreeSize(row)});
        QTest::keyClick(&canvas(), Qt::Key_Escape);
        QVERIFY(model_->selection().empty());
    }

    void theLassoTakesWhatItSurrounds() {
        const QRect box = canvas().rect().adjusted(200, 150, -200, -150);
        QTest::keyClick(&canvas(), Qt::Key_L);
        QVERIFY(canvas().lassoOn());
        QTest::mousePress(&canvas(), Qt::LeftButton, {}, box.topLeft());
        for (const QPoint at : {box.topRight(), box.bottomRight(), box.bottomLeft()})
            QTest::mouseMove(&canvas(), at);
        QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, box.bottomLeft());
        size_t inside = 0;
        for (uint32_t row = 0; row < 600; ++row)
            inside += QRectF(box.topLeft(), box.bottomRight()).contains(*canvas().pixelOf(row));
        QVERIFY(inside > 0);
        QCOMPARE(model_->selection().size(), inside);
    }

    void aDragPansInOneStepToUndo() {
        const QPointF before = *canvas().pixelOf(5);
        QTest::mousePress(&canvas(), Qt::LeftButton, {}, {450, 350});
        QTest::mouseMove(&canvas(), {480, 350});
        QTest::mouseMove(&canvas(), {510, 380});
        QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, {510, 380});
        const QPointF moved = *canvas().pixelOf(5) - before;
        QVERIFY(std::abs(moved.x() - 60) < 0.01 && std::abs(moved.y() - 30) < 0.01);
        QCOMPARE(model_->undoStack()->count(), 1);
        model_->undoStack()->undo();
        QVERIFY((*canvas().pixelOf(5) - before).manhattanLength() < 0.01);
    }

    void theWheelKeepsWhatIsUnderThePointer() {
        const uint32_t row = clearRow();
        const QPointF at = *canvas().pixelOf(row);
        QWheelEvent wheel(at, canvas().mapToGlobal(at), {}, {0, 240}, {}, {}, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&canvas(), &wheel);
        QVERIFY((*canvas().pixelOf(row) - at).manhattanLength() < 0.01);
        QVERIFY(std::abs(canvas().settings().zoom - 1.44) < 1e-9);
        QTest::keyClick(&canvas(), Qt::Key_H);
        QTRY_COMPARE(canvas().settings().zoom, 1.0);
    }

    void theLevelIsThatOfAllLinkedViewsInOneStep() {
        model_->edit("more views", [](Workspace& workspace) {
            workspace.views.push_back({.id = "disk-1", .type = "disk", .objects = {"e"}});
            workspace.views.push_back(
                {.id = "disk-2", .type = "disk", .objects = {"e"}, .settings = {{"linked", false}}});
        });
        auto* slider = view_->findChild<QSlider*>();
        QVERIFY(slider);
        slider->setValue(3);
        slider->setValue(4);
        QCOMPARE(view_->settings().level, 4);
        QCOMPARE(model_->workspace().views[1].settings.value("level", 0), 4);
        QVERIFY(!model_->workspace().views[2].settings.contains("level"));
        QCOMPARE(model_->undoStack()->count(), 2);
    }

    void whatIsManyHasAHull() {
        QVERIFY(canvas().shapes().hull.lines.empty());
        std::vector<ItemId> ids;
        for (uint32_t row = 0; row < 300; ++row)
            ids.push_back(embedding_->items->id(row));
        model_->select(Selection(ids, "test"));
        canvas().refresh();
        QVERIFY(!canvas().shapes().hull.lines.empty());
        QCOMPARE(canvas().shapes().hull.rows, size_t{300});
    }

    void ofAnOrderEmbeddingTheCornerOfTheFocusIsDrawn() {
        auto order = std::make_shared<Embedding>(*embedding_);
        order->method = "embed.order";
        order->manifold = Manifold::euclidean();
        model_->edit("order", [&](Workspace& workspace) {
            workspace.replace(
                {.id = "e", .name = "Order", .payload = std::shared_ptr<const Embedding>(order)});
        });
        model_->select(Selection({order->items->id(7)}, "test", order->items->id(7)));
        canvas().refresh();
        QVERIFY(canvas().shapes().cone);
        size_t below = 0;
        for (size_t row = 0; row < order->rows(); ++row)
            below += row != 7 && order->vectors.at(row, 0) >= order->vectors.at(7, 0) &&
                     order->vectors.at(row, 1) >= order->vectors.at(7, 1);
        QCOMPARE(canvas().shapes().cone->inPlane, below);
        QCOMPARE(canvas().shapes().cone->inAll, below);
    }

    void trailsComeFromATableOfMovedRows() {
        Table moved;
        moved.columns = {{"id", std::vector<std::string>{embedding_->items->name(9), "nobody",
                                                         embedding_->items->name(3)}},
                         {"distance", std::vector<double>{3, 2, 1}},
                         {"before_1", std::vector<double>{0, 0, .5}},
                         {"before_2", std::vector<double>{.25, 0, 0}}};
        MadeBy madeBy;
        madeBy.method = "compare.moved-rows";
        madeBy.inputs = {{"a", "e"}, {"b", "h"}};
        model_->edit("moved", [&](Workspace& workspace) {
            workspace.add({.id = "t",
                           .name = "Moved",
                           .payload = std::make_shared<const Table>(moved),
                           .madeBy = madeBy});
        });
        view_->applySettings({{"trails", "t"}});
        canvas().refresh();
        QCOMPARE(canvas().shapes().trails.size(), size_t{2});
        QCOMPARE(canvas().shapes().trails[0].row, 9u);
        QCOMPARE(canvas().shapes().trails[0].y, .25f);
        QVERIFY(view_->figure().caption.contains("2 lines come from"));
        model_->select(Selection({embedding_->items->id(3)}, "test"));
        canvas().refresh();
        QCOMPARE(canvas().shapes().trails.size(), size_t{1});
        view_->applySettings(nlohmann::json::object());
        canvas().refresh();
        QVERIFY(canvas().shapes().trails.empty());
    }

    void theFigureHoldsMarksLegendAndCaption() {
        const Figure figure = view_->figure();
        QVERIFY(figure.caption.contains("600 / 600"));
        QVERIFY(!figure.legend.empty());
        QImage page(340, 300, QImage::Format_RGB32);
        page.fill(Qt::white);
        QPainter painter(&page);
        figure.paint(painter, page.size());
        painter.end();
        QSet<QRgb> colours;
        for (int y = 0; y < page.height(); ++y)
            for (int x = 0; x < page.width(); ++x)
                colours.insert(page.pixel(x, y));
        QVERIFY(colours.size() > 50);
    }
};

HOROCYCLE_TEST_MAIN(ScatterViewTest)
#include "ScatterViewTest.moc"
