// Rows and cells of texts: what stands where.
#include "views/text/TextRows.h"

#include <QElapsedTimer>
#include <QTest>

#include "core/data/text.h"
#include "tests/views/TestMain.h"
#include "views/text/TextCells.h"

using namespace horo;
using namespace horo::views;

class TextRowsTest : public ViewTest {
    Q_OBJECT

private Q_SLOTS:
    void linesAreThoseOfTheText() {
        for (const std::string text :
             {"", "a", "a\n", "\n", "\n\n", "a\n\nb", "a\r\nb\r\n", "\r\n", "a\rb\n", "one two\nthree"}) {
            const TextRows rows(text, 20);
            QCOMPARE(rows.lines(), Text::ofLines(text).pieces.size());
            QCOMPARE(rows.size(), rows.lines());
            uint64_t at = 0;
            for (size_t i = 0; i < rows.size(); ++i) {
                QCOMPARE(rows.row(i).begin, at);
                QCOMPARE(rows.row(i).line, i);
                QVERIFY(rows.row(i).opens);
                at = rows.row(i).end;
            }
            QCOMPARE(at, text.size());
        }
    }

    void longLinesBreakBehindSpaces() {
        const std::string text = "the whale and the other whale\nshort";
        const TextRows rows(text, 20);
        QCOMPARE(rows.size(), size_t(3));
        QCOMPARE(rows.row(1).begin, text.find("other"));
        QVERIFY(!rows.row(1).opens);
        QCOMPARE(rows.row(2).line, size_t(1));
        QCOMPARE(rows.rowOf(0), size_t(0));
        QCOMPARE(rows.rowOf(text.find("other")), size_t(1));
        QCOMPARE(rows.rowOf(10'000), size_t(2));
    }

    void rowsHoldEveryByteOnceAndNoneIsTooWide() {
        std::string text;
        for (int i = 0; i < 3000; ++i)
            text += (i * 7919) % 11 == 0     ? " "
                    : (i * 104729) % 13 == 0 ? "é"
                    : (i % 97 == 0)          ? "\n"
                    : i % 89 == 0            ? "\t"
                    : i % 83 == 0            ? "漢"
                    : i % 79 == 0            ? "\xE9"
                    : i % 71 == 0            ? "e\u0301"
                                             : "x";
        for (const int columns : {20, 21, 40, 79}) {
            const TextRows rows(text, columns);
            uint64_t at = 0;
            for (size_t i = 0; i < rows.size(); ++i) {
                const TextRow row = rows.row(i);
                QCOMPARE(row.begin, at);
                QVERIFY(row.end > row.begin);
                at = row.end;
                for (const auto& cell : textCells(text, row.begin, row.end))
                    if (cell.look != TextCell::Look::Break) QVERIFY(cell.column + cell.width <= columns);
            }
            QCOMPARE(at, text.size());
        }
    }

    void everyCharacterHasItsCells() {
        const std::string text = "aé漢\te\u0301\x01\xFFz\r\n";
        const auto cells = textCells(text, 0, text.size());
        QCOMPARE(cells.size(), size_t(9));
        QCOMPARE(cells[1].glyph, QString("é"));
        QCOMPARE(cells[1].end - cells[1].begin, uint64_t(2));
        QCOMPARE(cells[2].width, 2);                           // wide
        QCOMPARE(cells[3].column, 4);                          // the tab
        QCOMPARE(cells[4].column, 8);                          // behind it
        QCOMPARE(cells[4].end - cells[4].begin, uint64_t(3));  // e and its accent
        QCOMPARE(cells[5].glyph, QString("\\x01"));
        QCOMPARE(cells[6].glyph, QString("\\xFF"));
        QCOMPARE(cells[6].column, 13);
        QCOMPARE(cells[8].look, TextCell::Look::Break);
        QCOMPARE(cells[8].end - cells[8].begin, uint64_t(2));  // CR LF is one break
    }

    void placesAndBytesAreInverse() {
        const std::string text = "aé漢 \tz\n";
        const auto cells = textCells(text, 0, text.size());
        QCOMPARE(columnOf(cells, 0), 0.0);
        QCOMPARE(columnOf(cells, 1), 1.0);
        QCOMPARE(columnOf(cells, 2), 1.5);  // in the middle of é
        QCOMPARE(columnOf(cells, 3), 2.0);
        QCOMPARE(columnOf(cells, text.size()), 10.0);
        for (uint64_t byte = 0; byte < text.size(); ++byte)
            QCOMPARE(byteAt(cells, columnOf(cells, byte) + 0.01), byte);
        QCOMPARE(byteAt(cells, 99), text.size() - 1);
    }

    void aMegabyteOnOneLineIsQuick() {
        std::string text;
        while (text.size() < 1'000'000)
            text += "whale é ";
        QElapsedTimer timer;
        timer.start();
        const TextRows rows(text, 80);
        QVERIFY(rows.size() > 10'000);
        qInfo("%lld ms", static_cast<long long>(timer.elapsed()));
    }
};

HOROCYCLE_TEST_MAIN(TextRowsTest)
#include "TextRowsTest.moc"
