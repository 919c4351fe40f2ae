#include "views/disk/SelectionShape.h"

#include <QTest>

#include "tests/views/TestMain.h"

using namespace horo::views;

class SelectionShapeTest : public ViewTest {
    Q_OBJECT
private Q_SLOTS:
    void aLassoHoldsWhatItGoesAround() {
        SelectionShape shape;
        shape.begin(SelectBy::Lasso, {0, 0});
        QVERIFY(shape.isEmpty());
        shape.extend({10, 0});
        shape.extend({10.5, 0});  // too near to count
        shape.extend({0, 10});
        QVERIFY(!shape.isEmpty());
        QVERIFY(shape.contains({2, 2}));
        QVERIFY(!shape.contains({8, 8}));
    }
    void aRectangleGoesFromCornerToCorner() {
        SelectionShape shape;
        shape.begin(SelectBy::Rectangle, {10, 10});
        shape.extend({30, 40});
        shape.extend({2, 4});  // the last corner counts
        QVERIFY(shape.contains({5, 5}));
        QVERIFY(!shape.contains({20, 20}));
        QCOMPARE(shape.bounds(), QRectF(2, 4, 8, 6));
    }
    void aBrushHoldsWhatItTouches() {
        SelectionShape shape;
        shape.begin(SelectBy::Brush, {100, 100});
        QVERIFY(!shape.isEmpty());  // a dab is enough
        shape.extend({200, 100});
        QVERIFY(shape.contains({150, 100 + SelectionShape::brushRadius - 0.5}));
        QVERIFY(!shape.contains({150, 100 + SelectionShape::brushRadius + 0.5}));
        QVERIFY(shape.contains({200 + SelectionShape::brushRadius - 0.5, 100}));
        QVERIFY(shape.bounds().contains(QPointF(90, 90)));
        shape.clear();
        QVERIFY(shape.isEmpty());
    }
};

HOROCYCLE_TEST_MAIN(SelectionShapeTest)
#include "SelectionShapeTest.moc"
