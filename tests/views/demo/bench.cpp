// Times frames of the disk while it is dragged and of the tree while it scrolls, and prints p50 and p95.
// Needs a screen (Xvfb will do): run `views-bench [source] [width height]`.
#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QScrollBar>
#include <algorithm>
#include <cstdio>
#include <ctime>

#include "core/io/reader.h"
#include "tests/views/demo/layout.h"
#include "views/disk/DiskCanvas.h"
#include "views/disk/DiskMesh.h"
#include "views/theme/ThemeSource.h"
#include "views/tree/NodeColours.h"
#include "views/tree/TreeCanvas.h"
#include "views/tree/TreeSearch.h"

using namespace horo;
using namespace horo::views;

namespace {

/// Wall time of one frame, and processor time of all threads, which other programs on the machine change
/// less.
struct Frame {
    double wall, processor;
};

void report(const char* what, const std::vector<Frame>& frames) {
    std::vector<double> times, work;
    for (const Frame& frame : frames)
        times.push_back(frame.wall), work.push_back(frame.processor);
    std::sort(work.begin(), work.end());
    std::sort(times.begin(), times.end());
    const auto at = [&](double share) {
        return times[static_cast<size_t>(share * static_cast<double>(times.size() - 1))];
    };
    std::printf("%-34s n %3zu   wall p50 %7.2f p95 %7.2f max %7.2f   processor p50 %7.2f p95 %7.2f ms\n",
                what, times.size(), at(0.5), at(0.95), times.back(), work[work.size() / 2],
                work[work.size() * 95 / 100]);
}

template <class Body>
Frame milliseconds(Body&& body) {
    QElapsedTimer timer;
    const std::clock_t before = std::clock();
    timer.start();
    body();
    const double wall = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    return {wall, 1e3 * static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC};
}

void send(QWidget& widget, QEvent::Type type, QPointF at, Qt::MouseButtons buttons) {
    QMouseEvent event(type, at, widget.mapToGlobal(at), Qt::LeftButton, buttons, Qt::NoModifier);
    QApplication::sendEvent(&widget, &event);
}

void benchDisk(DiskCanvas& canvas) {
    QImage target(canvas.size(), QImage::Format_RGB32);
    const auto frame = [&] { return milliseconds([&] { canvas.render(&target); }); };
    std::vector<Frame> full, moving, settled, hover;
    frame();
    for (int i = 0; i < 10; ++i) {
        DiskSettings settings = canvas.settings();
        settings.centre.turn += 0.01;
        canvas.setSettings(settings);
        full.push_back(frame());
    }
    const QPointF middle(canvas.width() * 0.55, canvas.height() * 0.45);
    for (int round = 0; round < 4; ++round) {
        send(canvas, QEvent::MouseButtonPress, middle, Qt::LeftButton);
        for (int i = 1; i <= 60; ++i) {
            const QPointF at = middle + QPointF(120 * std::sin(i * 0.1), 90 * std::sin(i * 0.13 + round));
            moving.push_back(milliseconds([&] {
                send(canvas, QEvent::MouseMove, at, Qt::LeftButton);
                canvas.render(&target);
            }));
        }
        settled.push_back(milliseconds([&] {
            send(canvas, QEvent::MouseButtonRelease, middle, Qt::NoButton);
            canvas.render(&target);
        }));
    }
    for (int i = 0; i < 100; ++i)
        hover.push_back(milliseconds([&] {
            send(canvas, QEvent::MouseMove, middle + QPointF(i, i / 2.0), Qt::NoButton);
            canvas.setHovered(static_cast<uint32_t>(i) % static_cast<uint32_t>(canvas.subject().size()));
            canvas.render(&target);
        }));
    report("disk, full picture", full);
    report("disk, dragging", moving);
    report("disk, full with labels after drag", settled);
    report("disk, hover", hover);
    std::printf("  marks %zu, lines %zu\n", canvas.scene().marks.size(), canvas.scene().lines.size());
}

/// What a moving frame is made of, on one thread's clock.
void benchParts(const DiskSubject& subject, int width, int height) {
    DiskSceneBuilder builder(subject);
    const DiskFrame frame = DiskFrame::fit(width, height, {});
    std::vector<Frame> scene, mesh;
    DiskMesh triangles;
    for (int i = 0; i < 60; ++i) {
        const DiskProjection projection({{0.01 * i, 0.1}, 0}, 0.36);
        scene.push_back(milliseconds([&] { builder.build(projection, frame, DiskDetail::Moving, {}); }));
        mesh.push_back(milliseconds([&] { triangles.build(builder.scene(), frame, 1, {}, 0, 0); }));
    }
    report("  moving: scene", scene);
    report("  moving: triangles", mesh);
    std::printf("  moving: marks %zu, lines %zu, triangles %zu\n", builder.scene().marks.size(),
                builder.scene().lines.size(), triangles.triangles.size() / 3);
}

void benchTree(TreeCanvas& canvas, const Hierarchy& hierarchy, const SpanningTree& tree) {
    QImage target(canvas.size(), QImage::Format_RGB32);
    std::vector<Frame> frames;
    const Frame open = milliseconds([&] { canvas.openToDepth(tree.maxDepth()); });
    for (int i = 0; i < 200; ++i) {
        canvas.verticalScrollBar()->setValue(
            static_cast<int>(i * static_cast<double>(canvas.verticalScrollBar()->maximum()) / 200));
        frames.push_back(milliseconds([&] { canvas.render(&target); }));
    }
    report("tree, scrolling all rows", frames);
    std::unique_ptr<TreeSearch> search;
    const Frame index = milliseconds([&] { search = std::make_unique<TreeSearch>(hierarchy, tree); });
    size_t found = 0;
    const Frame find = milliseconds([&] { found = search->find(QStringLiteral("wh")).size(); });
    std::printf("  open all %.2f ms, search index %.2f ms, search %.2f ms (%zu found)\n", open.wall,
                index.wall, find.wall, found);
}

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    ThemeSource::instance().install(application, ThemeChoice::Light);
    ThemeSource::instance().setMotion(false);
    const std::string source = argc > 1 ? argv[1] : "wordnet:noun";
    const auto opened = openSource(source, {Kind::Hierarchy});
    if (!opened) {
        std::fprintf(stderr, "%s\n", opened.error().text().c_str());
        return 1;
    }
    const auto hierarchy = std::get<std::shared_ptr<const Hierarchy>>(opened->payload);
    const auto tree = std::make_shared<SpanningTree>(*hierarchy);
    const auto embedding = demo::radialLayout(*hierarchy, *tree);
    const HierarchyHues hues(*tree);
    const int width = argc > 3 ? std::atoi(argv[2]) : 1000, height = argc > 3 ? std::atoi(argv[3]) : 800;

    DiskSubject subject(hierarchy->items(), hierarchy, tree);
    subject.points = diskChart(*embedding, diskAxes(*embedding, {})).points;
    subject.colours = branchColours(*tree, hues, 2);
    DiskCanvas disk;
    disk.resize(width, height);
    disk.setSubject(std::move(subject));
    disk.show();
    std::printf("%s: %zu nodes, %zu edges, %d x %d\n", source.c_str(), hierarchy->size(),
                hierarchy->edgeCount(), width, height);
    benchDisk(disk);
    benchParts(disk.subject(), width, height);

    TreeCanvas rows;
    rows.resize(264, height);
    rows.setTree(hierarchy, tree);
    rows.setColours(branchColours(*tree, hues, 2));
    rows.show();
    benchTree(rows, *hierarchy, *tree);
    return 0;
}
