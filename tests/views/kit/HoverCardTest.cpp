#include <QtGui/QMouseEvent>
#include <QtTest/QtTest>

#include "tests/views/TestMain.h"
#include "views/kit/HoverCard.h"
#include "views/kit/HoverCardLayout.h"

using namespace horo::views;

namespace {

/// Counts what reaches it.
class Canvas : public QWidget {
public:
    int presses = 0, moves = 0;

protected:
    void mousePressEvent(QMouseEvent*) override { ++presses; }
    void mouseMoveEvent(QMouseEvent*) override { ++moves; }
};

HoverContent dolphin() {
    return {Qt::blue,
            "dolphin",
            "hover",
            {"mammal", "placental", "cetacean", "whale", "toothed whale"},
            {},
            "Any of various small toothed whales with a beaklike snout",
            {{"depth", "6"}, {"leaves", "10"}}};
}

}  // namespace

class HoverCardTest : public ViewTest {
    Q_OBJECT

private Q_SLOTS:
    void itNeverTakesTheMouse() {
        Canvas canvas;
        canvas.resize(600, 400);
        canvas.setMouseTracking(true);
        HoverCard card(&canvas);
        canvas.show();
        QVERIFY(QTest::qWaitForWindowExposed(&canvas));
        card.point(dolphin(), {100, 100});
        QTRY_VERIFY(card.isVisible());
        const QPoint over = card.card().center();
        QVERIFY(card.geometry().contains(over));
        QVERIFY(canvas.childAt(over) == nullptr);
        QTest::mouseMove(canvas.windowHandle(), over);
        QTest::mouseClick(canvas.windowHandle(), Qt::LeftButton, {}, over);
        QCOMPARE(canvas.presses, 1);
        QVERIFY(!card.isWindow());
        QVERIFY(!card.hasFocus());
    }

    void itComesAfterAWhileAndGoesAtOnce() {
        QWidget canvas;
        canvas.resize(600, 400);
        canvas.show();
        HoverCard card(&canvas);
        card.point(dolphin(), {100, 100});
        QVERIFY(!card.isVisible());
        QTRY_VERIFY(card.isVisible());
        card.leave();
        QVERIFY(!card.isVisible());
        card.point(dolphin(), {100, 100});
        card.leave();
        QVERIFY(!card.isVisible());
    }

    void itKeepsAwayFromThePointerAndInside_data() {
        QTest::addColumn<QPoint>("pointer");
        for (const QPoint& pointer :
             {QPoint(5, 5), QPoint(595, 5), QPoint(5, 395), QPoint(595, 395), QPoint(300, 200)})
            QTest::addRow("%d, %d", pointer.x(), pointer.y()) << pointer;
    }
    void itKeepsAwayFromThePointerAndInside() {
        QFETCH(QPoint, pointer);
        QWidget canvas;
        canvas.resize(600, 400);
        canvas.show();
        HoverCard card(&canvas);
        card.point(dolphin(), pointer);
        QTRY_VERIFY(card.isVisible());
        QVERIFY(canvas.rect().contains(card.card()));
        QVERIFY(!card.card().adjusted(-15, -15, 15, 15).contains(pointer));
    }

    void itChoosesTheEmptiestQuadrant() {
        QWidget canvas;
        canvas.resize(800, 600);
        canvas.show();
        HoverCard card(&canvas);
        card.setCrowding(
            [](const QRect& place) { return place.center().x() < 400 && place.center().y() < 300 ? 0 : 5; });
        card.point(dolphin(), {400, 300});
        QTRY_VERIFY(card.isVisible());
        QVERIFY(card.card().right() < 400);
        QVERIFY(card.card().bottom() < 300);
    }

    void itIsAtMostSoWide() {
        HoverContent content = dolphin();
        content.text = QString("a very long gloss ").repeated(40);
        content.name = QString("name ").repeated(40);
        const HoverCardLayout layout(content);
        QCOMPARE(layout.size.width(), 240);
        QVERIFY2(layout.size.height() < 180, "a gloss has two lines");
        QVERIFY(HoverCardLayout({.swatch = {},
                                 .name = "bat",
                                 .remark = {},
                                 .path = {},
                                 .thumbnail = {},
                                 .text = {},
                                 .numbers = {}})
                    .size.width() < 60);
    }
};

HOROCYCLE_TEST_MAIN(HoverCardTest)
#include "HoverCardTest.moc"
