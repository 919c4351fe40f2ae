#include <QtGui/QFontMetricsF>
#include <QtTest/QtTest>

#include "tests/views/TestMain.h"
#include "views/kit/ElidedLabel.h"
#include "views/kit/NumberText.h"
#include "views/kit/PathText.h"
#include "views/theme/Fonts.h"

using namespace horo::views;

class TextTest : public ViewTest {
    Q_OBJECT

private Q_SLOTS:
    void numbersAreWrittenOneWay() {
        const QString minus(QChar(0x2212));
        QCOMPARE(countText(1182), QStringLiteral("1,182"));
        QCOMPARE(countText(-70000), minus + "70,000");
        QCOMPARE(fixedText(.9978, 3), QStringLiteral("0.998"));
        QCOMPARE(fixedText(-1, 2), minus + "1.00");
        QCOMPARE(significantText(.11312), QStringLiteral("0.113"));
        QCOMPARE(significantText(2360), QStringLiteral("2,360"));
        QCOMPARE(significantText(.0000123, 2), QStringLiteral("1.2e-5"));
        QCOMPARE(significantText(0), QStringLiteral("0"));
        QCOMPARE(significantText(qQNaN()), QStringLiteral("–"));
    }

    void pathsKeepBothEnds() {
        const QFontMetricsF metrics(font(FontRole::Meta));
        const QStringList names{"mammal", "placental", "aquatic mammal", "cetacean", "whale"};
        QCOMPARE(pathText(names, metrics, 1000),
                 QStringLiteral("mammal › placental › aquatic mammal › cetacean › whale"));
        QCOMPARE(pathText(names, metrics, 185), QStringLiteral("mammal › … › cetacean › whale"));
        QCOMPARE(pathText(names, metrics, 70), QStringLiteral("… whale"));
        for (int width = 20; width < 400; width += 7)
            QVERIFY(metrics.horizontalAdvance(pathText(names, metrics, width)) <= width);
        QCOMPARE(pathText({}, metrics, 100), QString());
    }

    void labelsElideWhereTheyAreTold() {
        ElidedLabel label("~/work/taxonomies/mammals.horo");
        label.resize(120, 16);
        QVERIFY(label.shownText().endsWith(QChar(0x2026)));
        label.setElideMode(Qt::ElideMiddle);
        QVERIFY(label.shownText().startsWith("~/") && label.shownText().endsWith("horo"));
        label.resize(label.sizeHint());
        QVERIFY(!label.isElided());
        QCOMPARE(label.accessibleName(), label.text());
    }
};

HOROCYCLE_TEST_MAIN(TextTest)
#include "TextTest.moc"
