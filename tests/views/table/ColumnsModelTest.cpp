// Columns of a table: what stands in a cell, and sorting.
#include "views/table/ColumnsModel.h"

#include <QPainter>
#include <QTest>
#include <limits>

#include "tests/views/TestMain.h"
#include "views/table/TableView.h"

using namespace horo;
using namespace horo::views;

class ColumnsModelTest : public ViewTest {
    Q_OBJECT

private Q_SLOTS:
    void numbersAndTexts() {
        ColumnsModel model;
        model.setTable(table());
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(column(model, 0), QStringList({"b", "a", "d", "c"}));
        QCOMPARE(column(model, 1), QStringList({"1,200", "0.125", "–", "−3"}));
        QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), QString("name"));
        QCOMPARE(model.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), QString("Column 3"));
    }

    void sorts() {
        ColumnsModel model;
        model.setTable(table());
        model.sort(0, Qt::AscendingOrder);
        QCOMPARE(column(model, 0), QStringList({"a", "b", "c", "d"}));
        model.sort(1, Qt::DescendingOrder);
        QCOMPARE(column(model, 0), QStringList({"b", "a", "c", "d"}));  // undefined last
    }

    void theViewShowsATable() {
        WorkspaceModel workspace;
        Workspace state;
        Object object;
        object.id = object.name = "distances";
        object.payload = table();
        state.add(std::move(object));
        workspace.reset(state);
        TableView view(workspace, {"v", "table", {"distances"}, nlohmann::json::object()});
        view.resize(500, 300);
        view.show();
        workspace.select(Selection({}, "test"));
        const Figure figure = view.figure();
        QCOMPARE(figure.caption, QString("Rows 1 to 4 of 4."));
        QImage paper(480, 100, QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&paper);
        figure.paint(painter, figure.preferredSize);
    }

private:
    static std::shared_ptr<const Table> table() {
        Table table;
        table.columns.push_back({"name", std::vector<std::string>{"b", "a", "d", "c"}});
        table.columns.push_back(
            {"distance", std::vector<double>{1200, 0.125, std::numeric_limits<double>::quiet_NaN(), -3}});
        table.columns.push_back({"", std::vector<double>{1, 2, 3, 4}});
        return std::make_shared<const Table>(std::move(table));
    }
    static QStringList column(const ColumnsModel& model, int c) {
        QStringList values;
        for (int row = 0; row < model.rowCount(); ++row)
            values << model.data(model.index(row, c), Qt::DisplayRole).toString();
        return values;
    }
};

HOROCYCLE_TEST_MAIN(ColumnsModelTest)
#include "ColumnsModelTest.moc"
