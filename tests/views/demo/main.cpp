// Opens disk and tree on a hierarchy with a quick layout, to look at them and to take pictures.
#include <QApplication>
#include <QCommandLineParser>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>
#include <cstdio>

#include "core/io/reader.h"
#include "tests/views/demo/layout.h"
#include "views/disk/DiskCanvas.h"
#include "views/disk/DiskView.h"
#include "views/figure/ExportPanel.h"
#include "views/kit/ViewHeader.h"
#include "views/theme/ThemeSource.h"
#include "views/tree/NodeSelection.h"
#include "views/tree/TreeCanvas.h"
#include "views/tree/TreeView.h"

using namespace horo;
using namespace horo::views;

namespace {

Workspace workspaceOf(const std::shared_ptr<const Hierarchy>& hierarchy, const std::string& name) {
    const SpanningTree tree(*hierarchy);
    Workspace workspace;
    workspace.add({"hierarchy-1", name, hierarchy, {name, ""}, {}});
    MadeBy made;
    made.method = "demo.layout", made.version = "1", made.inputs = {{"hierarchy", "hierarchy-1"}};
    workspace.add({"embedding-1", "Radial layout", demo::radialLayout(*hierarchy, tree), {}, made});
    workspace.views = {{.id = "tree-1", .type = "tree", .objects = {"hierarchy-1"}},
                       {.id = "disk-1", .type = "disk", .objects = {"embedding-1"}}};
    return workspace;
}

void selectNamed(WorkspaceModel& model, const Hierarchy& hierarchy, const std::string& label) {
    const SpanningTree tree(hierarchy);
    for (const Node v : tree.preorder()) {
        if (hierarchy.label(v) != label) continue;
        model.select(Selection(itemsOfSubtree(hierarchy, tree, v, false), "demo", hierarchy.items()->id(v)));
        return;
    }
}

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument("source", "What to open, for example wordnet:mammal.");
    parser.addOption({"screenshot", "Write a picture to <file> and end.", "file"});
    parser.addOption({"theme", "<light|dark>", "theme", "light"});
    parser.addOption({"select", "Select the subtree of the node with this <label>.", "label"});
    parser.addOption({"hover", "Hover the node with this <label>.", "label"});
    parser.addOption({"search", "Search the tree for <text>.", "text"});
    parser.addOption({"settings", "Settings of the disk as <json>.", "json", "{}"});
    parser.addOption(
        {"figure", "Write the disk as a figure to <file> (.svg, .pdf or .png) and end.", "file"});
    parser.addOption({"width", "Width of the figure in <mm>.", "mm", "174"});
    parser.addOption({"panel", "Show the export panel in the picture."});
    parser.addOption({"size", "Size of the window, <WxH>.", "size", "900x640"});
    parser.process(application);
    ThemeSource::instance().install(application,
                                    parser.value("theme") == "dark" ? ThemeChoice::Dark : ThemeChoice::Light);
    if (parser.isSet("screenshot")) ThemeSource::instance().setMotion(false);

    const std::string source = parser.positionalArguments().value(0, "wordnet:mammal").toStdString();
    const auto opened = openSource(source, {Kind::Hierarchy});
    if (!opened) {
        std::fprintf(stderr, "%s\n", opened.error().text().c_str());
        return 1;
    }
    const auto hierarchy = std::get<std::shared_ptr<const Hierarchy>>(opened->payload);
    WorkspaceModel model;
    Workspace workspace = workspaceOf(hierarchy, opened->name);
    workspace.views[1].settings = nlohmann::json::parse(parser.value("settings").toStdString());
    model.reset(workspace);

    QWidget window;
    QVBoxLayout all(&window);
    all.setContentsMargins(0, 0, 0, 0);
    QSplitter columns;
    all.addWidget(&columns);
    columns.setHandleWidth(1);
    auto* tree = new TreeView(model, model.workspace().views[0], &columns);
    auto* disk = new DiskView(model, model.workspace().views[1], &columns);
    const QStringList size = parser.value("size").split('x');
    window.resize(size.value(0).toInt(), size.value(1).toInt());
    columns.setSizes({264, window.width() - 264});
    window.show();
    if (parser.isSet("select")) selectNamed(model, *hierarchy, parser.value("select").toStdString());
    if (parser.isSet("search")) {
        tree->focusSearch();
        Q_EMIT tree->canvas().typed(parser.value("search"));
    }
    if (parser.isSet("hover"))
        for (Node v = 0; v < hierarchy->size(); ++v)
            if (hierarchy->label(v) == parser.value("hover").toStdString())
                model.hover(hierarchy->items()->id(v));
    if (parser.isSet("figure")) {
        const auto format = figureFormatOf(parser.value("figure"));
        FigureOptions options;
        options.width = parser.value("width").toDouble();
        options.format = format ? *format : FigureFormat::Pdf;
        const auto done = writeFigure({disk->figure()}, options, parser.value("figure"));
        if (!done) std::fprintf(stderr, "%s\n", done.error().text().c_str());
        return done ? 0 : 1;
    }
    if (parser.isSet("panel"))
        (new ExportPanel({disk->figure()}, QStringLiteral("disk"), &window))
            ->popUp(disk->findChild<ViewHeader*>());
    if (parser.isSet("screenshot"))
        QTimer::singleShot(600, &application, [&] {
            window.grab().save(parser.value("screenshot"));
            application.quit();
        });
    return QApplication::exec();
}
