#include <QtTest/QtTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>

#include "tests/views/TestMain.h"
#include "views/kit/SegmentedControl.h"

using namespace horo::views;

class SegmentedControlTest : public ViewTest {
    Q_OBJECT

private Q_SLOTS:
    void oneIsAlwaysChosen() {
        SegmentedControl control({"Poincaré", "Lorentz", "Euclid"});
        QSignalSpy changed(&control, &SegmentedControl::currentChanged);
        QCOMPARE(control.current(), 0);
        control.setCurrent(2);
        QCOMPARE(control.current(), 2);
        control.setCurrent(7);
        QCOMPARE(control.current(), 2);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toInt(), 2);
    }

    void arrowKeysMoveTheChoice() {
        SegmentedControl control({"one", "two", "three"});
        control.show();
        QVERIFY(QTest::qWaitForWindowExposed(&control));
        const auto segments = control.findChildren<QAbstractButton*>();
        QCOMPARE(segments.size(), 3);
        control.activateWindow();
        segments[0]->setFocus();
        QTRY_VERIFY(segments[0]->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QCOMPARE(control.current(), 1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QCOMPARE(control.current(), 2);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
        QCOMPARE(control.current(), 1);
    }

    void aClickChooses() {
        SegmentedControl control({"one", "two"});
        control.resize(control.sizeHint());
        control.show();
        QTest::mouseClick(control.findChildren<QAbstractButton*>()[1], Qt::LeftButton);
        QCOMPARE(control.current(), 1);
    }
};

HOROCYCLE_TEST_MAIN(SegmentedControlTest)
#include "SegmentedControlTest.moc"
