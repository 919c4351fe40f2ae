#include "app/MainWindow.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QFileDialog>
#include <QInputDialog>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QUndoStack>
#include <QVBoxLayout>
#include <algorithm>

#include "app/CommandPalette.h"
#include "app/DockArea.h"
#include "app/FileWatch.h"
#include "app/HelpPanel.h"
#include "app/InspectorPanel.h"
#include "app/JobsStrip.h"
#include "app/MethodPanel.h"
#include "app/PluginsPage.h"
#include "app/PreviewPage.h"
#include "app/RowsBehind.h"
#include "app/SelectBar.h"
#include "app/StartPage.h"
#include "app/StatusLine.h"
#include "app/TopBar.h"
#include "app/ViewHistory.h"
#include "app/Wording.h"
#include "app/WorkspacePanel.h"
#include "core/method/registry.h"
#include "views/figure/ExportPanel.h"
#include "views/kit/EmptyState.h"
#include "views/kit/Ground.h"
#include "views/kit/Notice.h"
#include "views/scores/ScoresView.h"
#include "views/tangle/TangleView.h"
#include "views/theme/Theme.h"
#include "views/theme/ThemeSource.h"
#include "views/tree/NodeSelection.h"
#include "views/tree/TreeView.h"

namespace horo::app {

using namespace views;

MainWindow::MainWindow(PluginAccess plugins) : pluginAccess_(std::move(plugins)) {
    setWindowTitle(tr("Horocycle"));
    setAcceptDrops(true);
    resize(1440, 900);
    setMinimumSize(900, 600);
    jobs_ = std::make_unique<Jobs>(model_);
    documents_ = std::make_unique<Documents>(model_);
    watch_ = std::make_unique<FileWatch>(model_);
    build();
    buildMenus();
    connectParts();
    connectPlugins();
    showWorkspace(false);
    refreshTitle();
}

MainWindow::~MainWindow() {
    // The model outlives every view; views leave first, while all they listen to is there.
    delete pages_;
}

void MainWindow::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    topBar_ = new TopBar;
    column->addWidget(topBar_);
    notices_ = new QVBoxLayout;
    notices_->setSpacing(0);
    column->addLayout(notices_);
    selectBar_ = new SelectBar(model_);
    column->addWidget(selectBar_);
    pages_ = new QStackedWidget;
    column->addWidget(pages_, 1);
    start_ = new StartPage(*documents_);
    pages_->addWidget(start_);
    docks_ = new DockArea(model_);
    pages_->addWidget(docks_);
    plugins_ = new PluginsPage(pluginAccess_);
    pages_->addWidget(plugins_);
    previewPage_ = new PreviewPage;
    pages_->addWidget(previewPage_);
    jobsStrip_ = new JobsStrip(*jobs_);
    column->addWidget(jobsStrip_);
    status_ = new StatusLine(model_, *jobs_);
    column->addWidget(status_);

    workspacePanel_ = new WorkspacePanel(model_);
    inspector_ = new InspectorPanel(model_);
    form_ = new MethodPanel(model_, *jobs_);
    docks_->addPanel("workspace", tr("Workspace"), workspacePanel_, DockArea::Place::Left);
    docks_->addPanel("inspector", tr("Inspector"), inspector_, DockArea::Place::RightTop);
    docks_->addPanel("form", tr("Method"), form_, DockArea::Place::RightBottom);
    auto* empty = new EmptyState(
        tr("Press Run to train a Poincaré disk of the taxonomy and watch it arrange itself."), tr("Run"));
    connect(empty, &EmptyState::activated, this, [this] { form_->run(); });
    docks_->setEmptyState(empty);
    palette_ = new CommandPalette(model_, this);
    history_ = new ViewHistory(model_, *docks_, this);
    help_ = new HelpPanel(this);
    log_ = new LogPanel(this);
    chooseMethod("embed.taxonomy");
}

void MainWindow::connectParts() {
    connect(topBar_, &TopBar::perspectiveChosen, docks_, &DockArea::choosePerspective);
    connect(topBar_, &TopBar::perspectiveAdded, this, &MainWindow::addPerspective);
    connect(topBar_, &TopBar::paletteRequested, palette_, &CommandPalette::open);
    connect(docks_, &DockArea::perspectivesChanged, this,
            [this] { topBar_->setPerspectives(docks_->perspectives(), docks_->perspective()); });
    topBar_->setPerspectives(docks_->perspectives(), docks_->perspective());
    connect(start_, &StartPage::openRequested, this, &MainWindow::askOpen);
    connect(start_, &StartPage::sourceChosen, this, &MainWindow::open);
    connect(start_, &StartPage::sampleChosen, this, &MainWindow::openSample);
    connect(workspacePanel_, &WorkspacePanel::openRequested, this, &MainWindow::askOpen);
    connect(workspacePanel_, &WorkspacePanel::currentChanged, inspector_, &InspectorPanel::setObject);
    connect(workspacePanel_, &WorkspacePanel::activated, this, &MainWindow::showObject);
    connect(palette_, &CommandPalette::methodChosen, this,
            [this](const std::string& id) { chooseMethod(id, workspacePanel_->currentObject()); });
    connect(palette_, &CommandPalette::objectChosen, this, &MainWindow::showObject);
    connect(palette_, &CommandPalette::nodeChosen, this, &MainWindow::selectNode);
    connect(selectBar_, &SelectBar::helpRequested, this, [this] { help_->showPage("select"); });
    connect(form_, &MethodPanel::helpRequested, help_, &HelpPanel::showMethod);
    connect(jobsStrip_, &JobsStrip::logRequested, log_, &LogPanel::toggle);
    connect(docks_, &DockArea::exportRequested, this, &MainWindow::exportView);
    connect(docks_, &DockArea::activeViewChanged, this, [this](View* view) {
        if (!view->state().objects.empty()) inspector_->setObject(view->state().objects.front());
        for (const auto& id : view->state().objects)
            if (const auto object = model_.workspace().find(id); object && object->kind() == Kind::Embedding)
                inspector_->setEmbedding(id);
    });
    connect(docks_, &DockArea::viewCreated, this, [this](View* view) {
        connect(view, &View::methodRequested, this, &MainWindow::runOn);
        if (auto* scores = qobject_cast<ScoresView*>(view))
            connect(scores, &ScoresView::measureRequested, this, &MainWindow::measure);
        if (auto* tangle = qobject_cast<TangleView*>(view))
            connect(tangle, &TangleView::compareRequested, this, &MainWindow::compare);
    });
    connect(jobs_.get(), &Jobs::made, this, &MainWindow::made);
    connect(jobs_.get(), &Jobs::failed, this, [this](const QString& title, const Error& error) {
        report(tr("%1 did not finish").arg(title), error);
    });
    connect(documents_.get(), &Documents::opened, this, &MainWindow::opened);
    connect(documents_.get(), &Documents::failed, this, &MainWindow::report);
    connect(watch_.get(), &FileWatch::changed, this, &MainWindow::offerReload);
    connect(documents_.get(), &Documents::reloaded, this, [this](const std::string& id) {
        if (const auto object = model_.workspace().find(id))
            log_->add(tr("Read %1 again (%2)").arg(QString::fromStdString(object->name), shortFact(*object)));
    });
    connect(documents_.get(), &Documents::partlyOpened, this,
            [this](const QString& file, const QStringList& lost) {
                for (const QString& each : lost)
                    log_->add(tr("Not in %1: %2").arg(file, each));
                note(tr("%1 is not whole; the rest is open. Missing: %2. Saving asks for a new name.")
                         .arg(file, lost.join(QStringLiteral("; "))));
            });
    connect(documents_.get(), &Documents::previewed, this, &MainWindow::showPreview);
    connect(previewPage_, &PreviewPage::left, this, &MainWindow::leavePreview);
    connect(previewPage_, &PreviewPage::taken, this, [this] {
        const auto shown = previewPage_->preview();
        leavePreview();
        documents_->take(shown);
    });
    connect(previewPage_, &PreviewPage::readAgain, documents_.get(), &Documents::open);
    connect(documents_.get(), &Documents::sessionOpened, this, [this] {
        showWorkspace(true);
        if (model_.workspace().views.empty()) addDefaultViews();
        docks_->restoreLayout(model_.workspace().layout);
        refreshTitle();
        log_->add(tr("Opened %1").arg(documents_->sessionName()));
    });
    connect(documents_.get(), &Documents::saved, this, [this](const QDateTime& when) {
        status_->setSaved(tr("saved %1").arg(when.toString("HH:mm")));
        refreshTitle();
    });
    documents_->setCompletion([this](Workspace& workspace) {
        workspace.layout = docks_->layoutState();
        for (auto& state : workspace.views)
            if (const View* view = docks_->viewOf(state.id)) {
                state.settings = view->currentSettings();
                state.settings["linked"] = view->isLinked();
            }
    });
    connect(&model_, &WorkspaceModel::modifiedChanged, this, &MainWindow::refreshTitle);
}

void MainWindow::open(const QString& source) {
    const bool replaces = source.endsWith(".horo", Qt::CaseInsensitive);
    if (replaces && !mayDiscard()) return;
    documents_->open(source);
}

void MainWindow::runOn(const std::string& method, const std::string& object,
                       const std::map<std::string, std::string>& values) {
    if (const auto by = values.find("changes"); by != values.end() && method.starts_with("annotate.")) {
        const auto changes = changesFromText(by->second);
        return changes ? change(object, *changes) : report(tr("Change"), changes.error());
    }
    chooseMethod(method, object);
    for (const auto& [parameter, value] : values)
        form_->setValue(parameter, value);
    form_->run();
}

void MainWindow::chooseMethod(const std::string& id, const std::string& object) {
    const auto method = Registry::global().find(id);
    if (!method) return;
    const auto& inputs = (*method)->declaration().inputs;
    // A picture is scored and compared itself; all else starts from the rows that it shows.
    const bool takesPictures =
        id.starts_with("compare.") || std::ranges::find(inputs, "parent", &Port::name) != inputs.end();
    form_->setMethod(**method, takesPictures ? object : rowsBehind(model_.workspace(), object));
}

void MainWindow::selectNode(ItemId item) {
    showWorkspace(true);
    std::vector<ItemId> items{item};
    for (const auto& object : model_.workspace().objects)
        if (const auto hierarchy = object->as<Hierarchy>())
            if (const auto node = hierarchy->items()->rowOf(item)) {
                items = itemsOfSubtree(*hierarchy, HierarchyLook::of(hierarchy)->tree(),
                                       static_cast<Node>(*node), false);
                break;
            }
    model_.select(Selection(std::move(items), "palette", item));
}

void MainWindow::askOpen() {
    QString filter = tr("All files (*)");
    for (const auto& reader : readers()) {
        QStringList endings;
        for (const auto& ending : reader->endings())
            endings << "*" + QString::fromStdString(ending);
        if (!endings.isEmpty())
            filter += QStringLiteral(";;%1 (%2)")
                          .arg(QString::fromUtf8(reader->help().data(),
                                                 static_cast<qsizetype>(reader->help().size()))
                                   .section(" (", 0, 0),
                               endings.join(' '));
    }
    filter += tr(";;Horocycle session (*.horo)");
    QSettings settings;
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Open"), settings.value("folder").toString(), filter);
    if (path.isEmpty()) return;
    settings.setValue("folder", QFileInfo(path).absolutePath());
    open(path);
}

void MainWindow::askSource() {
    bool accepted = false;
    const QString source =
        QInputDialog::getText(this, tr("Open source"), tr("A file, folder or named source, options after ?"),
                              QLineEdit::Normal, "wordnet:", &accepted);
    if (accepted && !source.trimmed().isEmpty()) open(source.trimmed());
}

bool MainWindow::save() {
    return documents_->sessionPath().isEmpty() ? saveAs() : documents_->save(documents_->sessionPath());
}

bool MainWindow::saveAs() {
    const QString path = QFileDialog::getSaveFileName(this, tr("Save session"), documents_->sessionPath(),
                                                      tr("Horocycle session (*.horo)"));
    if (path.isEmpty()) return false;
    return documents_->save(path.endsWith(".horo") ? path : path + ".horo");
}

bool MainWindow::mayDiscard() {
    if (!model_.isModified() || model_.workspace().objects.empty()) return true;
    QMessageBox box(QMessageBox::NoIcon, tr("Horocycle"),
                    tr("Save the changes to %1?").arg(documents_->sessionName()),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box.setInformativeText(tr("Without saving, what was opened and computed since the last save is gone."));
    const int answer = box.exec();
    return answer == QMessageBox::Discard || (answer == QMessageBox::Save && save());
}

void MainWindow::closeWorkspace() {
    if (!mayDiscard()) return;
    for (const auto& entry : jobs_->running())
        jobs_->stop(entry->number);
    documents_->close();
    showWorkspace(false);
    refreshTitle();
}

void MainWindow::showWorkspace(bool shown) {
    // What is asked about a file waits for its answer, whatever else arrives meanwhile.
    if (shown && pages_->currentWidget() == previewPage_) {
        behindPreview_ = docks_;
        return;
    }
    if (!shown) start_->refresh();
    if (pages_->currentWidget() != docks_ && shown) docks_->setFocus();
    pages_->setCurrentWidget(shown ? static_cast<QWidget*>(docks_) : start_);
    topBar_->setWorkspaceShown(shown);
    jobsStrip_->setVisible(shown);
}

void MainWindow::exportView(View* view, QWidget* anchor) {
    QString name = QString::fromStdString(view->state().type);
    if (!view->state().objects.empty())
        if (const auto object = model_.workspace().find(view->state().objects.front()))
            name = QString::fromStdString(object->name).toLower().replace(' ', '-');
    auto* panel = new ExportPanel(
        {view->exportFigure(documents_->sessionPath().isEmpty() ? QString() : documents_->sessionName())},
        name, this);
    connect(panel, &ExportPanel::written, this, [this](const QString& path) {
        note(tr("Wrote %1").arg(path));
        log_->add(tr("Wrote %1").arg(path));
    });
    panel->popUp(anchor);
}

void MainWindow::exportPage() {
    const QString session = documents_->sessionPath().isEmpty() ? QString() : documents_->sessionName();
    std::vector<Figure> panels;
    for (const View* view : docks_->viewsInSight())
        panels.push_back(view->exportFigure(session));
    if (panels.empty()) return note(tr("Open some views first: those in sight become one page."));
    auto* panel = new ExportPanel(std::move(panels), tr("page"), this);
    connect(panel, &ExportPanel::written, this, [this](const QString& path) {
        note(tr("Wrote %1").arg(path));
        log_->add(tr("Wrote %1").arg(path));
    });
    panel->popUp(docks_);
}

void MainWindow::report(const QString& what, const Error& error) {
    log_->add(what + ": " + QString::fromStdString(error.text()));
    QString text =
        QStringLiteral("<b>%1.</b> %2").arg(what.toHtmlEscaped(), sentence(error.cause).toHtmlEscaped());
    if (!error.place.empty())
        text += QStringLiteral(" (%1)").arg(QString::fromStdString(error.place).toHtmlEscaped());
    if (!error.advice.empty()) text += QStringLiteral(". %1.").arg(sentence(error.advice).toHtmlEscaped());
    auto* notice = new Notice(Tone::Error, "warning", text);
    connect(notice->addButton(tr("Dismiss")), &QPushButton::clicked, notice, &QObject::deleteLater);
    notices_->addWidget(notice);
}

void MainWindow::note(const QString& text) {
    auto* notice = new Notice(Tone::Accent, "check", "<span>" + text.toHtmlEscaped() + "</span>");
    connect(notice->addButton(tr("Dismiss"), true), &QPushButton::clicked, notice, &QObject::deleteLater);
    QTimer::singleShot(12'000, notice, &QObject::deleteLater);
    notices_->addWidget(notice);
}

void MainWindow::addPerspective() {
    bool accepted = false;
    const QString name = QInputDialog::getText(
        this, tr("Save the arrangement"), tr("Name of the perspective"), QLineEdit::Normal, {}, &accepted);
    if (accepted && !name.trimmed().isEmpty()) docks_->savePerspective(name.trimmed());
}

void MainWindow::showAbout() {
    help_->showPage("about");
}

void MainWindow::refreshTitle() {
    topBar_->setSessionName(documents_->sessionName(), model_.isModified());
    setWindowTitle(model_.workspace().objects.empty()
                       ? tr("Horocycle")
                       : QStringLiteral("%1%2 – Horocycle")
                             .arg(documents_->sessionName(), model_.isModified() ? " •" : ""));
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile()) open(url.toLocalFile());
    event->acceptProposedAction();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!mayDiscard()) return event->ignore();
    QSettings().setValue("geometry", saveGeometry());
    event->accept();
}

}  // namespace horo::app
