#include <QtTest/QtTest>

#include <QPainterPath>
#include <QPolygonF>
#include <cmath>

#include "core/base/random.h"
#include "tests/views/TestMain.h"
#include "views/scatter/LevelLines.h"
#include "views/scatter/PointDensity.h"

using namespace horo;
using namespace horo::views;

class PointDensityTest : public ViewTest {
    Q_OBJECT

    static double area(const std::vector<QPointF>& line) {
        double sum = 0;
        for (size_t i = 0; i < line.size(); ++i) {
            const QPointF a = line[i], b = line[(i + 1) % line.size()];
            sum += (a.x() * b.y() - b.x() * a.y()) / 2;
        }
        return std::abs(sum);
    }

private Q_SLOTS:
    void theLevelLineOfAConeIsACircle() {
        constexpr int side = 81;
        std::vector<float> field;
        for (int j = 0; j < side; ++j)
            for (int i = 0; i < side; ++i)
                field.push_back(static_cast<float>(30 - std::hypot(i - 40.0, j - 40.0)));
        for (float& height : field)
            height = std::max(height, 0.0f);
        const auto lines = levelLines(field, side, side, 10);
        QCOMPARE(lines.size(), size_t{1});
        for (const QPointF& at : lines.front())
            QVERIFY(std::abs(std::hypot(at.x() - 40, at.y() - 40) - 20) < 0.1);
        QVERIFY(std::abs(area(lines.front()) - M_PI * 400) < 5);
    }

    void peaksThatMeetInACornerAreTwoUnlessTheMiddleIsHigh() {
        for (const bool joined : {false, true}) {
            const float other = joined ? 0.9f : 0.0f;
            const std::vector<float> field{0, 0, 0, 0, 0, 2, other, 0, 0, other, 2, 0, 0, 0, 0, 0};
            QCOMPARE(levelLines(field, 4, 4, 1).size(), size_t{joined ? 1u : 2u});
        }
        QVERIFY(levelLines(std::vector<float>(16, 0), 4, 4, 1).empty());
    }

    void aHoleHasALineOfItsOwn() {
        constexpr int side = 61;
        std::vector<float> field;
        for (int j = 0; j < side; ++j)
            for (int i = 0; i < side; ++i)
                field.push_back(std::abs(static_cast<float>(std::hypot(i - 30.0, j - 30.0)) - 15) < 6 ? 1.0f
                                                                                                      : 0.0f);
        QCOMPARE(levelLines(field, side, side, 0.5f).size(), size_t{2});
    }

    void theHullHoldsItsShareOfThePoints() {
        Random random(1);
        std::vector<float> x, y;
        for (int i = 0; i < 4000; ++i) {
            const double middle = i % 2 ? 3 : -3;
            x.push_back(static_cast<float>(middle + random.normal()));
            y.push_back(static_cast<float>(random.normal()));
        }
        const PointGrid grid(x, y);
        const ScatterFrame frame = ScatterFrame::around(*grid.bounds(), 600, 400, 30);
        const PointDensity density(grid, frame, 8);
        QCOMPARE(density.points(), size_t{4000});
        double sum = 0;
        for (int j = 0; j < density.lines(); ++j)
            for (int i = 0; i < density.columns(); ++i)
                sum += density.at(i, j);
        QVERIFY(std::abs(sum - 4000) < 10);
        for (const double share : {0.5, 0.9}) {
            QPainterPath path;
            for (const auto& line : density.contour(density.levelHolding(share)))
                path.addPolygon(QPolygonF(QList<QPointF>(line.begin(), line.end())));
            int inside = 0;
            for (size_t i = 0; i < x.size(); ++i)
                inside += path.contains(frame.pixel(x[i], y[i]));
            QVERIFY(std::abs(inside / 4000.0 - share) < 0.03);
        }
        const PointDensity half(grid, frame, 8, [](uint32_t row) { return row % 2 == 0; });
        QCOMPARE(half.points(), size_t{2000});
    }
};

HOROCYCLE_TEST_MAIN(PointDensityTest)
#include "PointDensityTest.moc"
