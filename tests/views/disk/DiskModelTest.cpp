#include <QtTest/QtTest>

#include "core/base/random.h"
#include "core/geometry/disk.h"
#include "tests/views/TestMain.h"
#include "tests/views/demo/sample_tree.h"
#include "views/disk/DiskSettings.h"
#include "views/disk/DiskShapes.h"
#include "views/disk/TreeInDisk.h"

using namespace horo;
using namespace horo::views;

namespace {

horo::Complex drawn(Random& random, double most) {
    return std::polar(most * std::sqrt(random.uniform()), 2 * M_PI * random.uniform());
}

DiskPoints pointsOf(const std::vector<horo::Complex>& places) {
    DiskPoints points;
    for (const auto& z : places) {
        points.x.push_back(z.real()), points.y.push_back(z.imag());
        points.q.push_back(1 - std::norm(z));
    }
    return points;
}

}  // namespace

class DiskModelTest : public ViewTest {
    Q_OBJECT

private Q_SLOTS:
    void everyModelLeadsBack() {
        Random random(1);
        for (const DiskModel model : {DiskModel::Poincare, DiskModel::Klein, DiskModel::HalfPlane})
            for (int i = 0; i < 1000; ++i) {
                const auto p = drawn(random, .99);
                QVERIFY(std::abs(fromModel(model, inModel(model, p)) - p) < 1e-9);
            }
    }

    void theMiddleStaysTheMiddle() {
        for (const DiskModel model : {DiskModel::Poincare, DiskModel::Klein, DiskModel::HalfPlane})
            QVERIFY(std::abs(inModel(model, 0)) < 1e-15);
    }

    void geodesicsAreStraightInKlein() {
        Random random(2);
        for (int i = 0; i < 300; ++i) {
            const horo::DiskArc arc = diskGeodesic(drawn(random, .98), drawn(random, .98));
            const auto a = inModel(DiskModel::Klein, arc.at(0)), b = inModel(DiskModel::Klein, arc.at(1));
            for (const double t : {.2, .5, .9}) {
                const auto along = inModel(DiskModel::Klein, arc.at(t)) - a;
                QVERIFY(std::abs((along * std::conj(b - a)).imag()) < 1e-9);
            }
        }
    }

    /// arcosh(1 + |w - v|^2 / (2 Im w Im v)) is the distance of the half-plane.
    void distancesOfTheHalfPlaneAreThoseOfTheDisk() {
        Random random(3);
        for (int i = 0; i < 1000; ++i) {
            const auto p = drawn(random, .97), q = drawn(random, .97);
            const horo::Complex up(0, 1);
            const auto w = inModel(DiskModel::HalfPlane, p) + up, v = inModel(DiskModel::HalfPlane, q) + up;
            QVERIFY(w.imag() > 0 && v.imag() > 0);
            const double distance = std::acosh(1 + std::norm(w - v) / (2 * w.imag() * v.imag()));
            QVERIFY(std::abs(distance - diskDistance(p, q)) < 1e-6);
        }
    }

    void everyPointOfACircleIsAsFarFromItsMiddle() {
        Random random(4);
        for (int i = 0; i < 50; ++i) {
            const DiskPoints points = pointsOf({drawn(random, .95)});
            const DiskProjection projection({drawn(random, .9), .7}, 1);
            const auto middle = projection.display(points.x[0], points.y[0], points.q[0]);
            for (const auto& p : displayedCircle(projection, points, 0, 2.5))
                QVERIFY(std::abs(diskDistance(middle, p) - 2.5) < 1e-6);
        }
    }

    void raysLeaveAtTheirAngle() {
        const DiskPoints points = pointsOf({{.5, .2}});
        const DiskProjection projection({}, 1);
        const auto outward = displayedRay(projection, points, 0, 0, 3);
        for (const auto& p : outward)
            QVERIFY(std::abs((p * std::conj(horo::Complex(.5, .2))).imag()) < 1e-12);
        const auto aside = displayedRay(projection, points, 0, .3, 1e-4);
        const auto along = (aside.back() - aside.front()) * std::conj(horo::Complex(.5, .2));
        QVERIFY(std::abs(std::arg(along) - .3) < 1e-3);
        QVERIFY(std::abs(diskDistance(aside.front(), aside.back()) - 1e-4) < 1e-9);
    }

    void aTreeIsLaidOutWithEdgesOfItsCurvature() {
        const auto hierarchy = demo::randomTree(200);
        const SpanningTree tree(*hierarchy);
        for (const double curvature : {-.25, -1.0, -4.0}) {
            const auto embedding = treeInDisk(*hierarchy, tree, curvature);
            for (Node v = 0; v < 200; ++v)
                QVERIFY(std::abs(embedding->manifold.radius(embedding->row(v)) - tree.depth(v)) < 1e-6);
        }
    }

    void theModelIsKeptInSettings() {
        DiskSettings settings;
        settings.model = DiskModel::HalfPlane, settings.circle = true, settings.curvature = -2;
        QVERIFY(diskSettingsFromJson(toJson(settings)) == settings);
        QVERIFY(diskSettingsFromJson({{"model", "flat"}, {"curvature", 1e99}}).model == DiskModel::Poincare);
    }
};

HOROCYCLE_TEST_MAIN(DiskModelTest)
#include "DiskModelTest.moc"
