#include <QtTest/QtTest>

#include "tests/views/TestMain.h"
#include "views/table/RowsModel.h"
#include "views/workspace/ItemPicture.h"

using namespace horo;
using namespace horo::views;

class RowsModelTest : public ViewTest {
    Q_OBJECT

    std::shared_ptr<const Hierarchy> hierarchy_ =
        *Hierarchy::create(*Items::create({"all", "tops", "Shirt", "Coat"}), {{0, 1}, {1, 2}, {1, 3}});
    std::shared_ptr<Embedding> images_;

private Q_SLOTS:
    void initTestCase() {
        images_ = std::make_shared<Embedding>();
        images_->items = *Items::create({"0", "1", "2"}, "a file");
        images_->vectors = Vectors(3, 4, std::vector<float>{0, 1, 0, 1, 1, 1, 1, 1, 0, 0, 0, .5});
        images_->picture = PictureShape{2, 2, 1};
        images_->labels = {"Coat", "Shirt", "Coat"};
        auto about = std::make_shared<Table>();
        about->columns = {{"place", std::vector<std::string>{"Rome", "Oslo", "Lima"}},
                          {"price", std::vector<double>{30, std::nan(""), 20}}};
        images_->about = about;
    }

    void columnsSayWhatTheFileAndTheHierarchySay() {
        RowsModel model;
        model.setRows(RowColumns(hierarchy_, images_, true), [](ItemId) { return QImage(); });
        QStringList titles;
        for (int c = 0; c < model.columnCount(); ++c)
            titles << model.headerData(c, Qt::Horizontal, Qt::DisplayRole).toString();
        QCOMPARE(titles.first(7), (QStringList{"Image", "Id", "Class", "Path", "place", "price", "Norm"}));
        QStringList row;
        for (int c = 1; c < 6; ++c)
            row << model.data(model.index(1, c), Qt::DisplayRole).toString();
        QCOMPARE(row, (QStringList{"1", "Shirt", "all / tops", "Oslo", QStringLiteral("–")}));
    }

    void sortingAndFilteringKeepTheRowsTogether() {
        RowsModel model;
        model.setRows(RowColumns(hierarchy_, images_, false), {});
        const auto names = [&] {
            QStringList all;
            for (int r = 0; r < model.rowCount(); ++r)
                all << model.data(model.index(r, 0), Qt::DisplayRole).toString();
            return all;
        };
        model.sort(4, Qt::DescendingOrder);  // price
        QCOMPARE(names(), (QStringList{"0", "2", "1"}));
        model.setFilter({1, 0, 1});
        QCOMPARE(names(), (QStringList{"0", "2"}));
        QCOMPARE(model.rowOfItem(images_->items->id(1)), -1);
        QCOMPARE(model.rowOfItem(images_->items->id(2)), 1);
        QCOMPARE(model.itemAt(1), images_->items->id(2));
        model.setFilter({});
        QCOMPARE(names(), (QStringList{"0", "2", "1"}));
    }

    void aRowThatIsAPictureIsDrawn() {
        const QImage picture = rowPicture(*images_, 2);
        QCOMPARE(picture.size(), QSize(2, 2));
        QCOMPARE(picture.pixel(0, 0), qRgb(0, 0, 0));
        QCOMPARE(picture.pixel(1, 1), qRgb(128, 128, 128));
        Workspace workspace;
        workspace.add({.id = "e", .name = "images", .payload = std::shared_ptr<const Embedding>(images_)});
        QVERIFY(!itemPicture(workspace, images_->items->id(0)).isNull());
        QVERIFY(itemPicture(workspace, 12345).isNull());
    }
};

HOROCYCLE_TEST_MAIN(RowsModelTest)
#include "RowsModelTest.moc"
