#include <QtTest/QtTest>

#include "core/base/random.h"
#include "core/geometry/manifold.h"
#include "tests/views/TestMain.h"
#include "views/disk/DiskArc.h"
#include "views/disk/DiskChart.h"
#include "views/disk/DiskProjection.h"

using namespace horo;
using namespace horo::views;

namespace {

std::shared_ptr<const Embedding> embeddingOf(std::vector<double> values, size_t columns, Manifold manifold) {
    std::vector<std::string> names;
    for (size_t i = 0; i < values.size() / columns; ++i)
        names.push_back(std::to_string(i));
    auto embedding = std::make_shared<Embedding>();
    embedding->items = *Items::create(std::move(names));
    const size_t rows = values.size() / columns;
    embedding->vectors = Vectors(rows, columns, std::move(values));
    embedding->manifold = manifold;
    return embedding;
}

Complex pointAt(double rho, double angle) {
    return std::polar(std::tanh(rho / 2), angle);
}

double oneMinusSquare(Complex z) {
    return (1 - std::abs(z)) * (1 + std::abs(z));
}

}  // namespace

class DiskProjectionTest : public ViewTest {
    Q_OBJECT

private Q_SLOTS:
    void theDisplayedRadiusIsTheDistanceToTheCentre() {
        Random random(1);
        const Manifold ball = Manifold::poincare();
        for (int i = 0; i < 500; ++i) {
            const Complex a = pointAt(random.uniform(0, 9), random.uniform(0, 6.3));
            const Complex z = pointAt(random.uniform(0, 9), random.uniform(0, 6.3));
            const double s = random.uniform(0.1, 1);
            const Complex shown =
                DiskProjection({a, random.uniform(-3, 3)}, s).display(z.real(), z.imag(), oneMinusSquare(z));
            const double x[] = {a.real(), a.imag()}, y[] = {z.real(), z.imag()};
            const double distance = ball.distance(x, y);
            QVERIFY(std::abs(std::abs(shown) - std::tanh(s * distance / 2)) < 1e-9);
        }
    }

    void atScaleOneTheViewIsAnIsometry() {
        Random random(2);
        const Manifold ball = Manifold::poincare();
        const DiskProjection seen({pointAt(3, 1), 0.7}, 1);
        for (int i = 0; i < 200; ++i) {
            const Complex z = pointAt(random.uniform(0, 5), random.uniform(0, 6.3));
            const Complex w = pointAt(random.uniform(0, 5), random.uniform(0, 6.3));
            const Complex p = seen.display(z.real(), z.imag(), oneMinusSquare(z));
            const Complex q = seen.display(w.real(), w.imag(), oneMinusSquare(w));
            const double a[] = {z.real(), z.imag()}, b[] = {w.real(), w.imag()}, c[] = {p.real(), p.imag()},
                         d[] = {q.real(), q.imag()};
            QVERIFY(std::abs(ball.distance(a, b) - ball.distance(c, d)) < 1e-6);
        }
    }

    void aGrabbedPointFollowsThePointer() {
        Random random(3);
        for (int i = 0; i < 300; ++i) {
            const DiskCentre before{pointAt(random.uniform(0, 6), random.uniform(0, 6.3)),
                                    random.uniform(-3, 3)};
            const double s = random.uniform(0.2, 1);
            const DiskProjection seen(before, s);
            const Complex z = pointAt(random.uniform(0, 8), random.uniform(0, 6.3));
            const Complex from = seen.display(z.real(), z.imag(), oneMinusSquare(z));
            const Complex to = std::polar(random.uniform(0, 0.9), random.uniform(0, 6.3));
            if (std::abs(from) > 0.98) continue;
            const DiskCentre after = draggedCentre(seen, from, to);
            const Complex now = DiskProjection(after, s).display(z.real(), z.imag(), oneMinusSquare(z));
            QVERIFY2(std::abs(now - to) < 1e-4, qPrintable(QString::number(std::abs(now - to))));
        }
    }

    void theGlideEndsAtItsGoalAndStaysOnTheGeodesic() {
        const DiskCentre from{pointAt(2, 0.3), 0.4};
        const Complex to = pointAt(4, 2.5);
        QVERIFY(std::abs(centreBetween(from, to, 1).point - to) < 1e-12);
        const Complex half = centreBetween(from, to, 0.5).point;
        QVERIFY(std::abs(half - geodesicPoint(from.point, to, 0.5)) < 1e-12);
        // Parallel transport: the way back undoes the turn.
        const DiskCentre there = centreBetween(from, to, 1), back = centreBetween(there, from.point, 1);
        QVERIFY(std::abs(std::remainder(back.turn - from.turn, 2 * M_PI)) < 1e-9);
    }

    void displayAndUndisplayAreInverse() {
        const DiskProjection seen({}, 0.36);
        for (const double r : {0.0, 0.1, 0.5, 0.9, 0.97}) {
            const Complex z = seen.undisplay(std::polar(r, 1.1));
            QVERIFY(std::abs(seen.display(z.real(), z.imag(), oneMinusSquare(z)) - std::polar(r, 1.1)) <
                    1e-9);
        }
    }

    void arcsMeetTheRimAtRightAngles() {
        Random random(5);
        for (int i = 0; i < 200; ++i) {
            const Complex p = std::polar(random.uniform(0, 0.99), random.uniform(0, 6.3));
            const Complex q = std::polar(random.uniform(0, 0.99), random.uniform(0, 6.3));
            const horo::views::DiskArc arc(p, q);
            QVERIFY(std::abs(arc.at(0) - p) < 1e-12 && std::abs(arc.at(1) - q) < 1e-12);
            if (arc.straight) continue;
            QVERIFY(std::abs(std::norm(arc.middle) - arc.radius * arc.radius - 1) <
                    1e-6 * std::norm(arc.middle));
            QVERIFY(std::abs(arc.at(0.5)) < 1);
        }
    }

    void poincareAndLorentzRowsLieAtTheSamePlace() {
        Random random(6);
        for (const double k : {-1.0, -0.25, -4.0}) {
            std::vector<double> ball, sheet;
            for (int i = 0; i < 50; ++i) {
                const Complex z = pointAt(random.uniform(0, 10), random.uniform(0, 6.3)) / std::sqrt(-k);
                const double point[] = {z.real(), z.imag()};
                double lifted[3];
                poincareToLorentz(point, k, lifted);
                ball.insert(ball.end(), point, point + 2), sheet.insert(sheet.end(), lifted, lifted + 3);
            }
            const auto a = embeddingOf(ball, 2, Manifold::poincare(k)),
                       b = embeddingOf(sheet, 3, Manifold::lorentz(k));
            const DiskAxes axesA = diskAxes(*a, {}), axesB = diskAxes(*b, {});
            QVERIFY(axesA.name.empty() && axesB.name.empty());
            const auto chartA = diskChart(*a, axesA), chartB = diskChart(*b, axesB);
            for (size_t i = 0; i < 50; ++i) {
                QVERIFY(std::abs(chartA.points.x[i] - chartB.points.x[i]) < 1e-9);
                QVERIFY(std::abs(chartA.points.q[i] / chartB.points.q[i] - 1) < 1e-6);
            }
        }
    }

    void rowsBeyondTheRimAreHeldAndCounted() {
        const auto embedding =
            embeddingOf({0.1, 0.2, 1.0, 0.0, 3.0, 4.0, std::nan(""), 0.0}, 2, Manifold::poincare());
        const auto chart = diskChart(*embedding, diskAxes(*embedding, {}));
        QCOMPARE(chart.held, size_t{3});
        for (size_t i = 0; i < 4; ++i)
            QVERIFY(std::isfinite(chart.points.x[i]) && chart.points.q[i] > 0);
    }

    void moreDimensionsAreProjectedAndNamed() {
        Random random(7);
        std::vector<double> values;
        for (int i = 0; i < 400; ++i) {
            const double x = random.normal() * 2, y = random.normal();
            for (const double v :
                 {0.05 * random.normal(), x, 0.05 * random.normal(), y, 0.05 * random.normal()})
                values.push_back(v);
        }
        const auto flat = embeddingOf(values, 5, Manifold::euclidean());
        const DiskAxes axes = diskAxes(*flat, {});
        QVERIFY(!axes.name.empty());
        QVERIFY(std::abs(axes.first[1]) > 0.99 && std::abs(axes.second[3]) > 0.99);
        DiskSettings chosen;
        chosen.projection = "axes", chosen.axisX = 2, chosen.axisY = 4;
        const DiskAxes fixed = diskAxes(*flat, chosen);
        QVERIFY(fixed.first[2] == 1 && fixed.second[4] == 1);
        QVERIFY(QString::fromStdString(fixed.name).contains(QStringLiteral("axes 3 and 5")));
    }

    void settingsSurviveJson() {
        DiskSettings settings;
        settings.centre = {{0.25, -0.5}, 1.25};
        settings.scale = 0.5, settings.colour = "radius", settings.ruler = true, settings.rulerFrom = "seal";
        QVERIFY(diskSettingsFromJson(nlohmann::json::parse(toJson(settings).dump())) == settings);
        QVERIFY(diskSettingsFromJson(nlohmann::json()) == DiskSettings());
        const auto bad =
            nlohmann::json::parse(R"({"scale": "wide", "centre": [5, 5], "zoom": -3, "level": 99})");
        const DiskSettings repaired = diskSettingsFromJson(bad);
        QVERIFY(std::abs(repaired.centre.point) < 1 && repaired.scale == 0.36 && repaired.zoom > 0 &&
                repaired.level <= 32);
    }
};

HOROCYCLE_TEST_MAIN(DiskProjectionTest)
#include "DiskProjectionTest.moc"
