#include <QtTest/QtTest>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QTextEdit>

#include "tests/views/TestMain.h"
#include "views/kit/SeparatorGrip.h"

using namespace horo::views;

class SeparatorGripTest : public ViewTest {
    Q_OBJECT

private Q_SLOTS:
    void aNeighboursEdgeMovesTheSeparator_data() {
        QTest::addColumn<int>("distance");
        QTest::addRow("on the line") << 0;
        QTest::addRow("beside it") << 2;
    }
    void aNeighboursEdgeMovesTheSeparator() {
        QFETCH(int, distance);
        QMainWindow window;
        window.resize(600, 300);
        new SeparatorGrip(window);
        auto* dock = new QDockWidget;
        dock->setWidget(new QTextEdit);
        window.addDockWidget(Qt::LeftDockWidgetArea, dock);
        window.setCentralWidget(new QTextEdit);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const int before = dock->width();
        const QPoint from(dock->geometry().right() + 1 + distance, 150);
        QTest::mousePress(window.windowHandle(), Qt::LeftButton, {}, from);
        QTest::mouseMove(window.windowHandle(), from + QPoint(30, 0));
        QTest::mouseMove(window.windowHandle(), from + QPoint(60, 0));
        QTest::mouseRelease(window.windowHandle(), Qt::LeftButton, {}, from + QPoint(60, 0));
        QTRY_VERIFY2(std::abs(dock->width() - before - 60) <= 3,
                     qPrintable(QString::number(dock->width() - before)));
    }

    void elsewhereTheMouseIsLeftAlone() {
        QMainWindow window;
        window.resize(600, 300);
        new SeparatorGrip(window);
        auto* text = new QTextEdit("words to select");
        auto* dock = new QDockWidget;
        dock->setWidget(new QTextEdit);
        window.addDockWidget(Qt::LeftDockWidgetArea, dock);
        window.setCentralWidget(text);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTest::mouseDClick(text->viewport(), Qt::LeftButton, {}, {20, 12});
        QCOMPARE(text->textCursor().selectedText(), QStringLiteral("words"));
    }
};

HOROCYCLE_TEST_MAIN(SeparatorGripTest)
#include "SeparatorGripTest.moc"
