// MainWindow and objects: what is shown when one is opened or made.
#include <QFileInfo>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "app/BestView.h"
#include "app/DockArea.h"
#include "app/Documents.h"
#include "app/HelpPanel.h"
#include "app/InspectorPanel.h"
#include "app/Jobs.h"
#include "app/MainWindow.h"
#include "app/MethodPanel.h"
#include "app/PreviewPage.h"
#include "app/RowsBehind.h"
#include "app/TopBar.h"
#include "app/Wording.h"
#include "app/WorkspacePanel.h"
#include "core/base/parallel.h"
#include "core/data/row_nodes.h"
#include "core/method/registry.h"
#include "views/kit/Notice.h"
#include "views/text/TextBehind.h"
#include "views/view/ViewFactory.h"

namespace horo::app {

using namespace views;

namespace {
constexpr size_t measuredAtOnce = 20'000;  ///< rows up to which the scores take a second or two
}

void MainWindow::openSample(const QString& source) {
    sampleOpening_ = source;
    documents_->open(source);
}

void MainWindow::opened(const std::string& id, const QStringList& notes) {
    showWorkspace(true);
    const auto object = model_.workspace().find(id);
    if (!object) return;
    workspacePanel_->setCurrentObject(id);
    showObject(id);
    log_->add(tr("Opened %1 (%2)").arg(QString::fromStdString(object->name), shortFact(*object)));
    for (const QString& line : notes)
        log_->add(line);
    if (!notes.isEmpty())
        note(tr("%1: %2.").arg(QString::fromStdString(object->name), notes.join(QStringLiteral("; "))));
    if (object->kind() == Kind::Hierarchy) chooseMethod("embed.taxonomy", id);
    if (object->kind() == Kind::Text) chooseMethod("chunk.spaces", id);
    if (object->kind() == Kind::Embedding) firstLookAt(object);
    if (!sampleOpening_.isEmpty() && object->origin.source == sampleOpening_.toStdString())
        form_->setValue("dim", "2");
    sampleOpening_.clear();
}

void MainWindow::firstLookAt(const std::shared_ptr<const Object>& opened) {
    const auto embedding = opened->as<Embedding>();
    if (embedding->manifold.isHyperbolic() || embedding->columns() <= 3) return;
    chooseMethod("project.umap", opened->id);
    // Nobody sees more than three columns: their principal components, at once.
    start("project.pca", {{"embedding", opened}}, false);
}

void MainWindow::start(const char* id, std::map<std::string, std::shared_ptr<const Object>> inputs,
                       bool aside) {
    const auto method = Registry::global().find(id);
    if (!method || std::ranges::any_of(inputs, [](const auto& input) { return !input.second; })) return;
    Run run;
    run.method = *method;
    run.parameters = Parameters((*method)->declaration());
    run.inputs = std::move(inputs);
    Conditions conditions;
    conditions.threads = availableThreads();
    jobs_->start(std::move(run), conditions, aside);
}

void MainWindow::offerReload(const QString& path, const QStringList& objectIds) {
    const QString name = QStringLiteral("reload:") + path;
    delete findChild<Notice*>(name);
    auto* notice =
        new Notice(Tone::Accent, "clock",
                   tr("<b>%1</b> has changed on disk. Selection and views stay when it is read again.")
                       .arg(QFileInfo(path).fileName().toHtmlEscaped()));
    notice->setObjectName(name);
    connect(notice->addButton(tr("Dismiss"), true), &QPushButton::clicked, notice, &QObject::deleteLater);
    connect(notice->addButton(tr("Reload")), &QPushButton::clicked, this, [this, notice, objectIds] {
        for (const QString& id : objectIds)
            documents_->reload(id.toStdString());
        notice->deleteLater();
    });
    notices_->addWidget(notice);
}

void MainWindow::showPreview(std::shared_ptr<const Preview> preview) {
    const auto fileOf = [](const Preview& shown) { return shown.source.substr(0, shown.source.rfind('?')); };
    const bool open = pages_->currentWidget() == previewPage_;
    if (open && fileOf(*previewPage_->preview()) != fileOf(*preview)) {
        waiting_ << std::move(preview);
        return;
    }
    if (!open) behindPreview_ = pages_->currentWidget();
    previewPage_->setPreview(std::move(preview));
    pages_->setCurrentWidget(previewPage_);
    topBar_->setWorkspaceShown(false);
    previewPage_->setFocus();
}

void MainWindow::leavePreview() {
    pages_->setCurrentWidget(behindPreview_);
    showWorkspace(behindPreview_ == docks_);
    if (!waiting_.isEmpty()) showPreview(waiting_.takeFirst());
}

void MainWindow::addDefaultViews() {
    // A session that the command line made has objects and no views: opening it changes nothing, so it is not
    // an undoable step.
    Workspace workspace = model_.workspace();
    const auto add = [&](const std::string& type, const Object& object) {
        workspace.views.push_back({workspace.freshId(type), type, {object.id}, nlohmann::json::object()});
    };
    for (const char* type : {"tree", "training", "text"}) {
        const auto object = newestFor(*findViewType(type), workspace);
        if (!object) continue;
        const bool hasCurves = object->madeBy && !object->madeBy->curves.empty();
        if (object->kind() != Kind::Embedding || hasCurves) add(type, *object);
        if (object->kind() == Kind::Embedding) add(bestView(*object), *object);
    }
    model_.reset(std::move(workspace));
}

void MainWindow::showObject(const std::string& id) {
    const auto object = model_.workspace().find(id);
    if (!object) return;
    showWorkspace(true);
    switch (object->kind()) {
        case Kind::Embedding:
            showEmbedding(*object);
            break;
        case Kind::Hierarchy:
        case Kind::Table:
            docks_->openView(bestView(*object), id);
            break;
        case Kind::Report:
            if (object->madeBy)
                for (const auto& [name, input] : object->madeBy->inputs)
                    if (docks_->openView("scores", input)) break;
            break;
        case Kind::Text:
        case Kind::Segmentation:
            showText(id);
            break;
        case Kind::Arrays:
        case Kind::Model:
        case Kind::Trace:
        case Kind::Images:
        case Kind::None:
            break;
    }
}

void MainWindow::showEmbedding(const Object& object) {
    const bool flat = !object.as<Embedding>()->manifold.isHyperbolic();
    // Rows that are no points of a disk have a perspective of their own, where nobody arranged another.
    if (flat && (docks_->perspective() == "Explore" || docks_->perspective() == "Chunks"))
        docks_->choosePerspective(QStringLiteral("Spaces"));
    if (flat && !object.madeBy) docks_->openView("table", object.id);
    if (!flat || object.madeBy || object.as<Embedding>()->columns() <= 3)
        docks_->openView(bestView(object), object.id);
}

void MainWindow::showText(const std::string& id) {
    // The middle is for the text where the perspective is about other things and nobody arranged it.
    if (docks_->perspective() == "Explore" || docks_->perspective() == "Spaces")
        docks_->choosePerspective(QStringLiteral("Chunks"));
    const auto object = model_.workspace().find(id);
    const auto text = object ? textBehind(model_.workspace(), object) : nullptr;
    // All ways to cut a text stand on its one ruler.
    if (text && text != object) {
        docks_->openView("scores", text->id);
        docks_->openView("ruler", text->id);
    } else {
        docks_->openView("text", id);
    }
}

void MainWindow::made(const std::string& id, bool first, bool aside) {
    const auto object = model_.workspace().find(id);
    if (!object) return;
    const bool running =
        std::ranges::any_of(jobs_->running(), [&](const auto& entry) { return entry->objectId == id; });
    if (object->kind() == Kind::Embedding) {
        if (first) {
            if (running || !object->madeBy->curves.empty()) docks_->openView("training", id);
            docks_->openView(bestView(*object), id);
            inspector_->setEmbedding(id);
            workspacePanel_->setCurrentObject(id);
        }
        // What takes a second or two comes by itself.
        if (!running && object->as<Embedding>()->rows() <= measuredAtOnce) startMeasures(object);
    } else if (first && !aside) {
        showObject(id);
        workspacePanel_->setCurrentObject(id);
    }
    log_->add(tr("Made %1").arg(QString::fromStdString(object->name)));
}

bool MainWindow::startMeasures(const std::shared_ptr<const Object>& embedding) {
    const auto parent = model_.workspace().find(rowsBehind(model_.workspace(), embedding->id));
    const auto hierarchy = model_.workspace().hierarchyOf(*embedding);
    std::map<std::string, std::shared_ptr<const Object>> picture{{"embedding", embedding},
                                                                 {"parent", parent}};
    const RowNodes nodes =
        hierarchy ? RowNodes(*embedding->as<Embedding>(), *hierarchy->as<Hierarchy>()) : RowNodes();
    // Levels are scored where every row has its place in the hierarchy.
    if (hierarchy && nodes.matched == nodes.nodes.size()) picture["hierarchy"] = hierarchy;
    if (parent != embedding) start("measure.projection", std::move(picture), true);
    if (!hierarchy) return parent != embedding;
    if (!nodes.byLabel)
        for (const char* id : {"measure.reconstruction", "measure.depth-norm"})
            start(id, {{"embedding", embedding}, {"hierarchy", hierarchy}}, true);
    return true;
}

void MainWindow::measure(const std::string& embeddingId) {
    const auto embedding = model_.workspace().find(embeddingId);
    if (embedding && !startMeasures(embedding))
        note(tr("Open the hierarchy that the rows of this embedding belong to first."));
}

void MainWindow::compare(const std::string& a, const std::string& b) {
    start("compare.hierarchies", {{"a", model_.workspace().find(a)}, {"b", model_.workspace().find(b)}},
          true);
}

}  // namespace horo::app
