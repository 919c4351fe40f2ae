#include "views/space/SpaceView.h"

#include <QMenu>
#include <QVBoxLayout>

#include "views/kit/Buttons.h"
#include "views/kit/MenuButton.h"
#include "views/kit/NumberText.h"
#include "views/kit/ToolPlate.h"
#include "views/kit/ViewHeader.h"
#include "views/space/SpaceCanvas.h"
#include "views/space/SpaceFigure.h"
#include "views/theme/Theme.h"
#include "views/view/ViewClass.h"

namespace horo::views {

ViewType SpaceView::viewType() {
    return {"space", tr("Space, 3-D"), "space-3d", {Kind::Embedding}, {}};
}

SpaceView::SpaceView(WorkspaceModel& model, ViewState state, QWidget* parent)
    : RowsView(model, std::move(state), parent) {
    auto* header = new ViewHeader(QStringLiteral("space-3d"), tr("Space, 3-D"), this);
    canvas_ = new SpaceCanvas(this);
    connectRows(header, canvas_);
    model_ = new MenuButton(tr("Model"), this);
    auto* models = new QMenu(this);
    connect(models, &QMenu::aboutToShow, this, [this, models] { fillModelMenu(*models); });
    model_->setMenu(models);
    header_->setOwnControl(model_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header_);
    column->addWidget(canvas_, 1);
    addTools();
    connectCanvas();
    settings_ = spaceSettingsFromJson(this->state().settings);
    levelChosen_ = this->state().settings.contains("level");
    loadObjects();
    showSettings();
}

SpaceView::~SpaceView() = default;

void SpaceView::addTools() {
    auto* plate = new ToolPlate(canvas_);
    lassoTool_ = plate->addTool(QStringLiteral("lasso"), tr("Lasso"), QStringLiteral("L"), true);
    IconButton* homeTool = plate->addTool(QStringLiteral("home"), tr("Home"), QStringLiteral("H"));
    connect(lassoTool_, &QToolButton::toggled, canvas_, &SpaceCanvas::setLassoOn);
    connect(canvas_, &SpaceCanvas::lassoChanged, lassoTool_, &QToolButton::setChecked);
    connect(homeTool, &QToolButton::clicked, this, &SpaceView::home);
}

void SpaceView::connectCanvas() {
    connect(canvas_, &SpaceCanvas::settingsChanged, this, [this](const QString& what) {
        settings_ = canvas_->settings();
        store(what, toJson(settings_), QStringLiteral("camera"));
    });
    connect(canvas_, &SpaceCanvas::sceneDrawn, this, [this] {
        header_->setCounts(static_cast<qint64>(canvas_->scene().marks.size()),
                           static_cast<qint64>(canvas_->scene().total));
    });
}

void SpaceView::loadObjects() {
    if (findObjects() && look_ && !levelChosen_) settings_.level = suggestedLevel();
    if (!embeddingId_.empty()) takePayload();
}

void SpaceView::takePayload() {
    const Payload payload = model().payloadOf(embeddingId_);
    const auto* found = std::get_if<std::shared_ptr<const Embedding>>(&payload);
    if (!found || !*found || *found == embedding_ || (*found)->rows() == 0 || (*found)->columns() == 0)
        return;
    const std::shared_ptr<const Embedding> embedding = *found;
    const auto object = model().workspace().find(embeddingId_);
    const bool live = object && payload != object->payload;
    const bool sameItems = embedding_ && embedding_->items == embedding->items &&
                           embedding_->columns() == embedding->columns() &&
                           embedding_->manifold == embedding->manifold;
    embedding_ = embedding;
    SpaceAxes axes = sameItems && live ? canvas_->subject().axes : spaceAxes(*embedding);
    SpaceChart chart = spaceChart(*embedding, axes);
    canvas_->setLive(live);
    if (sameItems) {
        canvas_->movePoints(std::move(chart.points), std::move(axes));
        if (settings_.colour == "radius") loadColours();
    } else {
        SpaceSubject subject{DiskSubject(*embedding, hierarchy_, tree()), std::move(chart.points),
                             std::move(axes)};
        subject.rows.colours.assign(subject.rows.size(), colour(Token::T3).rgba());
        subject.rows.select(isLinked() ? model().selection() : Selection());
        canvas_->setSubject(std::move(subject));
        showSettings();
    }
    takeNotes(chart.held);
}

void SpaceView::takeNotes(size_t held) {
    SpaceNotes notes;
    notes.projection = QString::fromStdString(canvas_->subject().axes.name);
    const size_t atLimit = std::max(held, embedding_->normLimit > 0 ? embedding_->health().atLimit : 0);
    if (atLimit > 0)
        notes.warning = canvas_->subject().axes.isHyperbolic()
                            ? tr("%1 rows at the norm limit").arg(countText(static_cast<qint64>(atLimit)))
                            : tr("%1 rows are not finite").arg(countText(static_cast<qint64>(atLimit)));
    canvas_->setNotes(std::move(notes));
}

void SpaceView::applySettings(const nlohmann::json& settings) {
    const int level = settings_.level;
    settings_ = spaceSettingsFromJson(settings);
    levelChosen_ |= settings.is_object() && settings.contains("level");
    if (!levelChosen_) settings_.level = level;
    showSettings();
}

void SpaceView::showSettings() {
    canvas_->setSettings(settings_);
    const SpaceAxes& axes = canvas_->subject().axes;
    model_->setValue(spaceModelTitle(axes.shown(settings_.model), axes));
    model_->setEnabled(axes.models().size() > 1);
    loadColours();
}

void SpaceView::change(const QString& what, const SpaceSettings& settings) {
    const nlohmann::json json = toJson(settings);
    applySettings(json);
    store(what, json);
}

const DiskSubject& SpaceView::subject() const {
    return canvas_->subject().rows;
}

void SpaceView::chooseColour(const ColourChoice& choice) {
    SpaceSettings changed = settings_;
    changed.colour = choice.colour, changed.level = choice.level;
    change(tr("Colour the space"), changed);
}

void SpaceView::showSelection(const Selection& selection) {
    canvas_->setSelection(selection);
}

void SpaceView::showColours(std::vector<uint32_t> colours) {
    canvas_->setColours(std::move(colours));
}

std::optional<QPointF> SpaceView::placeOf(uint32_t row) const {
    return canvas_->pixelOf(row);
}

Figure SpaceView::figure() const {
    if (!embedding_) return {};
    SpaceFigureInput input;
    input.subject = canvas_->subject(), input.settings = settings_;
    input.subject.rows.colours = rowColours(true);
    if (settings_.colour == "branch" && look_)
        input.hues = &look_->hues();
    else if (settings_.colour != "none" && settings_.colour != "branch")
        input.colourName = colourName().toStdString();
    if (const auto object = model().workspace().find(embeddingId_)) input.objectName = object->name;
    return spaceFigure(input);
}

void SpaceView::frameSelection() {
    canvas_->frameSelection();
}
void SpaceView::home() {
    canvas_->home();
}

HOROCYCLE_VIEW(SpaceView);

}  // namespace horo::views
