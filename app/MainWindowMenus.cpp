// The menus of the window; every entry is also a command of the palette.
#include <QDockWidget>
#include <QMenuBar>
#include <QSettings>
#include <QUndoStack>
#include <algorithm>

#include "app/CommandPalette.h"
#include "app/DockArea.h"
#include "app/HelpPanel.h"
#include "app/MainWindow.h"
#include "app/TopBar.h"
#include "app/ViewHistory.h"
#include "app/WorkspacePanel.h"
#include "core/method/registry.h"
#include "views/theme/ThemeSource.h"
#include "views/tree/TreeView.h"
#include "views/view/View.h"
#include "views/view/ViewFactory.h"

namespace horo::app {

using namespace views;

QAction* MainWindow::addCommand(QMenu* menu, const QString& text, const QKeySequence& key,
                                std::function<void()> run) {
    QAction* action = menu->addAction(text);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WindowShortcut);
    addAction(action);
    connect(action, &QAction::triggered, this, std::move(run));
    commands_ << action;
    return action;
}

void MainWindow::buildMenus() {
    QMenuBar* bar = topBar_->menus();
    fillFileMenu(bar->addMenu(tr("File")));
    fillEditMenu(bar->addMenu(tr("Edit")));
    fillSelectMenu(bar->addMenu(tr("Select")));
    fillViewMenu(bar->addMenu(tr("View")));
    fillDataMenu(bar->addMenu(tr("Data")));
    fillMethodsMenu(bar->addMenu(tr("Methods")));
    fillWindowMenu(bar->addMenu(tr("Window")));
    fillHelpMenu(bar->addMenu(tr("Help")));
    palette_->setActions(commands_);
}

void MainWindow::fillFileMenu(QMenu* file) {
    addCommand(file, tr("Open..."), QKeySequence::Open, [this] { askOpen(); });
    addCommand(file, tr("Open source..."), QKeySequence("Ctrl+Shift+O"), [this] { askSource(); });
    file->addSeparator();
    addCommand(file, tr("Save session"), QKeySequence::Save, [this] { save(); });
    addCommand(file, tr("Save session as..."), QKeySequence("Ctrl+Shift+S"), [this] { saveAs(); });
    addCommand(file, tr("Export view as figure..."), QKeySequence("Ctrl+E"), [this] {
        if (View* view = docks_->activeView())
            exportView(view, view);
        else
            note(tr("Open a view first, then export it."));
    });
    file->addSeparator();
    addCommand(file, tr("Export views in sight as one page..."), QKeySequence("Ctrl+Shift+E"),
               [this] { exportPage(); });
    addCommand(file, tr("Close workspace"), QKeySequence("Ctrl+Shift+W"), [this] { closeWorkspace(); });
    addCommand(file, tr("Quit"), QKeySequence::Quit, [this] { close(); });
}

void MainWindow::fillEditMenu(QMenu* edit) {
    QAction* undo = model_.undoStack()->createUndoAction(this, tr("Undo"));
    QAction* redo = model_.undoStack()->createRedoAction(this, tr("Redo"));
    undo->setShortcut(QKeySequence::Undo);
    redo->setShortcuts({QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")});
    for (QAction* action : {undo, redo})
        edit->addAction(action), addAction(action), commands_ << action;
    topBar_->setUndo(undo, redo);
    edit->addSeparator();
    addCommand(edit, tr("Find a node..."), QKeySequence::Find, [this] {
        for (const auto& view : model_.workspace().views)
            if (auto* tree = qobject_cast<TreeView*>(docks_->viewOf(view.id))) return tree->focusSearch();
        palette_->open();
    });
    addCommand(edit, tr("Find a command, method, object or node"), QKeySequence("Ctrl+K"),
               [this] { palette_->open(); });
}

void MainWindow::fillViewMenu(QMenu* view) {
    const auto theme = [&](const QString& text, ThemeChoice choice) {
        addCommand(view, text, {}, [choice] {
            ThemeSource::instance().choose(choice);
            QSettings().setValue("theme", static_cast<int>(choice));
        });
    };
    addCommand(view, tr("Frame the selection"), {}, [this] {
        if (View* active = docks_->activeView()) active->frameSelection();
    });
    addCommand(view, tr("Home"), {}, [this] {
        if (View* active = docks_->activeView()) active->home();
    });
    const auto go = [&](const QString& text, const char* key, void (ViewHistory::*step)()) {
        addCommand(view, text, QKeySequence(key), [this, step] { (history_->*step)(); });
    };
    go(tr("Back to what was looked at"), "Alt+Left", &ViewHistory::back);
    go(tr("Forward again"), "Alt+Right", &ViewHistory::forward);
    view->addSeparator();
    theme(tr("Theme of the system"), ThemeChoice::System);
    theme(tr("Light theme"), ThemeChoice::Light);
    theme(tr("Dark theme"), ThemeChoice::Dark);
    addCommand(view, tr("Motion on or off"), {}, [] {
        const bool on = !QSettings().value("motion", true).toBool();
        QSettings().setValue("motion", on);
        ThemeSource::instance().setMotion(on);
    });
    addCommand(view, tr("Full screen"), QKeySequence::FullScreen,
               [this] { isFullScreen() ? showNormal() : showFullScreen(); });
    for (const QString& name : docks_->perspectives())
        addCommand(view, tr("Perspective: %1").arg(name), {},
                   [this, name] { docks_->choosePerspective(name); });
}

void MainWindow::fillDataMenu(QMenu* data) {
    addCommand(data, tr("Sample: mammals of WordNet"), {}, [this] { openSample("wordnet:mammal"); });
    addCommand(data, tr("Sample: WordNet nouns"), {}, [this] { openSample("wordnet:noun"); });
    addCommand(data, tr("Sample: WordNet verbs"), {}, [this] { openSample("wordnet:verb"); });
    data->addSeparator();
    dataMenu_ = data;
    fillViewTypes();
}

void MainWindow::fillViewTypes() {
    for (const auto& known : viewTypes()) {
        const QString text =
            tr("Show %1").arg(known.presets.empty() ? known.title : known.presets.front().title);
        if (std::ranges::any_of(commands_, [&](const QAction* command) { return command->text() == text; }))
            continue;
        if (known.presets.empty())
            addCommand(dataMenu_, text, {}, [this, type = known.type] { showAs(type); });
        for (const ViewPreset& preset : known.presets)
            addCommand(dataMenu_, tr("Show %1").arg(preset.title), {},
                       [this, type = known.type, settings = preset.settings] { showAs(type, settings); });
    }
    palette_->setActions(commands_);
}

void MainWindow::showAs(const std::string& type, const nlohmann::json& settings) {
    if (docks_->openView(type, workspacePanel_->currentObject(), settings)) return;
    if (const auto object = newestFor(*findViewType(type), model_.workspace());
        object && docks_->openView(type, object->id, settings))
        return;
    note(tr("Open or compute something that this view can show first."));
}

void MainWindow::fillMethodsMenu(QMenu* methods) {
    methodsMenu_ = methods;
    methods->setToolTipsVisible(true);
    methods->addSeparator();
    addCommand(methods, tr("Plugins"), {}, [this] { showPlugins(); });
    fillMethods();
}

void MainWindow::fillMethods() {
    qDeleteAll(methodActions_);
    methodActions_.clear();
    for (const auto& entry : Registry::global().entries()) {
        const Declaration& d = entry.method->declaration();
        auto* action = new QAction(QString::fromStdString(d.title), this);
        connect(action, &QAction::triggered, this,
                [this, id = d.id] { chooseMethod(id, workspacePanel_->currentObject()); });
        action->setToolTip(QString::fromStdString(d.summary));
        methodActions_ << action;
    }
    methodsMenu_->insertActions(methodsMenu_->actions().first(), methodActions_);
}

void MainWindow::fillWindowMenu(QMenu* window) {
    connect(window, &QMenu::aboutToShow, this, [this, window] {
        window->clear();
        for (const QString& name : docks_->perspectives())
            window->addAction(name, this, [this, name] { docks_->choosePerspective(name); });
        window->addSeparator();
        for (auto* dock : docks_->docks())
            window->addAction(dock->toggleViewAction());
        window->addSeparator();
        window->addAction(tr("Reset the arrangement"), docks_, &DockArea::resetArrangement);
    });
}

void MainWindow::fillHelpMenu(QMenu* help) {
    addCommand(help, tr("Five minutes to a result"), QKeySequence::HelpContents,
               [this] { help_->showPage("start"); });
    addCommand(help, tr("Gestures and keys"), {}, [this] { help_->showPage("gestures"); });
    addCommand(help, tr("Selecting by a condition"), {}, [this] { help_->showPage("select"); });
    addCommand(help, tr("Session files"), {}, [this] { help_->showPage("sessions"); });
    addCommand(help, tr("Files of vectors"), {}, [this] { help_->showPage("vectors"); });
    addCommand(help, tr("Write a plugin"), {}, [this] { help_->showPage("plugins"); });
    addCommand(help, tr("About Horocycle"), {}, [this] { showAbout(); });
}

}  // namespace horo::app
