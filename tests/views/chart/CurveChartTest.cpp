#include <QtCore/QBuffer>
#include <QtGui/QPainter>
#include <QtSvg/QSvgGenerator>
#include <QtTest/QtTest>

#include <cmath>
#include <limits>

#include "tests/views/TestMain.h"
#include "views/chart/AxisSteps.h"
#include "views/chart/CurveChart.h"
#include "views/chart/SmallMultiples.h"

using namespace horo::views;

class CurveChartTest : public ViewTest {
    Q_OBJECT

private Q_SLOTS:
    void stepsAreOneTwoOrFive() {
        for (double greatest = 1e-6; greatest < 1e6; greatest *= 1.37) {
            const AxisSteps steps = AxisSteps::covering(0, greatest, 4);
            const double digit = steps.step / std::pow(10, std::floor(std::log10(steps.step) + 1e-9));
            QVERIFY2(std::abs(digit - 1) < 1e-6 || std::abs(digit - 2) < 1e-6 || std::abs(digit - 5) < 1e-6,
                     qPrintable(QString::number(steps.step)));
            QVERIFY(steps.covers(0, greatest * (1 - 1e-9)));
            QVERIFY(steps.ticks().size() >= 2 && steps.ticks().size() <= 5);
            QVERIFY2(steps.last <= greatest * 1.3, "little of the chart is empty");
        }
    }

    void ticksAreWrittenAlike() {
        const AxisSteps quarters = AxisSteps::between(0, 1, 4);
        QStringList texts;
        for (const double tick : quarters.ticks())
            texts << quarters.text(tick);
        QCOMPARE(texts, QStringList({"0.00", "0.25", "0.50", "0.75", "1.00"}));
        QCOMPARE(AxisSteps::covering(0, 3.08, 4), (AxisSteps{0, 3.2, 1}));
        const AxisSteps flat = AxisSteps::covering(2, 2, 4);
        QVERIFY(flat.first <= 2 && flat.last > 2);
        QVERIFY(AxisSteps::covering(qQNaN(), qInf(), 4).last > 0);
    }

    void axesNeverShrinkWhileARunGoesOn() {
        CurveChart chart;
        chart.resize(300, 150);
        chart.setCurve({.title = "Loss"});
        CurveScale before = chart.scale();
        int changes = 0;
        for (int epoch = 0; epoch < 500; ++epoch) {
            chart.append(QPointF(epoch, 3 * std::exp(-epoch / 50.0)));
            QVERIFY(chart.scale().x.last >= before.x.last && chart.scale().y.last >= before.y.last);
            QVERIFY(chart.scale().x.last >= epoch);
            changes += !(chart.scale().x == before.x && chart.scale().y == before.y);
            before = chart.scale();
        }
        QVERIFY2(changes < 14, qPrintable(QString::number(changes)));
    }

    void aKnownEndFixesTheAxis() {
        CurveChart chart;
        chart.setCurve({.title = "MAP", .from = 0, .to = 1, .end = 300});
        const CurveScale before = chart.scale();
        for (int epoch = 0; epoch <= 300; epoch += 5)
            chart.append(QPointF(epoch, .8));
        QCOMPARE(chart.scale().x, before.x);
        QCOMPARE(chart.scale().y, before.y);
    }

    void pointsOutOfOrderAreLeftOut() {
        CurveChart chart;
        chart.append({{0, 1}, {1, 2}, {1, 5}, {.5, 5}, {qQNaN(), 5}, {2, 3}});
        QCOMPARE(chart.curve().points.size(), size_t(3));
    }

    void gapsAndEmptyCurvesAreDrawn() {
        CurveChart chart;
        chart.resize(300, 150);
        QVERIFY(!chart.grab().isNull());
        chart.append({{0, 1}, {1, std::numeric_limits<double>::infinity()}, {2, qQNaN()}, {3, 2}});
        QVERIFY(!chart.grab().isNull());
        QVERIFY(std::isfinite(chart.scale().y.last));
    }

    void hoveringMarksTheSamePlaceInAll() {
        SmallMultiples charts;
        auto* loss = charts.addChart();
        auto* map = charts.addChart();
        loss->append({{0, 3}, {5, 2}, {10, 1}});
        map->append({{0, .1}, {10, .5}});
        Q_EMIT loss->hovered(9.0);
        QCOMPARE(map->hoveredPoint(), 1);
        Q_EMIT loss->hovered(std::nullopt);
        QCOMPARE(map->hoveredPoint(), -1);
    }

    void theFigureHasLiveText() {
        CurveChart chart;
        chart.setCurve({.title = "Loss, mean per pair",
                        .end = 300,
                        .marks = {{10, "burn-in ends"}},
                        .points = {{0, 3}, {190, .113}}});
        const Figure figure = chart.figure();
        QBuffer buffer;
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setSize(QSize(240, 150));
        QPainter painter(&generator);
        figure.paint(painter, {240, 150});
        painter.end();
        for (const char* text : {"Loss, mean per pair", "burn-in ends", "0.113", "300"})
            QVERIFY2(buffer.data().contains(QByteArray(">") + text), text);
        QVERIFY(!buffer.data().contains("clip-path"));
    }
};

HOROCYCLE_TEST_MAIN(CurveChartTest)
#include "CurveChartTest.moc"
