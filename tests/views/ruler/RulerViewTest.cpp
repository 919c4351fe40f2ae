#include <QtTest/QtTest>

#include <QPainter>
#include <QUndoStack>

#include "tests/views/TestMain.h"
#include "views/ruler/RulerCanvas.h"
#include "views/ruler/RulerView.h"

using namespace horo;
using namespace horo::views;

class RulerViewTest : public ViewTest {
    Q_OBJECT

    WorkspaceModel model_;
    std::unique_ptr<RulerView> view_;

    /// "the cat saw the dog " as often as asked, cut behind blanks, and in fours.
    void show(int times) {
        std::string bytes;
        for (int i = 0; i < times; ++i)
            bytes += "the cat saw the dog ";
        Workspace workspace;
        workspace.add(
            {.id = "t", .name = "pets", .payload = std::make_shared<const Text>(Text::ofLines(bytes))});
        const auto add = [&](const char* id, std::vector<uint64_t> ends) {
            auto cut = std::make_shared<Segmentation>();
            cut->length = bytes.size();
            Segmentation::Level level;
            std::map<std::string, uint32_t> known;
            uint64_t begin = 0;
            for (const uint64_t end : ends) {
                const std::string label = bytes.substr(begin, end - begin);
                const auto [entry, fresh] = known.try_emplace(label, static_cast<uint32_t>(known.size()));
                if (fresh) cut->inventory.push_back(label);
                level.labels.push_back(entry->second);
                level.ends.push_back(end);
                begin = end;
            }
            cut->levels.push_back(std::move(level));
            MadeBy madeBy;
            madeBy.method = "chunk.fixed";
            madeBy.inputs = {{"text", "t"}};
            workspace.add({.id = id,
                           .name = id,
                           .payload = std::shared_ptr<const Segmentation>(cut),
                           .madeBy = madeBy});
        };
        std::vector<uint64_t> blanks, fours;
        for (uint64_t i = 1; i <= bytes.size(); ++i) {
            if (bytes[i - 1] == ' ') blanks.push_back(i);
            if (i % 4 == 0) fours.push_back(i);
        }
        add("words", blanks);
        add("fours", fours);
        workspace.views = {{.id = "ruler-1", .type = "ruler", .objects = {"t"}}};
        model_.reset(workspace);
        view_ = std::make_unique<RulerView>(model_, workspace.views[0]);
        view_->resize(800, 400);
        view_->show();
        QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
    }
    RulerCanvas& canvas() { return view_->canvas(); }
    QPoint pixel(size_t track, double byte) {
        const auto layout = RulerLayout::of(canvas().subject(), canvas().size());
        return {static_cast<int>(RulerLayout::names + canvas().scale().pixel(byte)),
                static_cast<int>(layout.tracks[track].center().y())};
    }

private Q_SLOTS:
    void cleanup() { view_.reset(); }

    void aScaleStaysInsideTheText() {
        const RulerScale whole(10000, 500);
        QVERIFY(whole.isWhole());
        QCOMPARE(whole.begin(), 0u);
        QCOMPARE(whole.end(), 10000u);
        RulerScale near = whole;
        for (int i = 0; i < 60; ++i) {
            const double under = near.byte(123);
            near = near.zoomed(123, 1.3);
            QVERIFY(std::abs(near.byte(123) - under) < 1e-6);
        }
        QVERIFY(near.showsCharacters());
        QVERIFY(near.moved(1e9).end() == 10000u && near.moved(-1e9).begin() == 0u);
        for (int i = 0; i < 60; ++i)
            near = near.zoomed(400, 1 / 1.3);
        QVERIFY(near.isWhole());
        QCOMPARE(near.first(), 0.0);
        // A text of three bytes, and none.
        QCOMPARE(RulerScale(3, 500).end(), 3u);
        QCOMPARE(RulerScale(0, 500).ticks(50).size(), size_t{1});
    }

    void ticksAreRoundAndApart() {
        const RulerScale scale = RulerScale(1'000'000, 700).showing(123456, 7);
        const auto ticks = scale.ticks(70);
        QVERIFY(ticks.size() >= 4);
        for (size_t i = 0; i < ticks.size(); ++i) {
            QCOMPARE(ticks[i] % 500, 0u);
            if (i > 0) QVERIFY((ticks[i] - ticks[i - 1]) / scale.bytesPerPixel() >= 70);
        }
    }

    void aCrowdIsWhatBeginsThere() {
        show(50);
        for (const RulerTrack& track : canvas().subject().tracks)
            for (uint64_t begin = 0; begin < 100; begin += 7)
                for (uint64_t end = begin; end < 110; end += 5) {
                    uint64_t naive = 0;
                    for (size_t unit = 0; unit < track.units(); ++unit) {
                        const uint64_t at = track.bytesOf(unit).begin;
                        naive += at >= begin && at < end;
                    }
                    QCOMPARE(track.firstFrom(end) - track.firstFrom(begin), naive);
                }
    }

    void eachSegmentationOfTheTextHasALine() {
        show(3);
        QCOMPARE(canvas().subject().tracks.size(), size_t{2});
        const RulerTrack& words = canvas().subject().tracks[0];
        QCOMPARE(words.bits(0), std::log2(15.0 / 6));
        view_->applySettings({{"hidden", {"words"}}});
        QCOMPARE(canvas().subject().tracks.size(), size_t{1});
        QCOMPARE(canvas().subject().tracks[0].objectId(), std::string("fours"));
    }

    void aClickChoosesAUnitAndAllThatAreAlike() {
        show(40);
        QTest::mouseClick(&canvas(), Qt::LeftButton, {}, pixel(0, 21));
        QVERIFY(canvas().marks().chosen);
        QCOMPARE(canvas().marks().occurrences.size(), size_t{80});
        QCOMPARE(view_->settings().chosenUnit, std::string("the "));
        QCOMPARE(model_.undoStack()->count(), 1);
        view_->frameSelection();
        QCOMPARE(canvas().subject().tracks[0].bytesOf(canvas().marks().chosen->unit).begin, 32u);
        model_.undoStack()->undo();
        view_->applySettings(model_.workspace().views[0].settings);
        QVERIFY(!canvas().marks().chosen);
    }

    void theWheelZoomsAndADragMoves() {
        show(2000);
        const QPointF at(400, 200);
        const double under = canvas().scale().byte(at.x() - RulerLayout::names);
        for (int i = 0; i < 30; ++i) {
            QWheelEvent wheel(at, canvas().mapToGlobal(at), {}, {0, 120}, {}, {}, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&canvas(), &wheel);
        }
        QVERIFY(canvas().scale().showsCharacters());
        QVERIFY(std::abs(canvas().scale().byte(at.x() - RulerLayout::names) - under) < 1e-6);
        const double first = canvas().scale().first();
        QTest::mousePress(&canvas(), Qt::LeftButton, {}, {400, 200});
        QTest::mouseMove(&canvas(), {380, 200});
        QTest::mouseMove(&canvas(), {300, 200});
        QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, {300, 200});
        QVERIFY(canvas().scale().first() > first);
        QTest::keyClick(&canvas(), Qt::Key_End);
        QCOMPARE(canvas().scale().end(), 40000u);
    }

    void theFigureHoldsTheLines() {
        show(10);
        QTest::mouseClick(&canvas(), Qt::LeftButton, {}, pixel(0, 5));
        const Figure figure = view_->figure();
        QVERIFY(figure.caption.contains("cut in 2 ways"));
        QVERIFY(figure.caption.contains(QStringLiteral("'cat·' of words, 10 times")));
        QImage page(figure.preferredSize.toSize(), QImage::Format_RGB32);
        page.fill(Qt::white);
        QPainter painter(&page);
        figure.paint(painter, page.size());
        painter.end();
        int coloured = 0;
        for (int y = 0; y < page.height(); ++y)
            for (int x = 0; x < page.width(); ++x)
                coloured += page.pixel(x, y) != qRgb(255, 255, 255);
        QVERIFY(coloured > 2000);
    }
};

HOROCYCLE_TEST_MAIN(RulerViewTest)
#include "RulerViewTest.moc"
