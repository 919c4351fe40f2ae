#include <QtTest/QtTest>

#include "core/base/random.h"
#include "tests/views/TestMain.h"
#include "tests/views/demo/layout.h"
#include "tests/views/demo/sample_tree.h"
#include "views/space/SpaceSight.h"

using namespace horo;
using namespace horo::views;

namespace {

std::shared_ptr<Embedding> randomRows(const Manifold& manifold, size_t rows, size_t numbers, double reach) {
    const bool lorentz = manifold.kind() == ManifoldKind::Lorentz;
    Random random(5);
    std::vector<double> values;
    std::vector<std::string> names;
    for (size_t i = 0; i < rows; ++i) {
        names.push_back("row " + std::to_string(i));
        std::vector<double> row(numbers);
        double squared = 0;
        for (double& value : row)
            value = random.normal(), squared += value * value;
        const double wanted = reach * random.uniform(0, 1), norm = std::sqrt(squared);
        if (manifold.kind() == ManifoldKind::Sphere)
            for (double& value : row)
                value /= norm;
        if (manifold.isHyperbolic())
            for (double& value : row)
                value *= (lorentz ? std::sinh(wanted) : std::tanh(wanted / 2)) / norm;
        if (lorentz) values.push_back(std::hypot(1.0, std::sinh(wanted)));
        values.insert(values.end(), row.begin(), row.end());
    }
    auto embedding = std::make_shared<Embedding>();
    embedding->items = *Items::create(std::move(names));
    embedding->manifold = manifold;
    embedding->vectors = Vectors(rows, numbers + lorentz, std::move(values));
    return embedding;
}

double minkowski(const SpacePlace& p, const SpacePlace& q) {
    return p.t * q.t - p.x * q.x - p.y * q.y - p.z * q.z;
}

}  // namespace

class SpaceShapeTest : public ViewTest {
    Q_OBJECT

private Q_SLOTS:
    void displayedPointsLieOnTheHyperboloid() {
        const auto embedding = randomRows(Manifold::poincare(), 200, 2, 9);
        const SpacePoints points = spaceChart(*embedding, spaceAxes(*embedding)).points;
        const SpaceProjection projection(SpaceKind::Hyperbolic, {0.3, -0.5, 0}, 0.4);
        for (size_t i = 0; i < points.size(); ++i) {
            const SpacePlace p = projection.place(points.at(i), points.q[i]);
            QVERIFY(std::abs(-p.t * p.t + p.x * p.x + p.y * p.y + 1) < 1e-9 * p.t * p.t);
            QCOMPARE(p.z, 0.0);
        }
    }

    void isometriesKeepDistances_data() {
        QTest::addColumn<bool>("lorentz");
        QTest::addColumn<int>("dimension");
        QTest::newRow("disk") << false << 2;
        QTest::newRow("ball") << false << 3;
        QTest::newRow("hyperboloid of the plane") << true << 2;
        QTest::newRow("hyperboloid of space") << true << 3;
    }

    void isometriesKeepDistances() {
        QFETCH(bool, lorentz);
        QFETCH(int, dimension);
        const auto embedding = randomRows(lorentz ? Manifold::lorentz() : Manifold::poincare(), 60,
                                          static_cast<size_t>(dimension), 6);
        const SpacePoints points = spaceChart(*embedding, spaceAxes(*embedding)).points;
        for (const size_t centre : {size_t{3}, size_t{17}}) {
            const SpaceProjection projection(SpaceKind::Hyperbolic, points.at(centre), 1);
            std::vector<SpacePlace> places;
            for (size_t i = 0; i < points.size(); ++i)
                places.push_back(projection.place(points.at(i), points.q[i]));
            QVERIFY(places[centre].t < 1 + 1e-9);
            for (size_t i = 0; i < points.size(); ++i)
                for (size_t j = 0; j < i; ++j) {
                    const double expected = embedding->distance(i, j);
                    const double found = std::acosh(std::max(minkowski(places[i], places[j]), 1.0));
                    QVERIFY2(std::abs(found - expected) < 1e-4 * (1 + expected),
                             qPrintable(QStringLiteral("%1 %2").arg(found).arg(expected)));
                }
        }
    }

    void farPointsKeepTheirDistanceToTheCentre() {
        // 14 and 14.5 from the origin: in the ball nearly one point, 0.5 apart.
        const SpacePoints points = [] {
            const auto embedding = std::make_shared<Embedding>();
            embedding->items = *Items::create({"near", "far"});
            embedding->manifold = Manifold::lorentz();
            embedding->vectors = Vectors(2, 3,
                                         std::vector<double>{std::cosh(14.0), std::sinh(14.0), 0,
                                                             std::cosh(14.5), std::sinh(14.5), 0});
            return spaceChart(*embedding, spaceAxes(*embedding)).points;
        }();
        const SpaceProjection projection(SpaceKind::Hyperbolic, points.at(0), 1);
        QVERIFY(std::abs(projection.radius(points.at(1), points.q[1]) - 0.5) < 1e-3);
    }

    void aBallAndASheetAreSeenWhole() {
        for (const SpaceModel model : {SpaceModel::Hyperboloid, SpaceModel::Ball, SpaceModel::Klein}) {
            const auto embedding = randomRows(Manifold::poincare(), 300, 2, 11);
            const SpaceAxes axes = spaceAxes(*embedding);
            SpaceSettings settings;
            settings.model = model;
            const SpacePoints points = spaceChart(*embedding, axes).points;
            const SpaceSight sight = SpaceSight::of(points, axes, settings, 800, 600);
            QCOMPARE(sight.shape.model(), model);
            size_t inside = 0;
            for (size_t i = 0; i < points.size(); ++i) {
                const SpaceSeen seen = sight.see(points.at(i), points.q[i]);
                inside += seen.inFront && QRectF(0, 0, 800, 600).contains(seen.x, seen.y);
            }
            QVERIFY(inside >= 297);
        }
    }

    void modelsSuitTheSpace() {
        const auto models = [](const Manifold& manifold, size_t numbers) {
            return spaceAxes(*randomRows(manifold, 50, numbers, 3)).models();
        };
        QVERIFY(models(Manifold::poincare(), 2).front() == SpaceModel::Hyperboloid);
        QVERIFY(models(Manifold::lorentz(), 3).front() == SpaceModel::Ball);
        QVERIFY(models(Manifold::euclidean(), 3) == std::vector{SpaceModel::Plain});
        const SpaceAxes axes = spaceAxes(*randomRows(Manifold::poincare(), 50, 3, 3));
        QVERIFY(axes.shown(SpaceModel::Hyperboloid) == SpaceModel::Ball);
    }

    void manyDimensionsBecomeThreePrincipalDirections() {
        for (const Manifold& manifold :
             {Manifold::poincare(), Manifold::lorentz(), Manifold::euclidean(), Manifold::sphere()}) {
            const auto embedding = randomRows(manifold, 400, 8, 4);
            const SpaceAxes axes = spaceAxes(*embedding);
            QCOMPARE(axes.directions.size(), size_t{3});
            QVERIFY(axes.name.find("three principal directions") != std::string::npos);
            for (size_t a = 0; a < 3; ++a)
                for (size_t b = 0; b < 3; ++b) {
                    double dot = 0;
                    for (size_t j = 0; j < 8; ++j)
                        dot += axes.directions[a][j] * axes.directions[b][j];
                    QVERIFY(std::abs(dot - (a == b)) < 1e-9);
                }
            const SpaceChart chart = spaceChart(*embedding, axes);
            QCOMPARE(chart.held, size_t{0});
        }
    }

    void rowsThatAreNotFiniteAreHeldAndCounted() {
        auto embedding = randomRows(Manifold::poincare(), 3, 2, 1);
        embedding->vectors = Vectors(3, 2, std::vector<double>{0.1, 0.2, NAN, 0, 1.5, 0});
        const SpaceChart chart = spaceChart(*embedding, spaceAxes(*embedding));
        QCOMPARE(chart.held, size_t{2});
        for (size_t i = 0; i < 3; ++i)
            QVERIFY(std::isfinite(chart.points.x[i]) && chart.points.q[i] > 0);
    }

    void geodesicsOfTheSheetStayOnIt() {
        const SpaceShape shape(SpaceModel::Hyperboloid, SpaceKind::Hyperbolic, 2.2, true);
        SpaceCurve curve;
        const SpacePlace a{std::sinh(2.0), 0, 0, std::cosh(2.0)}, b{0, std::sinh(1.5), 0, std::cosh(1.5)};
        shape.appendGeodesic(a, b, 10, curve);
        QCOMPARE(curve.size(), size_t{11});
        const double width = std::sinh(2.2), middle = (1 + std::cosh(2.2)) / 2;
        for (const Vector3& p : curve) {
            const double x = p[0] * width, y = p[1] * width, t = p[2] * width + middle;
            QVERIFY(std::abs(t * t - x * x - y * y - 1) < 1e-9);
        }
    }

    void theEyeSeesWhatItFaces() {
        SpaceSettings settings;
        const Vector3 direction{0.4, -0.7, 0.59};
        SpaceCamera::face(direction, settings);
        const SpaceCamera camera = SpaceCamera::fit(800, 600, settings);
        const SpaceSeen seen = camera.see(direction);
        QVERIFY(std::hypot(seen.x - 400, seen.y - 300) < 1e-6 && seen.depth > 0.99);
    }
};

HOROCYCLE_TEST_MAIN(SpaceShapeTest)
#include "SpaceShapeTest.moc"
