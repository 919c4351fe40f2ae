#include <QtTest/QtTest>

#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "core/base/random.h"
#include "tests/views/TestMain.h"
#include "views/scatter/FairOrder.h"
#include "views/scatter/PointGrid.h"

using namespace horo;
using namespace horo::views;

class PointGridTest : public ViewTest {
    Q_OBJECT

private:
    std::vector<float> x_, y_;

    void points(size_t count, double farOut = 0) {
        Random random(3);
        x_.clear(), y_.clear();
        for (size_t i = 0; i < count; ++i) {
            x_.push_back(static_cast<float>(random.normal()));
            y_.push_back(static_cast<float>(0.1 * random.normal()));
        }
        if (farOut != 0) x_[7] = static_cast<float>(farOut), y_[8] = static_cast<float>(-farOut);
    }
    std::set<uint32_t> naive(const PlaneBox& box) const {
        std::set<uint32_t> rows;
        for (uint32_t row = 0; row < x_.size(); ++row)
            if (box.contains(x_[row], y_[row])) rows.insert(row);
        return rows;
    }

private Q_SLOTS:
    void whatLiesInABoxIsWhatALoopFinds_data() {
        QTest::addColumn<int>("count");
        QTest::addColumn<double>("farOut");
        QTest::newRow("few") << 30 << 0.0;
        QTest::newRow("many") << 20000 << 0.0;
        QTest::newRow("some far out") << 5000 << 1e12;
    }
    void whatLiesInABoxIsWhatALoopFinds() {
        QFETCH(int, count);
        QFETCH(double, farOut);
        points(static_cast<size_t>(count), farOut);
        const PointGrid grid(x_, y_);
        QCOMPARE(grid.size(), x_.size());
        for (const PlaneBox& box :
             {PlaneBox{-0.5f, -0.05f, 0.7f, 0.1f}, PlaneBox{-1e13f, -1e13f, 1e13f, 1e13f},
              PlaneBox{0.9f, 0, 1e13f, 1}, PlaneBox{3, 3, 4, 4}}) {
            std::set<uint32_t> found;
            grid.eachIn(box, [&](const PointGrid::Point& point) { QVERIFY(found.insert(point.row).second); });
            QVERIFY(found == naive(box));
        }
    }

    void theNearestIsWhatALoopFinds() {
        points(3000);
        const PointGrid grid(x_, y_);
        Random random(5);
        for (int i = 0; i < 200; ++i) {
            const auto px = static_cast<float>(2 * random.normal()),
                       py = static_cast<float>(0.2 * random.normal());
            constexpr float reach = 0.05f;
            std::optional<uint32_t> best;
            float least = reach * reach;
            for (uint32_t row = 0; row < x_.size(); ++row) {
                const float d = (x_[row] - px) * (x_[row] - px) + (y_[row] - py) * (y_[row] - py);
                if (d <= least) least = d, best = row;
            }
            QCOMPARE(grid.nearest(px, py, reach), best);
        }
    }

    void rowsThatAreNotFiniteAreLeftOut() {
        points(10);
        x_[3] = std::numeric_limits<float>::quiet_NaN();
        y_[4] = std::numeric_limits<float>::infinity();
        const PointGrid grid(x_, y_);
        QCOMPARE(grid.size(), size_t{8});
        QVERIFY(std::isfinite(grid.bounds()->right));
        QVERIFY(!PointGrid().bounds());
        QVERIFY(!PointGrid(std::vector<float>{NAN}, std::vector<float>{1}).bounds());
    }

    void oneRepeatedPointIsFound() {
        x_.assign(50, 2), y_.assign(50, -3);
        const PointGrid grid(x_, y_);
        QCOMPARE(grid.nearest(2, -3, 0.1f), std::optional<uint32_t>(49));
    }

    void everyBeginningIsAFairSample() {
        std::vector<uint32_t> classes(10000, 0);
        for (size_t i = 0; i < 100; ++i)
            classes[i * 97] = 1;
        classes[5] = 2;
        const auto place = fairOrder(classes.size(), classes);
        std::set<uint32_t> different(place.begin(), place.end());
        QCOMPARE(different.size(), classes.size());
        QCOMPARE(*different.rbegin(), 9999u);
        for (const uint32_t beginning : {3u, 100u, 1000u, 5000u}) {
            std::map<uint32_t, double> held;
            for (size_t row = 0; row < classes.size(); ++row)
                if (place[row] < beginning) ++held[classes[row]];
            QCOMPARE(held.size(), size_t{3});
            QVERIFY(held[1] >= std::floor(100.0 * beginning / 10000));
        }
        QVERIFY(fairOrder(classes.size(), classes) == place);
    }
};

HOROCYCLE_TEST_MAIN(PointGridTest)
#include "PointGridTest.moc"
