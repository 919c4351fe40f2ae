#include "app/FigureCommand.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <QFileInfo>
#include <cstdio>
#include <memory>

#include "core/io/reader.h"
#include "core/session/session.h"
#include "views/figure/FigureWriter.h"
#include "views/view/ViewFactory.h"

namespace horo::app {

using namespace views;

namespace {

int fail(const Error& error) {
    fmt::print(stderr, "{}\n", error.text());
    return error.blame == Blame::Usage ? 2 : error.blame == Blame::Input ? 1 : 4;
}

/// The session, or a workspace of the one object that the source gives.
Result<Workspace> load(const std::string& source) {
    if (source.ends_with(".horo")) return loadSession(source);
    auto opened = openSource(source);
    if (!opened) return opened.error();
    Workspace workspace;
    Object object;
    object.id = "object-1";
    object.name = opened->name;
    object.payload = opened->payload;
    object.origin = opened->origin;
    workspace.add(std::move(object));
    return workspace;
}

/// The view that `name` means: its id, its type, or the title of its type; a session without such a view gets
/// one of the type on the newest object that suits.
Result<ViewState> chooseView(const Workspace& workspace, const std::string& name) {
    const ViewType* type = nullptr;
    for (const auto& known : viewTypes())
        if (known.type == name || known.title.toStdString() == name) type = &known;
    for (const auto& state : workspace.views)
        if (state.id == name || (type && state.type == type->type)) return state;
    if (!type && !name.empty()) {
        std::vector<std::string> names;
        for (const auto& known : viewTypes())
            names.push_back(known.type);
        for (const auto& state : workspace.views)
            names.push_back(state.id);
        return usageError(fmt::format("there is no view '{}'", name),
                          fmt::format("views are: {}", fmt::join(names, ", ")));
    }
    for (const auto& known : viewTypes()) {
        const bool wanted = type ? known.type == type->type
                                 : known.type == "disk" || known.type == "tree" || known.type == "text";
        if (!wanted) continue;
        if (const auto object = newestFor(known, workspace))
            return ViewState{"figure", known.type, {object->id}, nlohmann::json::object()};
    }
    return inputError("the session holds nothing that this view can show",
                      "compute an embedding, or choose another --view");
}

}  // namespace

int runFigureCommand(const QStringList& arguments) {
    std::string source, out;
    std::vector<std::string> names;
    FigureOptions options;
    bool noLegend = false, noCaption = false;
    CLI::App app("Draws a view of a session as SVG, PDF or PNG, without a window.", "horocycle figure");
    app.add_option("session", source, "a session, file or source")->required();
    app.add_option(
        "--view", names,
        "id or type of the view; several become one page, lettered (a), (b)...: disk, space, tree, drawing, "
        "tangle, training, scores, table, text");
    app.add_option("--out", out, "file to write; its ending says the format")->required();
    app.add_option("--width", options.width, "mm")->check(CLI::Range(10.0, 2000.0));
    app.add_option("--height", options.height, "mm; 0 = what the content needs")
        ->check(CLI::Range(0.0, 2000.0));
    app.add_option("--dpi", options.dpi, "of PNG and of raster layers")->check(CLI::Range(36.0, 2400.0));
    app.add_option("--font-size", options.fontSize, "points")->check(CLI::Range(3.0, 40.0));
    app.add_flag("--no-legend", noLegend, "without the legend");
    app.add_flag("--no-caption", noCaption, "without the caption");
    std::vector<std::string> words;
    for (auto word = arguments.rbegin(); word != arguments.rend(); ++word)
        words.push_back(word->toStdString());
    try {
        app.parse(words);
    } catch (const CLI::ParseError& fault) {
        if (fault.get_exit_code() == 0) return app.exit(fault);
        fmt::print(stderr, "{}; see horocycle figure --help\n", fault.what());
        return 2;
    }
    options.legend = !noLegend;
    options.caption = !noCaption;
    const auto format = figureFormatOf(QString::fromStdString(out));
    if (!format) return fail(format.error());
    options.format = *format;
    auto workspace = load(source);
    if (!workspace) return fail(workspace.error());
    if (names.empty()) names.emplace_back();
    std::vector<ViewState> states;
    for (const std::string& name : names) {
        auto state = chooseView(*workspace, name);
        if (!state) return fail(state.error());
        states.push_back(std::move(*state));
    }
    WorkspaceModel model;
    model.reset(std::move(*workspace));
    const QString session =
        source.ends_with(".horo") ? QFileInfo(QString::fromStdString(source)).fileName() : QString();
    std::vector<std::unique_ptr<View>> views;
    std::vector<Figure> panels;
    for (const ViewState& state : states) {
        views.emplace_back(findViewType(state.type)->create(model, state));
        views.back()->applySettings(state.settings);
        views.back()->resize(800, 800);
        panels.push_back(views.back()->exportFigure(session));
    }
    if (const auto written = writeFigure(panels, options, QString::fromStdString(out)); !written)
        return fail(written.error());
    return 0;
}

}  // namespace horo::app
