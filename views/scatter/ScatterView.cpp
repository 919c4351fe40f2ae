#include "views/scatter/ScatterView.h"

#include <QMenu>
#include <QVBoxLayout>

#include "views/disk/DiskNumbers.h"
#include "views/kit/Buttons.h"
#include "views/kit/LevelControl.h"
#include "views/kit/NumberText.h"
#include "views/kit/ToolPlate.h"
#include "views/kit/ViewHeader.h"
#include "views/scatter/ScatterCanvas.h"
#include "views/scatter/ScatterFigure.h"
#include "views/theme/Theme.h"
#include "views/view/ViewClass.h"

namespace horo::views {

ViewType ScatterView::viewType() {
    return {"scatter", tr("Scatter"), "scatter", {Kind::Embedding}, {}};
}

ScatterView::ScatterView(WorkspaceModel& model, ViewState state, QWidget* parent)
    : RowsView(model, std::move(state), parent) {
    auto* header = new ViewHeader(QStringLiteral("scatter"), tr("Scatter"), this);
    canvas_ = new ScatterCanvas(this);
    connectRows(header, canvas_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header_);
    column->addWidget(canvas_, 1);
    addTools();
    connectCanvas();
    settings_ = scatterSettingsFromJson(this->state().settings);
    levelChosen_ = this->state().settings.contains("level");
    loadObjects();
    showSettings();
}

ScatterView::~ScatterView() = default;

void ScatterView::addTools() {
    level_ = new LevelControl(canvas_);
    connect(level_, &LevelControl::changed, this, [this](int level) {
        levelChosen_ = true;
        showLevel(level);
    });
    auto* plate = new ToolPlate(canvas_, Qt::TopRightCorner);
    lassoTool_ = plate->addTool(QStringLiteral("lasso"), tr("Lasso"), QStringLiteral("L"), true);
    IconButton* homeTool = plate->addTool(QStringLiteral("home"), tr("Home"), QStringLiteral("H"));
    connect(lassoTool_, &QToolButton::toggled, canvas_, &ScatterCanvas::setLassoOn);
    connect(canvas_, &ScatterCanvas::lassoChanged, lassoTool_, &QToolButton::setChecked);
    connect(homeTool, &QToolButton::clicked, this, &ScatterView::home);
}

void ScatterView::connectCanvas() {
    connect(canvas_, &ScatterCanvas::settingsChanged, this, [this](const QString& what) {
        settings_ = canvas_->settings();
        store(what, toJson(settings_), QStringLiteral("camera"));
    });
    connect(canvas_, &ScatterCanvas::sceneDrawn, this, [this] {
        header_->setCounts(static_cast<qint64>(canvas_->drawn()),
                           static_cast<qint64>(canvas_->subject().size()));
    });
}

void ScatterView::loadObjects() {
    if (findObjects() && look_ && !levelChosen_) settings_.level = suggestedLevel();
    if (!embeddingId_.empty()) takePayload();
}

void ScatterView::takePayload() {
    const Payload payload = model().payloadOf(embeddingId_);
    const auto* found = std::get_if<std::shared_ptr<const Embedding>>(&payload);
    if (!found || !*found || *found == embedding_ || (*found)->rows() == 0 || (*found)->columns() == 0)
        return;
    const std::shared_ptr<const Embedding> embedding = *found;
    const auto object = model().workspace().find(embeddingId_);
    const bool sameItems = embedding_ && embedding_->items == embedding->items;
    embedding_ = embedding;
    canvas_->setLive(object && payload != object->payload);
    if (sameItems) {
        canvas_->movePoints(*embedding);
        if (settings_.colour == "radius") loadColours();
        takeCone();
    } else {
        ScatterSubject subject(DiskSubject(*embedding, hierarchy_, tree()));
        subject.takePoints(*embedding, settings_.columnX, settings_.columnY);
        subject.rows.colours.assign(subject.size(), colour(Token::T3).rgba());
        subject.rows.select(isLinked() ? model().selection() : Selection());
        canvas_->setSubject(std::move(subject));
        showSettings();
    }
    takeNotes();
}

void ScatterView::takeNotes() {
    const size_t missing = embedding_->rows() - canvas_->subject().grid.size();
    canvas_->setNotes(
        missing == 0 ? QString() : tr("%1 rows are not finite").arg(countText(static_cast<qint64>(missing))),
        columnText());
}

QString ScatterView::columnText() const {
    if (!embedding_ || embedding_->columns() <= 2) return {};
    const int last = static_cast<int>(embedding_->columns()) - 1;
    return tr("columns %1 and %2 of %3")
        .arg(std::min(settings_.columnX, last) + 1)
        .arg(std::min(settings_.columnY, last) + 1)
        .arg(last + 1);
}

void ScatterView::takeCone() {
    const uint32_t focus = canvas_->subject().rows.focusRow();
    canvas_->setCone(settings_.cone && embedding_ && focus != DiskSubject::none
                         ? OrderCone::of(*embedding_, focus, settings_.columnX, settings_.columnY)
                         : std::nullopt);
}

void ScatterView::takeTrails() {
    const auto object = model().workspace().find(settings_.trails);
    const auto moved = object ? object->as<Table>() : nullptr;
    Trails trails;
    if (moved && embedding_) {
        trails = Trails::of(*moved, *embedding_, settings_.columnX, settings_.columnY);
        trails.from = object->name;
    }
    if (!trails.all.empty() || !canvas_->subject().trails.all.empty()) canvas_->setTrails(std::move(trails));
}

void ScatterView::loadSizes() {
    if (!embedding_) return;
    canvas_->setSizes(settings_.size.empty()
                          ? std::vector<double>()
                          : diskNumberValues(settings_.size, model().workspace(), *embedding_, subject()));
}

void ScatterView::applySettings(const nlohmann::json& settings) {
    const int level = settings_.level;
    settings_ = scatterSettingsFromJson(settings);
    levelChosen_ |= settings.is_object() && settings.contains("level");
    if (!levelChosen_) settings_.level = level;
    showSettings();
}

void ScatterView::showSettings() {
    const ScatterSettings before = canvas_->settings();
    canvas_->setSettings(settings_);
    if (embedding_ && (before.columnX != settings_.columnX || before.columnY != settings_.columnY)) {
        canvas_->movePoints(*embedding_);
        takeNotes();
    }
    const int deepest = look_ ? look_->tree().maxDepth() : 0;
    level_->setLevels(deepest);
    if (look_)
        level_->setValue(std::min(settings_.level, deepest),
                         tr("%1, %2 branches")
                             .arg(settings_.level)
                             .arg(countText(static_cast<qint64>(look_->branchesAt(settings_.level)))));
    loadSizes();
    loadColours();
    takeCone();
    takeTrails();
}

void ScatterView::change(const QString& what, const ScatterSettings& settings) {
    const nlohmann::json json = toJson(settings);
    applySettings(json);
    store(what, json);
}

const DiskSubject& ScatterView::subject() const {
    return canvas_->subject().rows;
}

void ScatterView::chooseColour(const ColourChoice& choice) {
    ScatterSettings changed = settings_;
    changed.colour = choice.colour, changed.level = choice.level;
    change(tr("Colour the scatter"), changed);
}

void ScatterView::showSelection(const Selection& selection) {
    canvas_->setSelection(selection);
    takeCone();
}

void ScatterView::showColours(std::vector<uint32_t> colours) {
    canvas_->setColours(std::move(colours));
}

std::optional<QPointF> ScatterView::placeOf(uint32_t row) const {
    return canvas_->pixelOf(row);
}

Figure ScatterView::figure() const {
    if (!embedding_) return {};
    ScatterFigureInput input;
    input.subject = canvas_->subject(), input.settings = settings_;
    input.subject.rows.colours = rowColours(true);
    input.cone = canvas_->shapes().cone;
    input.columns = columnText().toStdString();
    if (!input.columns.empty()) input.columns[0] = 'C';
    if (settings_.colour == "branch" && look_)
        input.hues = &look_->hues();
    else if (settings_.colour != "none" && settings_.colour != "branch")
        input.colourName = colourName().toStdString();
    if (const auto object = model().workspace().find(embeddingId_)) input.objectName = object->name;
    return scatterFigure(input);
}

void ScatterView::frameSelection() {
    canvas_->frameSelection();
}
void ScatterView::home() {
    canvas_->home();
}

HOROCYCLE_VIEW(ScatterView);

}  // namespace horo::views
