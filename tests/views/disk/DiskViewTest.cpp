#include <QtTest/QtTest>

#include <QUndoStack>

#include "tests/views/demo/rows_view_test.h"
#include "views/disk/DiskCanvas.h"
#include "views/disk/DiskView.h"

using namespace horo;
using namespace horo::views;

class DiskViewTest : public RowsViewTest<DiskView> {
    Q_OBJECT

private:
    QPoint pixel(uint32_t row) { return canvas().pixelOf(row).toPoint(); }
    /// A row that nothing covers, so that a click meets it.
    uint32_t clearRow() {
        const DiskPicker picker(canvas().scene(), canvas().frame());
        for (uint32_t row = 1; row < hierarchy_->size(); ++row) {
            const QPoint at = pixel(row);
            if (canvas().rect().adjusted(170, 60, -170, -60).contains(at) &&
                picker.nearest(at.x(), at.y()) == row)
                return row;
        }
        return 0;
    }

private Q_SLOTS:
    void init() { showView("disk"); }
    void cleanup() { closeView(); }

    void theHierarchyIsFoundByItself() {
        QCOMPARE(canvas().scene().drawn(), size_t{600});
        QCOMPARE(canvas().scene().totalEdges, size_t{599});
    }

    void aClickSelectsTheSubtreeAndWithControlTheNode() {
        const uint32_t row = clearRow();
        QVERIFY(row > 0);
        QTest::mouseClick(&canvas(), Qt::LeftButton, {}, pixel(row));
        const SpanningTree tree(*hierarchy_);
        QCOMPARE(model_->selection().size(), size_t{tree.subtreeSize(row)});
        QCOMPARE(model_->selection().focus(), hierarchy_->items()->id(row));
        QTest::mouseClick(&canvas(), Qt::LeftButton, Qt::ControlModifier, pixel(row));
        QCOMPARE(model_->selection().size(), size_t{1});
        QTest::mouseClick(&canvas(), Qt::LeftButton, Qt::AltModifier, pixel(row));
        QVERIFY(model_->selection().empty() || !model_->selection().contains(hierarchy_->items()->id(row)));
    }

    void escapeClears() {
        model_->select(Selection({hierarchy_->items()->id(3)}, "test"));
        QTest::keyClick(&canvas(), Qt::Key_Escape);
        QVERIFY(model_->selection().empty());
    }

    void theGrabbedMarkFollowsThePointer() {
        const uint32_t row = clearRow();
        const QPoint from = pixel(row), to = from + QPoint(-40, 30);
        QTest::mousePress(&canvas(), Qt::LeftButton, {}, from);
        const QPointF exact = canvas().pixelOf(row);
        QTest::mouseMove(&canvas(), from + QPoint(-10, 5));
        QTest::mouseMove(&canvas(), to);
        const QPointF moved = canvas().pixelOf(row) - (exact - QPointF(from));
        QVERIFY2(QLineF(moved, to).length() < 1.5, qPrintable(QString::number(QLineF(moved, to).length())));
        QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, to);
        QCOMPARE(model_->undoStack()->count(), 1);
        model_->undoStack()->undo();
        QVERIFY(view_->settings().centre == DiskCentre());
    }

    void aDoubleClickCentresTheNode() {
        const uint32_t row = clearRow();
        QTest::mouseDClick(&canvas(), Qt::LeftButton, {}, pixel(row));
        const DiskFrame frame = canvas().frame();
        QVERIFY(QLineF(canvas().pixelOf(row), QPointF(frame.x, frame.y)).length() < 0.01);
        QTRY_VERIFY(view_->settings().centre.point != Complex(0));
        QTest::keyClick(&canvas(), Qt::Key_H);
        QTRY_VERIFY(view_->settings().centre == DiskCentre());
    }

    void aLassoSelectsWhatItEncloses() {
        QTest::keyClick(&canvas(), Qt::Key_L);
        QVERIFY(canvas().lassoOn());
        const DiskFrame frame = canvas().frame();
        const QPoint middle(static_cast<int>(frame.x), static_cast<int>(frame.y));
        QTest::mousePress(&canvas(), Qt::LeftButton, {}, middle + QPoint(-80, -80));
        for (const QPoint corner : {QPoint(80, -80), QPoint(80, 80), QPoint(-80, 80)})
            QTest::mouseMove(&canvas(), middle + corner);
        QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, middle + QPoint(-80, 80));
        size_t inside = 0;
        for (uint32_t row = 0; row < hierarchy_->size(); ++row)
            inside += QRectF(middle.x() - 80, middle.y() - 80, 160, 160).contains(canvas().pixelOf(row));
        QVERIFY(inside > 0);
        QCOMPARE(model_->selection().size(), inside);
    }

    void controlWheelScalesAndWheelZooms() {
        const QPointF at(450, 350);
        QWheelEvent scale(at, canvas().mapToGlobal(at), {}, {0, 120}, Qt::NoButton, Qt::ControlModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&canvas(), &scale);
        QTRY_VERIFY(view_->settings().scale > 0.36);
        QWheelEvent zoom(at, canvas().mapToGlobal(at), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                         Qt::NoScrollPhase, false);
        QApplication::sendEvent(&canvas(), &zoom);
        QTRY_VERIFY(view_->settings().zoom > 1.1);
    }

    void hoverGoesToAllViewsAndComesFromThem() {
        const uint32_t row = clearRow();
        QTest::mouseMove(&canvas(), pixel(row));
        QTRY_COMPARE(model_->hovered(), hierarchy_->items()->id(row));
        model_->hover(hierarchy_->items()->id(7));
        QCOMPARE(canvas().hovered(), std::optional<uint32_t>(7));
        view_->setLinked(false);
        model_->hover(hierarchy_->items()->id(8));
        QVERIFY(canvas().hovered() != std::optional<uint32_t>(8));
    }

    void aLivePictureMovesPointsOnlyAndNamesStay() {
        canvas().grab();
        std::vector<uint32_t> before;
        for (const DiskLabel& label : canvas().labels())
            before.push_back(label.row);
        auto moved = std::make_shared<Embedding>(*embedding_);
        std::vector<double> values = embedding_->vectors.toDouble();
        for (double& value : values)
            value *= 0.9;
        moved->vectors = Vectors(embedding_->rows(), 2, values);
        const QPointF old = canvas().pixelOf(30);
        model_->publishLive("e", std::shared_ptr<const Embedding>(moved));
        QVERIFY(QLineF(canvas().pixelOf(30), old).length() > 0.5);
        canvas().grab();
        std::vector<uint32_t> after;
        for (const DiskLabel& label : canvas().labels())
            after.push_back(label.row);
        QVERIFY(before == after);
        model_->endLive("e");
        QVERIFY(QLineF(canvas().pixelOf(30), old).length() < 0.01);
    }

    void theFigureHasLegendAndCaption() {
        const Figure figure = view_->figure();
        QVERIFY(figure.paint);
        QVERIFY(!figure.legend.empty());
        QVERIFY(figure.caption.contains(QStringLiteral("600 / 600")));
    }

    void anEmptyOrMissingObjectIsNoCrash() {
        DiskView nothing(*model_, {.id = "disk-2", .type = "disk", .objects = {"gone"}});
        nothing.resize(400, 300);
        nothing.grab();
        nothing.frameSelection();
        nothing.home();
        QVERIFY(!nothing.figure().paint);
    }
};

HOROCYCLE_TEST_MAIN(DiskViewTest)
#include "DiskViewTest.moc"
