// The view of texts: hover, choose, levels, what it says and what it stores.
#include "views/text/TextView.h"

#include <QElapsedTimer>
#include <QPainter>
#include <QScrollBar>
#include <QTest>
#include <QUndoStack>

#include "tests/views/TestMain.h"
#include "views/text/TextCanvas.h"
#include "views/view/ViewFactory.h"

using namespace horo;
using namespace horo::views;

class TextViewTest : public ViewTest {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatATextHolds() {
        WorkspaceModel model;
        model.reset(workspace("one two one\nthree\n"));
        TextView view(model, {"v", "text", {"text"}, nlohmann::json::object()});
        QCOMPARE(view.remark(), QString("2 lines, 18 bytes"));
    }

    void aClickChoosesAllWithTheLabel() {
        WorkspaceModel model;
        model.reset(workspace("one two one\nthree\n"));
        TextView view(model, {"v", "text", {"cut"}, nlohmann::json::object()});
        view.resize(600, 300);
        view.show();
        QCOMPARE(view.remark(), QString("4 units, 3 different"));
        const QPoint two = placeOf(view.canvas(), 1);
        QTest::mouseClick(view.canvas().viewport(), Qt::LeftButton, {}, placeOf(view.canvas(), 0));
        QCOMPARE(view.remark(), QString("2 of 4 units"));
        QVERIFY(view.state().settings.at("label") == "one ");
        QTest::mouseClick(view.canvas().viewport(), Qt::LeftButton, {}, two);
        QCOMPARE(view.remark(), QString("1 of 4 units"));
        QTest::keyClick(&view.canvas(), Qt::Key_Escape);
        QCOMPARE(view.remark(), QString("4 units, 3 different"));
        QVERIFY(!view.state().settings.contains("label"));
        QVERIFY(model.undoStack()->canUndo());
    }

    void keysChooseToo() {
        WorkspaceModel model;
        model.reset(workspace("one two one\nthree\n"));
        TextView view(model, {"v", "text", {"cut"}, nlohmann::json::object()});
        view.resize(600, 300);
        view.show();
        QTest::keyClick(&view.canvas(), Qt::Key_Right);
        QTest::keyClick(&view.canvas(), Qt::Key_Right);
        QTest::keyClick(&view.canvas(), Qt::Key_Return);
        QVERIFY(view.state().settings.at("label") == "two ");
    }

    void settingsOfASessionAreTakenAndNonsenseIsNot() {
        WorkspaceModel model;
        model.reset(workspace("one two one\nthree\n"));
        TextView view(model, {"v", "text", {"cut"}, {{"label", "one "}, {"level", 1}}});
        QCOMPARE(view.remark(), QString("2 of 4 units"));
        view.applySettings({{"label", 7}, {"level", -3}, {"top", "x"}});
        QCOMPARE(view.remark(), QString("4 units, 3 different"));
        view.applySettings({{"label", "not there"}, {"level", 99}});
        QCOMPARE(view.remark(), QString("4 units, 3 different"));
    }

    void aSegmentationWithoutItsTextShowsLabels() {
        WorkspaceModel model;
        Workspace state = workspace("one two one\nthree\n");
        state.remove("text");
        model.reset(state);
        TextView view(model, {"v", "text", {"cut"}, nlohmann::json::object()});
        QCOMPARE(view.remark(), QString("4 units, 3 different, labels without their text"));
    }

    void theFigureNeedsNoWindow() {
        WorkspaceModel model;
        model.reset(workspace("one two one\nthree\n"));
        const TextView view(model, {"v", "text", {"cut"}, {{"label", "one "}}});
        const Figure figure = view.figure();
        QVERIFY(figure.caption.contains("Units 1 to 4 of 4"));
        QImage paper(480, 240, QImage::Format_ARGB32_Premultiplied);
        paper.fill(Qt::white);
        QPainter painter(&paper);
        figure.paint(painter, figure.preferredSize);
        painter.end();
        QVERIFY(paper.pixelColor(10, 8) != QColor(Qt::white));
    }

    void aMegabyteScrollsWithoutAFreeze() {
        std::string bytes;
        while (bytes.size() < 1'000'000)
            bytes += bytes.size() % 7 == 0 ? "whale\n" : "é two ";
        WorkspaceModel model;
        model.reset(workspace(bytes));
        QElapsedTimer timer;
        timer.start();
        TextView view(model, {"v", "text", {"cut"}, nlohmann::json::object()});
        view.resize(900, 700);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        qInfo("opened in %lld ms", static_cast<long long>(timer.restart()));
        auto* bar = view.canvas().verticalScrollBar();
        constexpr int pictures = 20;
        for (int i = 0; i < pictures; ++i) {
            bar->setValue(bar->maximum() / pictures * i);
            view.canvas().viewport()->repaint();
        }
        qInfo("a picture in %.1f ms", static_cast<double>(timer.elapsed()) / pictures);
        bar->setValue(bar->maximum());
        QVERIFY(view.canvas().top() > bytes.size() - 5000);
    }

private:
    /// A text, and its words with the space behind them.
    static Workspace workspace(const std::string& bytes) {
        Workspace state;
        Object text;
        text.id = text.name = "text";
        text.payload = std::make_shared<const Text>(Text::ofLines(bytes));
        Segmentation words;
        words.length = bytes.size();
        std::map<std::string, uint32_t> rows;
        auto& level = words.levels.emplace_back();
        for (size_t start = 0; start < bytes.size();) {
            const size_t end = std::min(bytes.find_first_of(" \n", start), bytes.size() - 1) + 1;
            const std::string label = bytes.substr(start, end - start);
            const auto [row, isNew] = rows.try_emplace(label, static_cast<uint32_t>(rows.size()));
            if (isNew) words.inventory.push_back(label);
            level.ends.push_back(end);
            level.labels.push_back(row->second);
            start = end;
        }
        // "one" stands before a space and before a line's end: they are the same here.
        for (auto& label : level.labels)
            if (words.inventory[label] == "one\n") label = rows.at("one ");
        std::erase(words.inventory, "one\n");
        if (bytes.starts_with("one two")) level.labels.back() = 2;
        Object cut;
        cut.id = cut.name = "cut";
        cut.payload = std::make_shared<const Segmentation>(std::move(words));
        cut.madeBy = MadeBy{.method = "chunk.spaces", .inputs = {{"text", "text"}}};
        state.add(std::move(text));
        state.add(std::move(cut));
        return state;
    }

    static QPoint placeOf(const TextCanvas& canvas, size_t unit) {
        for (int y = 0; y < canvas.viewport()->height(); y += 4)
            for (int x = 0; x < canvas.viewport()->width(); x += 3)
                if (canvas.unitAt(QPointF(x, y)) == unit) return {x + 2, y + 2};
        return {};
    }
};

HOROCYCLE_TEST_MAIN(TextViewTest)
#include "TextViewTest.moc"
