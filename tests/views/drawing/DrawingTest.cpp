#include <QPainter>
#include <QtTest/QtTest>
#include <numeric>

#include "tests/views/TestMain.h"
#include "tests/views/demo/sample_tree.h"
#include "views/drawing/DrawingSettings.h"
#include "views/drawing/Partition.h"
#include "views/drawing/Treemap.h"

using namespace horo;
using namespace horo::views;

namespace {

const QSizeF size(640, 480);

std::shared_ptr<const DrawnTree> drawnTree(size_t nodes) {
    return std::make_shared<const DrawnTree>(HierarchyLook::of(demo::randomTree(nodes)));
}

DrawingScene sceneOf(const std::string& layout, size_t nodes) {
    const auto tree = drawnTree(nodes);
    return {Drawing::make(layout), tree, tree->top(), size};
}

}  // namespace

class DrawingTest : public ViewTest {
    Q_OBJECT

private Q_SLOTS:
    void sharesOfChildrenMakeUpTheirParent() {
        const auto tree = drawnTree(500);
        for (Node v = 0; v < 500; ++v) {
            const auto children = tree->children(v);
            if (children.empty()) continue;
            double sum = 0, at = tree->start(v);
            for (const Node child : children) {
                QVERIFY(std::abs(tree->start(child) - at) < 1e-12);
                at += tree->share(child), sum += tree->share(child);
            }
            QVERIFY(std::abs(sum - tree->share(v)) < 1e-12);
        }
    }

    void weightsThatAreNoWeightsCountAsNothing() {
        const auto hierarchy = demo::randomTree(50);
        std::vector<double> weights(50, NAN);
        weights[3] = -5, weights[7] = INFINITY;
        const DrawnTree all(HierarchyLook::of(hierarchy), weights);
        QCOMPARE(all.share(all.top()), 1.0);  // as if there were none
        weights[11] = 2, weights[12] = 6;
        const DrawnTree two(HierarchyLook::of(hierarchy), weights);
        QCOMPARE(two.share(all.top()), 1.0);
        const Node leaf = hierarchy->isLeaf(12) ? 12 : 11;
        if (hierarchy->isLeaf(12)) QCOMPARE(two.share(leaf), .75);
    }

    void equalWeightsShareEquallyAmongSiblings() {
        const auto hierarchy = demo::randomTree(300);
        const auto look = HierarchyLook::of(hierarchy);
        const DrawnTree tree(look, equalWeights(look->tree()));
        for (Node v = 0; v < 300; ++v)
            for (const Node child : tree.children(v))
                QVERIFY(std::abs(tree.share(child) * static_cast<double>(tree.children(v).size()) -
                                 tree.share(v)) < 1e-12);
    }

    void levelsFillTheirRoomAndNoneIsThinnerThanAllowed() {
        for (const int levels : {1, 2, 7, 19, 400, 1000000})
            for (const double room : {30.0, 300.0, 2000.0}) {
                const auto borders = levelBorders(levels, room, 100, 5);
                QVERIFY(borders.size() >= 2);
                QVERIFY(std::abs(borders.back() - room) < 1e-6);
                for (size_t i = 1; i < borders.size(); ++i)
                    QVERIFY(borders[i] - borders[i - 1] > 4.99);
            }
    }

    void areasOfATreemapAreAsItsWeights() {
        const std::vector<double> weights{60, 40, 25, 25, 10, 5, 5, 1, .5, .01};
        const QRectF room(10, 20, 600, 400);
        const auto boxes = squarified(weights, room);
        const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
        for (size_t i = 0; i < boxes.size(); ++i) {
            QVERIFY(std::abs(boxes[i].width() * boxes[i].height() / (600 * 400) - weights[i] / all) < 1e-9);
            QVERIFY(room.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(boxes[i]));
            for (size_t j = 0; j < i; ++j) {
                const QRectF both = boxes[i].intersected(boxes[j]);
                QVERIFY(both.width() * both.height() < 1e-6);
            }
        }
    }

    /// The published example of Bruls, Huizing & van Wijk: 6, 6, 4, 3, 2, 2, 1 in a room of 6 x 4.
    void theTreemapOfThePaperIsTheirs() {
        const auto boxes = squarified({6, 6, 4, 3, 2, 2, 1}, QRectF(0, 0, 6, 4));
        QCOMPARE(boxes[0], QRectF(0, 0, 3, 2));
        QCOMPARE(boxes[1], QRectF(0, 2, 3, 2));
        QVERIFY(std::abs(boxes[2].width() - 12.0 / 7) < 1e-9);
        QVERIFY(std::abs(boxes[2].height() - 7.0 / 3) < 1e-9);
    }

    void smallSiblingsAreMergedAndNoCellIsTooSmall() {
        const auto tree = drawnTree(5000);
        const auto cells = partition(
            *tree, tree->top(), {0, 10, 20, 30, 40}, [](int) { return 100.0; }, 2);
        std::map<int, double> sums;
        bool merged = false;
        for (const DrawnCell& cell : cells) {
            merged |= cell.merged;
            if (cell.parent < 0) continue;
            const DrawnCell& above = cells[static_cast<size_t>(cell.parent)];
            QVERIFY(above.open);
            QVERIFY(cell.a0 >= above.a0 - 1e-9 && cell.a1 <= above.a1 + 1e-9);
            sums[cell.parent] += cell.a1 - cell.a0;
        }
        QVERIFY(merged);
        for (const auto& [parent, sum] : sums)
            QVERIFY(std::abs(sum - (cells[static_cast<size_t>(parent)].a1 -
                                    cells[static_cast<size_t>(parent)].a0)) < 1e-9);
    }

    void theCellUnderItsMiddleIsTheCell() {
        for (const std::string& layout : Drawing::layouts()) {
            const DrawingScene scene = sceneOf(layout, 60);
            for (size_t i = 0; i < scene.cells().size(); ++i) {
                const DrawnCell& cell = scene.cells()[i];
                if (cell.open && scene.drawing().nests()) continue;  // its children lie over its middle
                const auto found = scene.cellAt(scene.drawing().middle(cell, size));
                QVERIFY2(found, layout.c_str());
                if (!scene.drawing().isNodeLink()) QCOMPARE(*found, i);
            }
        }
    }

    void whatIsHiddenIsFoundAtWhatStandsForIt() {
        for (const std::string& layout : Drawing::layouts()) {
            const DrawingScene scene = sceneOf(layout, 20000);
            QVERIFY(scene.drawn() < 20000);
            for (Node v = 0; v < 20000; v += 17) {
                const auto cell = scene.cellOf(v);
                QVERIFY(cell);
                const Node shown = scene.cells()[*cell].node;
                QVERIFY(shown == DrawnTree::whole || scene.tree().tree().isBelow(v, shown));
            }
        }
    }

    void namesDoNotOverlap() {
        const DrawingScene scene = sceneOf("radial", 400);
        const QFontMetricsF metrics(QGuiApplication::font());
        const auto labels = scene.labels(metrics, {});
        QVERIFY(labels.size() > 5);
        std::vector<QPolygonF> boxes;
        for (const PlacedLabel& label : labels) {
            const double free = (label.room.width - label.width) / 2;
            const double shift = label.room.alignment & Qt::AlignLeft    ? -free
                                 : label.room.alignment & Qt::AlignRight ? free
                                                                         : 0;
            QTransform turn;
            turn.translate(label.room.middle.x(), label.room.middle.y());
            turn.rotate(label.room.angle);
            boxes.push_back(turn.map(QPolygonF(
                QRectF(shift - label.width / 2, -label.room.height / 2, label.width, label.room.height))));
            for (size_t i = 0; i + 1 < boxes.size(); ++i)
                QVERIFY(boxes[i].intersected(boxes.back()).isEmpty());
        }
    }

    void aDeepChainIsDrawnAsFarAsThereIsRoom() {
        std::vector<std::string> names;
        std::vector<Hierarchy::Edge> edges;
        for (Node v = 0; v < 200000; ++v) {
            names.push_back("n" + std::to_string(v));
            if (v > 0) edges.push_back({v - 1, v});
        }
        const auto hierarchy = Hierarchy::create(*Items::create(std::move(names)), std::move(edges));
        const auto tree = std::make_shared<const DrawnTree>(HierarchyLook::of(*hierarchy));
        for (const std::string& layout : Drawing::layouts()) {
            const DrawingScene scene(Drawing::make(layout), tree, tree->top(), size);
            QVERIFY(!scene.isEmpty());
            QVERIFY(scene.cells().size() < 1000);
        }
    }

    void theWayInBeginsWhereThePictureWasAndEndsWhereItIs() {
        const DrawingScene before = sceneOf("icicle", 300);
        Node child = 0;
        for (const Node v : before.tree().children(before.focus()))
            if (before.tree().height(v) > 0) child = v;
        const DrawingScene after(Drawing::make("icicle"), std::make_shared<DrawnTree>(before.tree()), child,
                                 size);
        const auto first = after.between(before, 0), last = after.between(before, 1);
        const DrawnCell& was = before.cells()[*before.cellOf(child)];
        QVERIFY(std::abs(first[0].a0 - was.a0) < 1e-9 && std::abs(first[0].a1 - was.a1) < 1e-9);
        QVERIFY(std::abs(last[0].a1 - after.cells()[0].a1) < 1e-9);
    }

    void settingsSurviveRubbish() {
        const auto settings = drawingSettingsFromJson(
            {{"layout", "spiral"}, {"level", -4}, {"extra", 3}, {"labels", "no"}, {"size", nullptr}});
        QVERIFY(settings == DrawingSettings());
        DrawingSettings other;
        other.layout = "radial", other.extra = ExtraParents::All, other.focus = "x", other.labels = false;
        QVERIFY(drawingSettingsFromJson(toJson(other)) == other);
    }

    void everyLayoutPaintsSomething() {
        for (const std::string& layout : Drawing::layouts()) {
            const DrawingScene scene = sceneOf(layout, 2000);
            DrawingInk ink;
            ink.theme = Theme::builtIn(true);
            ink.colours.assign(2000, 0xFF3F5BD8);
            ink.selected.assign(2000, 0);
            ink.selected[1999] = 1, ink.focus = 1999;
            ink.extra = ExtraParents::All;
            QImage image(size.toSize(), QImage::Format_RGB32);
            image.fill(Qt::black);
            QPainter painter(&image);
            paintDrawing(painter, scene, scene.cells(), ink);
            paintHovered(painter, scene, scene.cells().size() - 1, ink.theme);
            painter.end();
            int painted = 0;
            for (int y = 0; y < image.height(); y += 3)
                for (int x = 0; x < image.width(); x += 3)
                    painted += image.pixel(x, y) != qRgb(0, 0, 0);
            QVERIFY2(painted > 500, layout.c_str());
        }
    }
};

HOROCYCLE_TEST_MAIN(DrawingTest)
#include "DrawingTest.moc"
