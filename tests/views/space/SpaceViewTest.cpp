#include <QtTest/QtTest>

#include <QPainter>
#include <QUndoStack>

#include "tests/views/demo/rows_view_test.h"
#include "views/space/SpaceCanvas.h"
#include "views/space/SpaceView.h"

using namespace horo;
using namespace horo::views;

class SpaceViewTest : public RowsViewTest<SpaceView> {
    Q_OBJECT

private:
    QPoint pixel(uint32_t row) { return canvas().pixelOf(row).value_or(QPointF()).toPoint(); }
    /// A row that nothing covers, so that a click meets it.
    uint32_t clearRow() {
        for (uint32_t row = 1; row < hierarchy_->size(); ++row) {
            const QPoint at = pixel(row);
            if (canvas().rect().adjusted(120, 60, -170, -60).contains(at) && canvas().rowAt(at) == row)
                return row;
        }
        return 0;
    }
    size_t coloursOf(const QImage& image) {
        QSet<QRgb> seen;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                seen.insert(image.pixel(x, y));
        return static_cast<size_t>(seen.size());
    }

private Q_SLOTS:
    void init() { showView("space"); }
    void cleanup() { closeView(); }

    void aPlaneIsShownOnTheHyperboloidWithItsHierarchy() {
        QVERIFY(canvas().sight().shape.model() == SpaceModel::Hyperboloid);
        QVERIFY(canvas().scene().marks.size() >= 590);
        QCOMPARE(canvas().scene().total, size_t{600});
        QCOMPARE(canvas().scene().totalEdges, size_t{599});
        QVERIFY(!canvas().scene().mesh.empty());
        for (size_t i = 1; i < canvas().scene().marks.size(); ++i)
            QVERIFY(canvas().scene().marks[i - 1].depth <= canvas().scene().marks[i].depth);
    }

    void withoutGlItIsPainted() {
        QVERIFY(!canvas().byVtk());
        QVERIFY(coloursOf(canvas().refresh()) > 50);
    }

    void aClickSelectsTheSubtreeAndWithControlTheNode() {
        const uint32_t row = clearRow();
        QVERIFY(row > 0);
        QTest::mouseClick(&canvas(), Qt::LeftButton, {}, pixel(row));
        const SpanningTree tree(*hierarchy_);
        QCOMPARE(model_->selection().size(), size_t{tree.subtreeSize(row)});
        QTest::mouseClick(&canvas(), Qt::LeftButton, Qt::ControlModifier, pixel(row));
        QCOMPARE(model_->selection().size(), size_t{1});
        QCOMPARE(model_->selection().focus(), hierarchy_->items()->id(row));
        QTest::keyClick(&canvas(), Qt::Key_Escape);
        QVERIFY(model_->selection().empty());
    }

    void aDragTurnsInOneStepToUndo() {
        const SpaceSettings before = view_->settings();
        const QPoint from(450, 350);
        QTest::mousePress(&canvas(), Qt::LeftButton, {}, from);
        QTest::mouseMove(&canvas(), from + QPoint(30, 10));
        QTest::mouseMove(&canvas(), from + QPoint(80, 40));
        QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, from + QPoint(80, 40));
        QVERIFY(view_->settings().yaw > before.yaw && view_->settings().pitch > before.pitch);
        QCOMPARE(model_->undoStack()->count(), 1);
        model_->undoStack()->undo();
        QCOMPARE(view_->settings().yaw, before.yaw);
    }

    void controlDragPans() {
        QTest::mousePress(&canvas(), Qt::LeftButton, Qt::ControlModifier, {450, 350});
        QTest::mouseMove(&canvas(), {480, 350});
        QTest::mouseMove(&canvas(), {510, 380});
        QTest::mouseRelease(&canvas(), Qt::LeftButton, Qt::ControlModifier, {510, 380});
        const double base = canvas().sight().camera.base;
        QVERIFY(std::abs(view_->settings().panX * base - 60) < 1.5);
        QVERIFY(std::abs(view_->settings().panY * base - 30) < 1.5);
    }

    void aDoubleClickBringsTheNodeToTheOrigin() {
        const uint32_t row = clearRow();
        QTest::mouseDClick(&canvas(), Qt::LeftButton, {}, pixel(row));
        const SpaceSight sight = canvas().sight();
        const SpacePoints& points = canvas().subject().points;
        QVERIFY(sight.projection.place(points.at(row), points.q[row]).t < 1 + 1e-9);
        QTRY_VERIFY(view_->settings().centre != Vector3());
        QTest::keyClick(&canvas(), Qt::Key_H);
        QTRY_VERIFY(view_->settings().centre == Vector3());
    }

    void aLassoSelectsWhatItEncloses() {
        QTest::keyClick(&canvas(), Qt::Key_L);
        QVERIFY(canvas().lassoOn());
        const QPoint middle(450, 400);
        QTest::mousePress(&canvas(), Qt::LeftButton, {}, middle + QPoint(-120, -120));
        for (const QPoint corner : {QPoint(120, -120), QPoint(120, 120), QPoint(-120, 120)})
            QTest::mouseMove(&canvas(), middle + corner);
        QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, middle + QPoint(-120, 120));
        size_t inside = 0;
        for (uint32_t row = 0; row < hierarchy_->size(); ++row)
            inside += QRectF(middle.x() - 120, middle.y() - 120, 240, 240).contains(*canvas().pixelOf(row));
        QVERIFY(inside > 0);
        QCOMPARE(model_->selection().size(), inside);
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

    void namesNeverOverlap() {
        canvas().grab();
        const auto& labels = canvas().labels();
        QVERIFY(labels.size() > 3);
        for (size_t i = 0; i < labels.size(); ++i)
            for (size_t j = i + 1; j < labels.size(); ++j)
                QVERIFY(!labels[i].box.meets(labels[j].box));
    }

    void aLivePictureMovesPoints() {
        auto moved = std::make_shared<Embedding>(*embedding_);
        std::vector<double> values = embedding_->vectors.toDouble();
        for (double& value : values)
            value *= 0.6;
        moved->vectors = Vectors(embedding_->rows(), 2, values);
        const QPointF old = *canvas().pixelOf(30);
        model_->publishLive("e", std::shared_ptr<const Embedding>(moved));
        QVERIFY(QLineF(*canvas().pixelOf(30), old).length() > 0.5);
        canvas().grab();
        model_->endLive("e");
        QVERIFY(QLineF(*canvas().pixelOf(30), old).length() < 0.01);
    }

    void settingsComeBackAndRubbishIsIgnored() {
        SpaceSettings settings;
        settings.model = SpaceModel::Klein, settings.centre = {0.1, -0.2, 0}, settings.yaw = 1.5;
        settings.zoom = 3, settings.scale = 0.25, settings.mesh = false, settings.level = 4;
        QVERIFY(spaceSettingsFromJson(toJson(settings)) == settings);
        QVERIFY(spaceSettingsFromJson(toJson(SpaceSettings())) == SpaceSettings());
        for (const char* text : {"[]", "7", R"({"model":"teapot","centre":"here","yaw":"x","level":"deep"})",
                                 R"({"centre":[1,2],"zoom":null,"edges":3,"colour":{}})"})
            QVERIFY(spaceSettingsFromJson(nlohmann::json::parse(text)) == SpaceSettings());
        const auto wild = spaceSettingsFromJson(nlohmann::json::parse(
            R"({"centre":[1e300,-5,2],"pitch":99,"zoom":-1,"scale":1e9,"level":1e18,"pan_x":1e200,"yaw":1e12})"));
        QVERIFY(wild.pitch <= M_PI / 2 && wild.zoom > 0 && wild.scale <= 1 && wild.level == 32);
        view_->applySettings(toJson(wild));
        canvas().grab();
    }

    void theFigureIsPaintedWithLegendAndCaption() {
        const Figure figure = view_->figure();
        QVERIFY(!figure.legend.empty());
        QVERIFY(figure.caption.contains(QStringLiteral("600 / 600")));
        QVERIFY(figure.caption.contains(QStringLiteral("hyperboloid")));
        QImage image(640, 600, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.scale(2, 2);
        figure.paint(painter, {320, 300});
        painter.end();
        QVERIFY(coloursOf(image) > 50);
    }

    void anEmptyOrMissingObjectIsNoCrash() {
        SpaceView nothing(*model_, {.id = "space-2", .type = "space", .objects = {"gone"}});
        nothing.resize(400, 300);
        nothing.grab();
        nothing.frameSelection();
        nothing.home();
        QTest::mouseClick(&nothing.canvas(), Qt::LeftButton, {}, {200, 200});
        QVERIFY(!nothing.figure().paint);
    }
};

HOROCYCLE_TEST_MAIN(SpaceViewTest)
#include "SpaceViewTest.moc"
