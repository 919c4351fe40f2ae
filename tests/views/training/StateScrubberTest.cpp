#include <QSlider>
#include <QtTest/QtTest>

#include "tests/views/TestMain.h"
#include "views/training/StateScrubber.h"

using namespace horo;
using namespace horo::views;

namespace {

std::shared_ptr<const Embedding> picture(double at) {
    auto embedding = std::make_shared<Embedding>();
    embedding->items = *Items::create({"a", "b"});
    embedding->vectors = Vectors(2, 1, std::vector<double>{at, -at});
    return embedding;
}

double shown(const WorkspaceModel& model) {
    return std::get<std::shared_ptr<const Embedding>>(model.payloadOf("e"))->vectors.at(0, 0);
}

}  // namespace

class StateScrubberTest : public ViewTest {
    Q_OBJECT

private Q_SLOTS:
    void showsAStateInAllViewsAndTheObjectAtItsEnd() {
        WorkspaceModel model;
        Workspace workspace;
        Object object;
        object.id = "e", object.name = "points", object.payload = picture(9);
        workspace.add(object);
        model.reset(std::move(workspace));
        StateScrubber scrubber(model);
        scrubber.setObject("e");
        QVERIFY(!scrubber.isVisibleTo(nullptr));
        for (int i = 0; i < 9; ++i)
            model.keepState("e", {10.0 * (i + 1), picture(i)});
        model.keepState("e", {100, picture(9)});
        scrubber.QWidget::show();
        QCOMPARE(scrubber.count(), 10);
        scrubber.show(3);
        QCOMPARE(shown(model), 3.0);
        QVERIFY(model.isLive("e"));
        auto* slider = scrubber.findChild<QSlider*>();
        QCOMPARE(slider->value(), 3);
        QTest::mouseClick(slider, Qt::LeftButton, {}, QPoint(slider->width() / 2, slider->height() / 2));
        QVERIFY(slider->value() > 3 && slider->value() < 9);
        QCOMPARE(shown(model), static_cast<double>(slider->value()));
        scrubber.show(9);
        QCOMPARE(shown(model), 9.0);
        QVERIFY(!model.isLive("e"));
    }

    void keepsAtMostSoManyAndAlwaysTheLast() {
        WorkspaceModel model;
        for (int i = 1; i <= 1000; ++i)
            model.keepState("e", {static_cast<double>(i), picture(i)});
        const auto& states = model.statesOf("e");
        QVERIFY(states.size() <= WorkspaceModel::mostStates &&
                states.size() >= WorkspaceModel::mostStates / 2 - 1);
        QCOMPARE(states.back().at, 1000.0);
        for (size_t i = 1; i < states.size(); ++i)
            QVERIFY(states[i].at > states[i - 1].at);
        model.keepState("e", {5, picture(5)});  // what went by is not kept
        QCOMPARE(model.statesOf("e").back().at, 1000.0);
    }
};

HOROCYCLE_TEST_MAIN(StateScrubberTest)
#include "StateScrubberTest.moc"
