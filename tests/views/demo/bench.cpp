// Times frames of disk, tree, drawings, space and scatter while they are moved, and prints p50 and p95.
// Needs a screen (Xvfb will do): run `views-bench [source] [width height]`, or `views-bench ruler`.
#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QScrollBar>
#include <algorithm>
#include <cstdio>
#include <ctime>

#include "core/base/random.h"
#include "core/io/reader.h"
#include "tests/views/demo/layout.h"
#include "views/disk/DiskCanvas.h"
#include "views/disk/DiskMesh.h"
#include "views/drawing/DrawingCanvas.h"
#include "views/ruler/RulerCanvas.h"
#include "views/scatter/ScatterCanvas.h"
#include "views/space/SpaceCanvas.h"
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

/// A new picture is laid out, painted and named; then the pointer moves over it.
void benchDrawing(const std::shared_ptr<const HierarchyLook>& look, const std::string& layout, int width,
                  int height) {
    DrawingCanvas canvas;
    canvas.resize(width, height);
    const std::shared_ptr<const Drawing> drawing = Drawing::make(layout);
    const auto tree = std::make_shared<const DrawnTree>(look);
    DrawingInk ink;
    ink.theme = Theme::current();
    ink.colours = branchColours(*look, 2);
    canvas.setInk(ink);
    canvas.show();
    QImage target(canvas.size(), QImage::Format_RGB32);
    std::vector<Frame> full, hover;
    const auto children = tree->children(tree->top());
    for (size_t i = 0; i < 12; ++i) {
        const Node focus = i % 2 ? children[i / 2 % children.size()] : tree->top();
        full.push_back(milliseconds([&] {
            canvas.draw(drawing, tree, focus, false);
            canvas.render(&target);
        }));
    }
    for (int i = 0; i < 100; ++i)
        hover.push_back(milliseconds([&] {
            send(canvas, QEvent::MouseMove, {3.0 + i * 8, 40.0 + i * 6}, Qt::NoButton);
            canvas.setHovered(static_cast<Node>(i * 700) % static_cast<Node>(look->hierarchy().size()));
            canvas.render(&target);
        }));
    report((layout + ", new picture").c_str(), full);
    report((layout + ", hover").c_str(), hover);
    std::printf("  cells %zu\n", canvas.scene().cells().size());
}

void benchSpace(SpaceCanvas& canvas, const char* model) {
    QImage target(canvas.size(), QImage::Format_RGB32);
    canvas.render(&target);
    std::vector<Frame> moving, settled;
    const QPointF middle(canvas.width() * 0.5, canvas.height() * 0.5);
    for (int round = 0; round < 3; ++round) {
        send(canvas, QEvent::MouseButtonPress, middle, Qt::LeftButton);
        for (int i = 1; i <= 40; ++i) {
            const QPointF at = middle + QPointF(120 * std::sin(i * 0.1), 60 * std::sin(i * 0.13 + round));
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
    report((std::string("space, turning the ") + model).c_str(), moving);
    report((std::string("space, ") + model + " at rest").c_str(), settled);
}

/// Points of fifty heaps, as a projection leaves them.
ScatterSubject heaps(size_t count) {
    Random random(1);
    std::vector<std::string> names;
    std::vector<float> values;
    std::vector<std::pair<double, double>> middles;
    for (int i = 0; i < 50; ++i)
        middles.emplace_back(6 * random.normal(), 6 * random.normal());
    for (size_t i = 0; i < count; ++i) {
        const auto& [x, y] = middles[random.below(50)];
        names.push_back(std::to_string(i));
        values.push_back(static_cast<float>(x + 0.5 * random.normal()));
        values.push_back(static_cast<float>(y + 0.5 * random.normal()));
    }
    Embedding embedding;
    embedding.items = *Items::create(std::move(names));
    embedding.vectors = Vectors(count, 2, std::move(values));
    ScatterSubject subject(DiskSubject(embedding, nullptr, nullptr));
    subject.takePoints(embedding, 0, 1);
    subject.rows.colours.resize(count);
    for (uint32_t& colour : subject.rows.colours)
        colour = 0xFF000000 | (random.below(1 << 24));
    return subject;
}

void benchScatter(size_t count, int width, int height) {
    ScatterCanvas canvas;
    canvas.resize(width, height);
    canvas.setSubject(heaps(count));
    canvas.show();
    QImage target(canvas.size(), QImage::Format_RGB32);
    canvas.render(&target);
    std::vector<Frame> moving, settled, hover, grid;
    const QPointF middle(canvas.width() * 0.5, canvas.height() * 0.5);
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
            canvas.setHovered(static_cast<uint32_t>(i));
            canvas.render(&target);
        }));
    for (int i = 0; i < 5; ++i)
        grid.push_back(milliseconds([&] { PointGrid(canvas.subject().x, canvas.subject().y); }));
    std::printf("scatter: %zu points\n", count);
    report("scatter, panning", moving);
    report("scatter, full with names", settled);
    report("scatter, hover", hover);
    report("scatter, grid", grid);
}

/// Ten million bytes of made-up words, cut in eight ways.
RulerSubject tenMegabytes() {
    Random random(3);
    std::string bytes;
    while (bytes.size() < 10'000'000) {
        for (uint32_t letters = 1 + random.below(9); letters > 0; --letters)
            bytes += static_cast<char>('a' + random.below(26));
        bytes += ' ';
    }
    RulerSubject subject;
    const auto text = std::make_shared<const Text>(Text::ofLines(std::move(bytes)));
    subject.text = text;
    for (uint64_t width = 2; width <= 9; ++width) {
        auto cut = std::make_shared<Segmentation>();
        cut->length = text->bytes.size();
        cut->levels.emplace_back();
        for (uint32_t label = 0; label < 5000; ++label)
            cut->inventory.push_back(std::to_string(label));
        for (uint64_t end = width; end < cut->length + width; end += width) {
            cut->levels[0].ends.push_back(std::min(end, cut->length));
            cut->levels[0].labels.push_back(std::min(random.below(5000), random.below(5000)));
        }
        subject.tracks.emplace_back("cut", "Fixed", std::make_shared<const UnitText>(cut, text), 0);
    }
    return subject;
}

void benchRuler(int width, int height) {
    RulerCanvas canvas;
    canvas.resize(width, height);
    canvas.setSubject(tenMegabytes());
    canvas.show();
    canvas.setChosen(RulerPlace{0, 7});
    QImage target(canvas.size(), QImage::Format_RGB32);
    for (const double bytesPerPixel : {1e9, 300.0, 5.0, 0.12}) {
        std::vector<Frame> frames;
        canvas.setScale(canvas.scale().showing(5e6, bytesPerPixel));
        for (int i = 0; i < 200; ++i)
            frames.push_back(milliseconds([&] {
                canvas.setScale(canvas.scale().moved(7));
                canvas.render(&target);
            }));
        const std::string what =
            "ruler, bytes a pixel: " + std::to_string(canvas.scale().bytesPerPixel()).substr(0, 7);
        report(what.c_str(), frames);
    }
}

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    ThemeSource::instance().install(application, ThemeChoice::Light);
    ThemeSource::instance().setMotion(false);
    const std::string source = argc > 1 ? argv[1] : "wordnet:noun";
    if (source == "ruler") return benchRuler(1280, 800), 0;
    const auto opened = openSource(source, {Kind::Hierarchy});
    if (!opened) {
        std::fprintf(stderr, "%s\n", opened.error().text().c_str());
        return 1;
    }
    const auto hierarchy = std::get<std::shared_ptr<const Hierarchy>>(opened->payload);
    const auto tree = std::make_shared<SpanningTree>(*hierarchy);
    const auto embedding = demo::radialLayout(*hierarchy, *tree);
    const auto look = HierarchyLook::of(hierarchy);
    const int width = argc > 3 ? std::atoi(argv[2]) : 1000, height = argc > 3 ? std::atoi(argv[3]) : 800;

    DiskSubject subject(*embedding, hierarchy, tree);
    subject.points = diskChart(*embedding, diskAxes(*embedding, {})).points;
    subject.colours = branchColours(*look, 2);
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
    rows.setColours(branchColours(*look, 2));
    rows.show();
    benchTree(rows, *hierarchy, *tree);

    for (const std::string& layout : Drawing::layouts())
        benchDrawing(look, layout, width, height);
    SpaceCanvas space;
    space.resize(width, height);
    const SpaceAxes axes = spaceAxes(*embedding);
    SpaceSubject points{DiskSubject(*embedding, hierarchy, tree), spaceChart(*embedding, axes).points, axes};
    points.rows.colours = branchColours(*look, 2);
    space.setSubject(std::move(points));
    space.show();
    for (const SpaceModel model : axes.models()) {
        SpaceSettings settings;
        settings.model = model;
        space.setSettings(settings);
        benchSpace(space, model == SpaceModel::Hyperboloid ? "hyperboloid"
                          : model == SpaceModel::Ball      ? "ball"
                                                           : "Klein ball");
    }
    benchScatter(1000000, width, height);
    return 0;
}
