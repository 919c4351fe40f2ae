// Reports as sheets, cards and a figure.
#include <QPainter>
#include <QTest>

#include "tests/views/TestMain.h"
#include "views/scores/CardColumns.h"
#include "views/scores/ScoreCard.h"
#include "views/scores/ScoreFigure.h"

using namespace horo;
using namespace horo::views;

class ScoresTest : public ViewTest {
    Q_OBJECT

    static void add(Workspace& workspace, const std::string& id, Payload payload,
                    const std::string& method = {}, std::map<std::string, std::string> inputs = {}) {
        Object object;
        object.id = id;
        object.name = "name of " + id;
        object.payload = std::move(payload);
        if (!method.empty()) {
            object.madeBy = MadeBy{};
            object.madeBy->method = method;
            object.madeBy->inputs = std::move(inputs);
        }
        workspace.add(std::move(object));
    }
    static std::shared_ptr<const Report> quality(double trust) {
        auto report = std::make_shared<Report>();
        report->add("trustworthiness", trust, "Venna & Kaski", "", 100);
        return report;
    }
    /// Rows, two pictures of them with their qualities, and the question of shape.
    static Workspace workspace() {
        Workspace w;
        add(w, "rows", std::make_shared<const Embedding>());
        add(w, "a", std::make_shared<const Embedding>(), "project.pca", {{"embedding", "rows"}});
        add(w, "b", std::make_shared<const Embedding>(), "project.umap", {{"embedding", "rows"}});
        add(w, "old", quality(0.5), "measure.projection", {{"embedding", "a"}, {"parent", "rows"}});
        add(w, "qa", quality(0.9), "measure.projection", {{"embedding", "a"}, {"parent", "rows"}});
        add(w, "qb", quality(0.8), "measure.projection", {{"embedding", "b"}, {"parent", "rows"}});
        auto shape = std::make_shared<Report>();
        shape->verdict = Verdict{Verdict::Answer::Partly, "Weakly", "Closer to a tree than chance."};
        shape->add("relative_delta", 0.35, "delta").interval = std::pair(0.30, 0.36);
        shape->add("shuffled_relative_delta", 0.45, "delta").interval = std::pair(0.40, 0.46);
        shape->add("relative_delta/cats", 0.15, "delta").interval = std::pair(0.10, 0.16);
        add(w, "shape", std::shared_ptr<const Report>(shape), "measure.hyperbolicity",
            {{"embedding", "rows"}});
        return w;
    }

private Q_SLOTS:
    void picturesOfTheSameRowsStandSideBySide() {
        const Workspace w = workspace();
        for (const char* id : {"rows", "a", "b"}) {
            const auto sheets = sheetsOf(w, id);
            QVERIFY(!sheets.empty());
            const ScoreSheet& sheet = sheets.front();
            QCOMPARE(sheet.columns, (QStringList{"name of a", "name of b"}));
            QCOMPARE(sheet.rows.size(), size_t(1));
            QCOMPARE(sheet.rows[0].values, (QStringList{"0.9000", "0.8000"}));  // the newest of a
            QVERIFY(sheet.remark.contains("name of rows"));
        }
        QCOMPARE(sheetsOf(w, "a").size(), size_t(1));
        QVERIFY(sheetsOf(w, "nobody").empty());
    }

    void theQuestionOfShapeHasAVerdictAndIntervals() {
        const auto sheets = sheetsOf(workspace(), "rows");
        QCOMPARE(sheets.size(), size_t(2));
        const ScoreSheet& sheet = sheets[1];
        QVERIFY(sheet.verdict);
        QCOMPARE(sheet.columns.size(), 2);
        QCOMPARE(sheet.rows.size(), size_t(2));
        QCOMPARE(sheet.rows[0].values, (QStringList{"0.3500", "0.4500"}));
        QCOMPARE(sheet.rows[1].name, QStringLiteral("Relative delta, cats"));
        QCOMPARE(sheet.intervals.size(), size_t(3));
        QVERIFY(sheet.intervals[0].isOwn && !sheet.intervals[1].isOwn);
        QCOMPARE(sheet.intervals[2].name, QStringLiteral("cats"));
        QCOMPARE(sheet.intervals[2].low, 0.10);
    }

    void ofATextAllWaysToCutItStandSideBySide() {
        Workspace workspace;
        workspace.add(
            {.id = "t", .name = "text", .payload = std::make_shared<const Text>(Text::ofLines("abcdefgh"))});
        const auto add = [&](const char* id, std::vector<uint64_t> ends) {
            Segmentation cut;
            cut.length = 8;
            cut.inventory = {"x"};
            cut.levels = {{ends, std::vector<uint32_t>(ends.size(), 0)}};
            MadeBy madeBy;
            madeBy.inputs = {{"text", "t"}};
            madeBy.results = {{"units", ends.size()}, {"inventory", 1}, {"bits", 12.0}};
            workspace.add({.id = id,
                           .name = id,
                           .payload = std::make_shared<const Segmentation>(cut),
                           .madeBy = madeBy});
        };
        QVERIFY(sheetsOf(workspace, "t").empty());
        add("twos", {2, 4, 6, 8});
        QCOMPARE(sheetsOf(workspace, "t").size(), size_t(1));
        add("fours", {4, 8});
        const auto sheets = sheetsOf(workspace, "t");
        QCOMPARE(sheets.size(), size_t(2));
        QCOMPARE(sheets[0].rows[0].values, (QStringList{"4", "1", "1.50", QStringLiteral("\u2013")}));
        // One cut of one and three of the other, one of them the same.
        QCOMPARE(sheets[1].rows[0].values, (QStringList{QStringLiteral("\u2013"), "0.50"}));
        QCOMPARE(sheets[1].rows[1].shades, (std::vector<double>{0.5, 0}));
    }

    void cardsFillColumns() {
        QWidget page;
        auto* columns = new CardColumns(360, 10, &page);
        columns->setContentsMargins(0, 0, 0, 0);
        for (const ScoreSheet& sheet : sheetsOf(workspace(), "rows"))
            columns->addWidget(new ScoreCard(sheet));
        columns->setGeometry({0, 0, 740, 600});
        QCOMPARE(columns->itemAt(0)->geometry().topLeft(), QPoint(0, 0));
        QCOMPARE(columns->itemAt(1)->geometry().left(), 375);
        columns->setGeometry({0, 0, 500, 600});
        QCOMPARE(columns->itemAt(1)->geometry().left(), 0);
        QVERIFY(columns->itemAt(1)->geometry().top() > columns->itemAt(0)->geometry().bottom());
        QCOMPARE(columns->heightForWidth(500), columns->itemAt(1)->geometry().bottom() + 1);
        columns->clear();
        QCOMPARE(columns->count(), 0);
    }

    void theFigureIsPaintedToItsEnd() {
        const Figure figure = scoreFigure(sheetsOf(workspace(), "rows"));
        QImage image(figure.preferredSize.toSize(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        figure.paint(painter, figure.preferredSize);
        painter.end();
        bool inkBelow = false;
        for (int x = 0; x < image.width(); ++x)
            for (int y = image.height() - 32; y < image.height(); ++y)
                inkBelow |= image.pixel(x, y) != qRgb(255, 255, 255);
        QVERIFY(inkBelow);
    }
};

HOROCYCLE_TEST_MAIN(ScoresTest)
#include "ScoresTest.moc"
