// What a painted view gets from its base: link, selection, hover, figure; and what a fault of its own does.
#include "views/view/PaintedView.h"

#include <QImage>
#include <QPainter>
#include <QTest>
#include <stdexcept>

#include "tests/views/TestMain.h"
#include "views/theme/Theme.h"
#include "views/view/ViewClass.h"

using namespace horo;
using namespace horo::views;

namespace {

/// Rows as squares from left to right, each 40 px wide.
class Squares : public PaintedView {
public:
    static ViewType viewType() { return {"squares", "Squares", "chart", {Kind::Embedding}, {}}; }
    Squares(WorkspaceModel& model, ViewState state)
        : PaintedView(model, std::move(state), viewType(), nullptr) {}

    bool isBroken = false;
    mutable int painted = 0;
    int loads = 0;

protected:
    void load(const Payload& object) override {
        ++loads;
        items_ = std::get<std::shared_ptr<const Embedding>>(object)->items;
    }
    void paint(QPainter& painter, QSizeF, const Theme& theme) const override {
        ++painted;
        if (isBroken) throw std::runtime_error("no squares today");
        for (size_t i = 0; i < items_->size(); ++i)
            painter.fillRect(square(i), theme.colour(isSelected(items_->id(i)) ? Token::Ink : Token::Accent));
    }
    ItemId itemAt(QPointF place, QSizeF) const override {
        for (size_t i = 0; i < items_->size(); ++i)
            if (square(i).contains(place)) return items_->id(i);
        return 0;
    }
    std::vector<ItemId> itemsIn(QRectF box, QSizeF) const override {
        std::vector<ItemId> found;
        for (size_t i = 0; i < items_->size(); ++i)
            if (box.contains(square(i).center())) found.push_back(items_->id(i));
        return found;
    }
    QString caption() const override { return "Squares."; }

private:
    static QRectF square(size_t i) { return {10 + 40.0 * static_cast<double>(i), 10, 30, 30}; }
    std::shared_ptr<const Items> items_;
};

}  // namespace

class PaintedViewTest : public ViewTest {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        ViewTest::init();
        model_ = std::make_unique<WorkspaceModel>();
        auto embedding = std::make_shared<Embedding>();
        embedding->items = *Items::create({"a", "b", "c"});
        embedding->vectors = Vectors(3, 1, std::vector<double>{1, 2, 3});
        Workspace workspace;
        Object object;
        object.id = "embedding-1";
        object.name = "rows";
        object.payload = std::shared_ptr<const Embedding>(embedding);
        workspace.add(std::move(object));
        workspace.views.push_back({"v", "squares", {"embedding-1"}, nlohmann::json::object()});
        model_->reset(std::move(workspace));
        view_ = std::make_unique<Squares>(*model_, model_->workspace().views.front());
        view_->resize(300, 120);
        view_->show();
        QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
    }
    void cleanup() {
        view_.reset();
        model_.reset();
    }

    void aClickSelectsAndKeysAddTakeAwayAndClear() {
        QTest::mouseClick(canvas(), Qt::LeftButton, {}, {20, 20});
        QCOMPARE(model_->selection().size(), 1u);
        QCOMPARE(model_->selection().focus(), itemId("a"));
        QTest::mouseClick(canvas(), Qt::LeftButton, Qt::ShiftModifier, {60, 20});
        QCOMPARE(model_->selection().size(), 2u);
        QTest::mouseClick(canvas(), Qt::LeftButton, Qt::AltModifier, {20, 20});
        QCOMPARE(model_->selection().size(), 1u);
        QVERIFY(model_->selection().contains(itemId("b")));
        QTest::keyClick(canvas(), Qt::Key_Escape);
        QVERIFY(model_->selection().empty());
    }

    void aDragSelectsWhatLiesInIt() {
        QTest::mousePress(canvas(), Qt::LeftButton, {}, {2, 2});
        QTest::mouseMove(canvas(), {90, 60});
        QTest::mouseRelease(canvas(), Qt::LeftButton, {}, {90, 60});
        QCOMPARE(model_->selection().size(), 2u);
        QVERIFY(!model_->selection().contains(itemId("c")));
    }

    void hoverIsOneForAllViewsWhileLinked() {
        QTest::mouseMove(canvas(), {20, 20});
        QTRY_COMPARE(model_->hovered(), itemId("a"));
        model_->hover(0);
        view_->setLinked(false);
        QTest::mouseMove(canvas(), {60, 20});
        QCoreApplication::processEvents();
        QCOMPARE(model_->hovered(), ItemId{0});
    }

    void picturesOfARunAreLoaded() {
        const int before = view_->loads;
        auto moved = std::make_shared<Embedding>();
        moved->items = *Items::create({"a", "b", "c"});
        moved->vectors = Vectors(3, 1, std::vector<double>{3, 2, 1});
        model_->publishLive("embedding-1", std::shared_ptr<const Embedding>(moved));
        QCOMPARE(view_->loads, before + 1);
        model_->hover(1);
        QCOMPARE(view_->loads, before + 1);  // only when there is something new
    }

    void aFigureIsPaintedWithoutTheScreen() {
        const Figure figure = view_->figure();
        QCOMPARE(figure.caption, QString("Squares."));
        QImage image(300, 120, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        figure.paint(painter, image.size());
        QVERIFY(image.pixelColor(25, 25) != QColor(Qt::white));
        QCOMPARE(image.pixelColor(290, 110), QColor(Qt::white));
    }

    void aFaultIsShownAndTheWindowStays() {
        view_->isBroken = true;
        canvas()->repaint();
        const int times = view_->painted;
        canvas()->repaint();
        QCOMPARE(view_->painted, times);  // it is not asked again until there is something new
        QTest::mouseMove(canvas(), {20, 20});
        QVERIFY(view_->isVisible());
    }

private:
    QWidget* canvas() const {
        for (auto* child : view_->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
            if (child->focusPolicy() == Qt::StrongFocus && child->height() > 60) return child;
        return nullptr;
    }
    std::unique_ptr<WorkspaceModel> model_;
    std::unique_ptr<Squares> view_;
};

HOROCYCLE_TEST_MAIN(PaintedViewTest)
#include "PaintedViewTest.moc"
