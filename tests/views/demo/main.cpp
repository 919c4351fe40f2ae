#include <QApplication>
#include <QElapsedTimer>
#include <cstdio>
#include "core/io/reader.h"
#include "tests/views/demo/layout.h"
#include "views/disk/DiskCanvas.h"
#include "views/theme/ThemeSource.h"
using namespace horo;
using namespace horo::views;
int main(int argc, char** argv) {
    QApplication app(argc, argv);
    ThemeSource::instance().install(app);
    ThemeSource::instance().setMotion(false);
    const std::string source = argc > 1 ? argv[1] : "wordnet:mammal";
    auto opened = openSource(source);
    if (!opened) { fprintf(stderr, "%s\n", opened.error().text().c_str()); return 1; }
    auto h = std::get<std::shared_ptr<const Hierarchy>>(opened->payload);
    auto tree = std::make_shared<SpanningTree>(*h);
    auto e = demo::radialLayout(*h, *tree);
    DiskSettings s;
    DiskSubject subject(h->items(), h, tree);
    subject.points = diskChart(*e, diskAxes(*e, s)).points;
    for (uint32_t i = 0; i < subject.size(); ++i) {
        Node v = i; while (tree->depth(v) > 2) v = tree->parent(v);
        subject.colours.push_back(QColor::fromHsv((v * 47) % 360, 140, 190).rgba());
    }
    DiskCanvas canvas;
    canvas.resize(1000, 800);
    canvas.setSubject(std::move(subject));
    if (argc > 3) {
        for (Node v = 0; v < h->size(); ++v) if (h->label(v) == argv[3]) {
            std::vector<ItemId> ids; for (Node u : tree->subtree(v)) ids.push_back(h->items()->id(u));
            canvas.setSelection(Selection(ids, "demo", h->items()->id(v)));
            s.horocycle = true; s.ruler = true; s.rulerFrom = h->name(h->roots()[0]);
            s.centre.point = {0.3, 0.2};
            canvas.setSettings(s);
            break;
        }
    }
    canvas.show();
    DiskNotes notes; notes.warning = "842 rows at the norm limit"; canvas.setNotes(notes);
    QElapsedTimer t;
    for (int i = 0; i < 5; ++i) { s.centre.turn += 0.01; canvas.setSettings(s); t.start(); canvas.refresh(); printf("full %.1f ms\n", t.nsecsElapsed() / 1e6); }
    canvas.grab().save(argc > 2 ? argv[2] : "/tmp/disk.png");
}
