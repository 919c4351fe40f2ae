#include <QtTest/QtTest>
#include <QtWidgets/QToolButton>

#include "tests/views/TestMain.h"
#include "views/kit/SearchField.h"

using namespace horo::views;

class SearchFieldTest : public ViewTest {
    Q_OBJECT

private Q_SLOTS:
    void theCounterCountsFromOne() {
        SearchField field("Search names");
        field.resize(240, 26);
        field.setMatches(0, 15);
        QCOMPARE(field.counterText(), QString());
        field.setText("whale");
        field.setMatches(0, 15);
        QCOMPARE(field.counterText(), QStringLiteral("1 of 15"));
        field.setMatches(1233, 12345);
        QCOMPARE(field.counterText(), QStringLiteral("1,234 of 12,345"));
        field.setMatches(0, 0);
        QCOMPARE(field.counterText(), QStringLiteral("none"));
        field.clear();
        QCOMPARE(field.counterText(), QString());
    }

    void textNeverRunsUnderTheCounter() {
        SearchField field("Search names");
        field.resize(240, 26);
        field.setText("whale");
        field.setMatches(0, 15);
        QVERIFY(field.textMargins().right() > field.fontMetrics().horizontalAdvance("1 of 15"));
        QVERIFY(field.textMargins().left() >= 16);
    }

    void keysGoThroughTheMatches() {
        SearchField field("Search names");
        field.setText("whale");
        QSignalSpy next(&field, &SearchField::nextRequested),
            previous(&field, &SearchField::previousRequested);
        QTest::keyClick(&field, Qt::Key_Return);
        QTest::keyClick(&field, Qt::Key_Down);
        QCOMPARE(next.count(), 2);
        QTest::keyClick(&field, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClick(&field, Qt::Key_Up);
        QCOMPARE(previous.count(), 2);
        QTest::keyClick(&field, Qt::Key_Escape);
        QVERIFY(field.text().isEmpty());
    }

    void theCrossClears() {
        SearchField field("Search names");
        field.resize(240, 26);
        auto* cross = field.findChild<QToolButton*>();
        QVERIFY(cross->isHidden());
        field.setText("whale");
        QVERIFY(!cross->isHidden());
        cross->click();
        QVERIFY(field.text().isEmpty());
    }
};

HOROCYCLE_TEST_MAIN(SearchFieldTest)
#include "SearchFieldTest.moc"
