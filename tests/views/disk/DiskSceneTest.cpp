#include <QtTest/QtTest>
#include <set>

#include "tests/views/TestMain.h"
#include "tests/views/demo/layout.h"
#include "tests/views/demo/sample_tree.h"
#include "views/disk/DiskLabels.h"
#include "views/disk/DiskMesh.h"
#include "views/tree/NodeSelection.h"

using namespace horo;
using namespace horo::views;

namespace {

struct Sample {
    std::shared_ptr<const Hierarchy> hierarchy;
    std::shared_ptr<const SpanningTree> tree;
    DiskSubject subject;

    explicit Sample(size_t n, size_t extraEvery = 0) : hierarchy(demo::randomTree(n, 4, extraEvery)) {
        tree = std::make_shared<SpanningTree>(*hierarchy);
        const auto embedding = demo::radialLayout(*hierarchy, *tree);
        subject = DiskSubject(*embedding, hierarchy, tree);
        subject.points = diskChart(*embedding, diskAxes(*embedding, {})).points;
        subject.colours.assign(n, 0xFF336699);
    }
    void select(Node node) {
        subject.select(
            Selection(itemsOfSubtree(*hierarchy, *tree, node, false), "test", hierarchy->items()->id(node)));
    }
};

DiskLabelOptions options() {
    DiskLabelOptions options;
    options.measure = [](const std::string& text, bool strong) {
        return static_cast<double>(text.size()) * (strong ? 6.6 : 6.0);
    };
    options.elide = [](const std::string& text, bool, double width) {
        return text.substr(0, static_cast<size_t>(width / 6.7));
    };
    return options;
}

void requireApart(const std::vector<DiskLabel>& labels) {
    for (size_t i = 0; i < labels.size(); ++i)
        for (size_t j = i + 1; j < labels.size(); ++j)
            QVERIFY2(!labels[i].box.meets(labels[j].box),
                     qPrintable(QString::fromStdString(labels[i].text + " meets " + labels[j].text)));
}

}  // namespace

class DiskSceneTest : public ViewTest {
    Q_OBJECT

private Q_SLOTS:
    void everyRowAndEdgeIsDrawn() {
        Sample sample(1000);
        DiskSceneBuilder builder(sample.subject);
        const DiskFrame frame = DiskFrame::fit(1000, 800, {});
        const DiskScene& scene = builder.build({}, frame, DiskDetail::Full, {});
        QCOMPARE(scene.drawn(), size_t{1000});
        QCOMPARE(scene.totalEdges, size_t{999});
        QVERIFY(scene.lines.size() > 900);
        for (const DiskMark& mark : scene.marks)
            QVERIFY(std::hypot(mark.at.x, mark.at.y) <= 1);
    }

    void theSampleInMotionKeepsEveryBranchAndIsClosedUpwards() {
        Sample sample(30000);
        const auto rows = sample.subject.sample(4000);
        QVERIFY(rows.size() <= 4000 && rows.size() > 3000);
        const std::set<uint32_t> taken(rows.begin(), rows.end());
        for (const uint32_t row : rows)
            if (sample.subject.parentRow(row) != DiskSubject::none)
                QVERIFY(taken.contains(sample.subject.parentRow(row)));
        for (const Node child : sample.tree->children(0))
            if (sample.tree->subtreeSize(child) > 20) QVERIFY(taken.contains(child));
    }

    void selectedMarksComeLastAndAreLargeEnough() {
        Sample sample(500);
        sample.select(1);
        DiskSceneBuilder builder(sample.subject);
        const DiskScene& scene = builder.build({}, DiskFrame::fit(800, 600, {}), DiskDetail::Full, {});
        const size_t selected = sample.tree->subtreeSize(1);
        for (size_t i = 0; i < scene.marks.size(); ++i) {
            QCOMPARE(scene.marks[i].selected, i >= scene.marks.size() - selected);
            if (scene.marks[i].selected) QVERIFY(scene.marks[i].radius >= 3);
        }
        QCOMPARE(scene.focus, uint32_t{1});
    }

    void additionalParentsAreDashedOnDemand() {
        Sample sample(400, 5);
        DiskSceneBuilder builder(sample.subject);
        const DiskFrame frame = DiskFrame::fit(800, 600, {});
        const auto dashed = [&](bool on) {
            const DiskScene& scene = builder.build({}, frame, DiskDetail::Full, {true, on, 0});
            return std::count_if(scene.lines.begin(), scene.lines.end(),
                                 [](const DiskLine& line) { return line.dashed; });
        };
        QCOMPARE(dashed(false), 0);
        QVERIFY(dashed(true) > 20);
    }

    void itemsOfAnotherOrderFindTheirNodes() {
        Sample sample(50);
        std::vector<std::string> names;
        for (size_t i = 0; i < 40; ++i)
            names.push_back("node " + std::to_string(49 - i));
        names.push_back("a stranger");
        Embedding others;
        others.items = *Items::create(names);
        others.vectors = Vectors(41, 2, std::vector<double>(82));
        const DiskSubject subject(others, sample.hierarchy, sample.tree);
        QCOMPARE(subject.nodeOf(0), Node{49});
        QCOMPARE(subject.nodeOf(40), SpanningTree::none);
        // Nodes 0 to 9 have no rows: what hangs under them has no parent in the picture.
        for (uint32_t row = 0; row < 40; ++row)
            if (subject.parentRow(row) != DiskSubject::none)
                QVERIFY(sample.tree->isBelow(subject.nodeOf(row), subject.nodeOf(subject.parentRow(row))));
    }

    void rowsWithLabelsBelongToNodesAndAreSelectedWithThem() {
        Sample sample(50);
        Embedding images;
        images.items = *Items::create({"0", "1", "2", "3"}, "a file");
        images.vectors = Vectors(4, 2, std::vector<double>(8));
        images.labels = {"node 7", "node 9", "nowhere", "node 7"};
        DiskSubject subject(images, sample.hierarchy, sample.tree);
        QVERIFY(subject.byLabel());
        QCOMPARE(subject.nodeOf(3), Node{7});
        QCOMPARE(subject.nodeOf(2), SpanningTree::none);
        QVERIFY(!subject.isNode(3));
        QCOMPARE(subject.edgeCount(), size_t{0});
        QCOMPARE(QString::fromStdString(subject.label(3)), QStringLiteral("3"));
        subject.select(Selection({sample.hierarchy->items()->id(7)}, "test"));
        QCOMPARE(subject.selectedRows(), (std::vector<uint32_t>{0, 3}));
        subject.select(Selection({images.items->id(1)}, "test"));
        QCOMPARE(subject.selectedRows(), (std::vector<uint32_t>{1}));
        QVERIFY(!subject.sample(3).empty() && subject.sample(3).size() <= 3);
    }

    void thePickerFindsTheNearestMarkWithinReach() {
        Sample sample(2000);
        DiskSceneBuilder builder(sample.subject);
        const DiskFrame frame = DiskFrame::fit(900, 700, {});
        const DiskScene& scene = builder.build({}, frame, DiskDetail::Full, {});
        const DiskPicker picker(scene, frame);
        Random random(9);
        for (int i = 0; i < 300; ++i) {
            const double x = random.uniform(0, 900), y = random.uniform(0, 700);
            double best = 8, middle = 1e9;
            for (const DiskMark& mark : scene.marks) {
                const double distance = std::hypot(frame.pixelX(mark.at) - x, frame.pixelY(mark.at) - y);
                const double gap = std::max(0.0, distance - mark.radius);
                if (gap < best || (gap == best && distance < middle)) best = gap, middle = distance;
            }
            const auto found = picker.nearest(x, y);
            QCOMPARE(found.has_value(), middle < 1e9);
            if (!found) continue;
            const Spot at = builder.spot(*found);
            QVERIFY(std::abs(std::hypot(frame.pixelX(at) - x, frame.pixelY(at) - y) - middle) < 0.01);
        }
    }

    void namesNeverOverlap_data() {
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("node");
        QTest::newRow("nothing selected") << 1200 << -1;
        QTest::newRow("a branch selected") << 1200 << 3;
        QTest::newRow("a small subtree selected") << 1200 << 40;
        QTest::newRow("the root selected") << 1200 << 0;
        QTest::newRow("many nodes") << 20000 << 200;
    }

    void namesNeverOverlap() {
        QFETCH(int, size);
        QFETCH(int, node);
        Sample sample(static_cast<size_t>(size));
        if (node >= 0) sample.select(static_cast<Node>(node));
        DiskSceneBuilder builder(sample.subject);
        Random random(11);
        for (int view = 0; view < 12; ++view) {
            DiskSettings settings;
            settings.centre = {std::polar(std::tanh(random.uniform(0, 3)), random.uniform(0, 6.3)), 0};
            settings.zoom = view % 3 == 2 ? 3 : 1;
            const DiskFrame frame = DiskFrame::fit(700, 560, settings);
            const DiskScene& scene = builder.build({settings.centre, 0.36}, frame, DiskDetail::Full, {});
            const auto labels =
                placeDiskLabels(sample.subject, scene, frame, DiskPicker(scene, frame), options());
            requireApart(labels);
            const auto atRim = std::count_if(labels.begin(), labels.end(),
                                             [](const DiskLabel& label) { return label.atRim; });
            QVERIFY(labels.size() - static_cast<size_t>(atRim) <= 700 * 560 / 9000 + 1);
            for (const DiskLabel& label : labels) {
                QVERIFY(label.box.left >= 0 && label.box.top >= 0);
                QVERIFY(label.box.right() <= 700 && label.box.bottom() <= 560);
            }
        }
    }

    void reservedPlacesStayFree() {
        Sample sample(1200);
        DiskSceneBuilder builder(sample.subject);
        const DiskFrame frame = DiskFrame::fit(700, 560, {});
        const DiskScene& scene = builder.build({}, frame, DiskDetail::Full, {});
        DiskLabelOptions some = options();
        some.reserved = {{200, 150, 250, 200}};
        for (const DiskLabel& label :
             placeDiskLabels(sample.subject, scene, frame, DiskPicker(scene, frame), some))
            QVERIFY(!label.box.meets(some.reserved[0]));
    }

    void spreadingKeepsOrderAndGaps() {
        const auto places = spreadApart({10, 11, 12, 100, 101, 300}, 14, 0, 400);
        for (size_t i = 1; i < places.size(); ++i)
            QVERIFY(places[i] - places[i - 1] >= 14 - 1e-9);
        QCOMPARE(places[5], 300.0);
        QVERIFY(std::abs((places[3] + places[4]) / 2 - 100.5) < 1e-9);
    }

    void theMeshHasWholeTriangles() {
        Sample sample(6000);
        sample.select(2);
        DiskSceneBuilder builder(sample.subject);
        const DiskFrame frame = DiskFrame::fit(900, 700, {});
        const DiskScene& scene = builder.build({}, frame, DiskDetail::Full, {});
        DiskMesh mesh;
        const double rings[] = {0.3, 0.6};
        mesh.build(scene, frame, 2, rings, 0xFF000000, 0xFF000000);
        QCOMPARE(mesh.triangles.size() % 3, size_t{0});
        QCOMPARE(mesh.shapes.size(), mesh.vertices() * 4);
        QCOMPARE(mesh.colours.size(), mesh.vertices() * 4);
        QVERIFY(*std::max_element(mesh.triangles.begin(), mesh.triangles.end()) <
                static_cast<int>(mesh.vertices()));
    }
};

HOROCYCLE_TEST_MAIN(DiskSceneTest)
#include "DiskSceneTest.moc"
