#include <QtTest/QtTest>

#include "app/NearItems.h"
#include "tests/views/TestMain.h"

using namespace horo;
using namespace horo::app;
using namespace horo::views;

class NearItemsTest : public ViewTest {
    Q_OBJECT

    std::shared_ptr<const Hierarchy> hierarchy_ =
        *Hierarchy::create(*Items::create({"all", "tops", "Shirt", "Coat"}), {{0, 1}, {1, 2}, {1, 3}});
    WorkspaceModel model_;
    std::shared_ptr<const Items> items_ = *Items::create({"0", "1", "2", "3"}, "a file");

private Q_SLOTS:
    void initTestCase() {
        auto pixels = std::make_shared<Embedding>();
        pixels->items = items_;
        pixels->vectors = Vectors(4, 4, std::vector<float>{1, 0, 0, 0, 5, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0});
        pixels->labels = {"Coat", "Shirt", "Coat", "Hat"};
        auto plane = std::make_shared<Embedding>();
        plane->items = items_;
        plane->vectors = Vectors(4, 2, std::vector<float>{0, 0, 9, 9, 1, 0, 0, 2});
        Workspace workspace;
        workspace.add({.id = "h", .name = "clothes", .payload = hierarchy_});
        workspace.add({.id = "p", .name = "pixels", .payload = std::shared_ptr<const Embedding>(pixels)});
        workspace.add({.id = "q", .name = "plane", .payload = std::shared_ptr<const Embedding>(plane)});
        model_.reset(workspace);
    }

    void everySpaceOfAnItemIsOfferedAndTheCosineWhereItSaysSomething() {
        const auto all = nearnessesOf(model_.workspace(), {items_->id(0), {}});
        using By = Nearness::By;
        QVERIFY(all == (std::vector<Nearness>{{"q", By::Distance}, {"p", By::Distance}, {"p", By::Cosine}}));
        QVERIFY(nearnessesOf(model_.workspace(), {hierarchy_->items()->id(2), {}}) ==
                (std::vector<Nearness>{{"h", By::Edges}}));
        QCOMPARE(nearnessTitle(model_.workspace(), all[2]), QStringLiteral("Cosine"));
    }

    void theNearestAreThoseOfTheChosenDistance() {
        const auto rows = [&](const Nearness& nearness) {
            QStringList names;
            for (const NearItem& near : nearItems(model_, nearness, {items_->id(0), {}}, 3))
                names << QString::fromStdString(items_->name(*items_->rowOf(near.item))) + " " + near.value;
            return names;
        };
        QCOMPARE(rows({"q", Nearness::By::Distance}), (QStringList{"2 1.00", "3 2.00", "1 12.73"}));
        // A row of zeros has no angle.
        QCOMPARE(rows({"p", Nearness::By::Cosine}), (QStringList{"1 0.000", "2 0.293"}));
        const auto tree = nearItems(model_, {"h", Nearness::By::Edges}, {hierarchy_->items()->id(2), {}}, 2);
        QCOMPARE(tree.size(), size_t{2});
        QCOMPARE(tree[0].item, hierarchy_->items()->id(1));
    }

    void whatIsWrittenIsAPointOfTheSpacesThatItFits() {
        using By = Nearness::By;
        QVERIFY(nearnessesOf(model_.workspace(), {0, "1 1"}) == (std::vector<Nearness>{{"q", By::Distance}}));
        QCOMPARE(nearnessesOf(model_.workspace(), {0, "0 + 2"}).size(), size_t{3});
        QVERIFY(nearnessesOf(model_.workspace(), {0, "nobody"}).empty());
        const auto near = nearItems(model_, {"q", By::Distance}, {0, "1 1"}, 2);
        QCOMPARE(near.size(), size_t{2});
        QCOMPARE(near[0].item, items_->id(2));
        // Who is named is not among them.
        QCOMPARE(nearItems(model_, {"q", By::Distance}, {0, "0 + 2"}, 3).front().item, items_->id(3));
        QCOMPARE(nearItems(model_, {"q", By::Distance}, {0, "0 + 2"}, 3).size(), size_t{2});
    }

    void anItemIsCalledByItsClassOrItsName() {
        QCOMPARE(faceOf(model_.workspace(), items_->id(0)).name, QStringLiteral("Coat"));
        QCOMPARE(faceOf(model_.workspace(), items_->id(3)).name, QStringLiteral("Hat"));
        QCOMPARE(faceOf(model_.workspace(), hierarchy_->items()->id(1)).name, QStringLiteral("tops"));
    }
};

HOROCYCLE_TEST_MAIN(NearItemsTest)
#include "NearItemsTest.moc"
