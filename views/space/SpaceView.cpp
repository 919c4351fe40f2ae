#include "views/space/SpaceView.h"

#include <QMenu>
#include <QVBoxLayout>

#include "views/disk/DiskNumbers.h"
#include "views/disk/RowCard.h"
#include "views/disk/RowColours.h"
#include "views/kit/Buttons.h"
#include "views/kit/HoverCard.h"
#include "views/kit/MenuButton.h"
#include "views/kit/NumberText.h"
#include "views/kit/ToolPlate.h"
#include "views/kit/ViewHeader.h"
#include "views/space/SpaceCanvas.h"
#include "views/space/SpaceFigure.h"
#include "views/theme/Theme.h"
#include "views/theme/ThemeSource.h"
#include "views/tree/NodeSelection.h"
#include "views/view/ViewClass.h"

namespace horo::views {

ViewType SpaceView::viewType() {
    return {"space", tr("Space, 3-D"), "space-3d", {Kind::Embedding}, {}};
}

SpaceView::SpaceView(WorkspaceModel& model, ViewState state, QWidget* parent)
    : View(model, std::move(state), parent) {
    header_ = new ViewHeader(QStringLiteral("space-3d"), tr("Space, 3-D"), this);
    canvas_ = new SpaceCanvas(this);
    hoverCard_ = new HoverCard(canvas_);
    header_->setLinked(isLinked());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header_);
    column->addWidget(canvas_, 1);
    addTools();
    connectHeader();
    connectCanvas();
    connectModel();
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

void SpaceView::connectHeader() {
    connect(header_, &ViewHeader::linkToggled, this, &View::setLinked);
    connect(header_, &ViewHeader::exportRequested, this, &View::exportRequested);
    connect(header_, &ViewHeader::settingsRequested, this, [this] {
        QMenu menu;
        fillSettingsMenu(menu);
        QWidget* button = header_->settingsButton();
        menu.exec(button->mapToGlobal(QPoint(0, button->height() + 2)));
    });
    auto* colourMenu = new QMenu(this);
    connect(colourMenu, &QMenu::aboutToShow, this, [this, colourMenu] { fillColourMenu(*colourMenu); });
    header_->setColourMenu(colourMenu);
    model_ = new MenuButton(tr("Model"), this);
    auto* models = new QMenu(this);
    connect(models, &QMenu::aboutToShow, this, [this, models] { fillModelMenu(*models); });
    model_->setMenu(models);
    header_->setOwnControl(model_);
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
    connect(canvas_, &SpaceCanvas::clearRequested, this, [this] { model().select(Selection({}, state().id)); });
    connect(canvas_, &SpaceCanvas::hoverMoved, this, [this](std::optional<uint32_t> row, QPoint global) {
        pointAt(row, row ? canvas_->mapFromGlobal(global) : QPoint());
    });
    connect(canvas_, &SpaceCanvas::clicked, this, &SpaceView::select);
    connect(canvas_, &SpaceCanvas::lassoed, this,
            [this](const std::vector<uint32_t>& rows, Qt::KeyboardModifiers modifiers) {
                std::vector<ItemId> items;
                for (const uint32_t row : rows)
                    items.push_back(embedding_->items->id(row));
                model().select(
                    changedSelection(model().selection(), std::move(items), 0, modifiers, state().id));
            });
    hoverCard_->setCrowding([this](const QRect& box) {
        double marks = 0;
        for (const SpaceMark& mark : canvas_->scene().marks)
            marks += box.contains(static_cast<int>(mark.x), static_cast<int>(mark.y));
        for (const DiskLabel& label : canvas_->labels())
            if (box.intersects(QRectF(label.box.left, label.box.top, label.box.width, label.box.height).toRect()))
                marks += 12;
        return marks;
    });
}

void SpaceView::connectModel() {
    connect(&model(), &WorkspaceModel::objectsChanged, this, [this] {
        loadObjects();
        for (const ViewState& view : model().workspace().views)
            if (view.id == state().id && spaceSettingsFromJson(view.settings) != settings_)
                applySettings(view.settings);
    });
    connect(&model(), &WorkspaceModel::liveChanged, this, [this](const std::string& id) {
        if (id == embeddingId_) takePayload();
    });
    connect(&model(), &WorkspaceModel::selectionChanged, this, &SpaceView::takeSelection);
    connect(&model(), &WorkspaceModel::hoverChanged, this, &SpaceView::takeHover);
    connect(this, &View::linkedChanged, this, [this](bool linked) {
        header_->setLinked(linked);
        takeSelection();
        takeHover();
    });
    connect(&ThemeSource::instance(), &ThemeSource::changed, this, &SpaceView::takeColours);
}

void SpaceView::loadObjects() {
    const Workspace& workspace = model().workspace();
    const auto& ids = state().objects;
    const auto object = ids.empty() ? nullptr : workspace.find(ids.front());
    if (!object) return;
    embeddingId_ = object->id;
    header_->setObjectText(QString::fromStdString(object->name));
    const auto source = ids.size() > 1 ? workspace.find(ids[1]) : workspace.hierarchyOf(*object);
    const auto hierarchy = source ? source->as<Hierarchy>() : nullptr;
    if (hierarchy != hierarchy_) {
        hierarchy_ = hierarchy;
        tree_ = hierarchy_ ? std::make_shared<SpanningTree>(*hierarchy_) : nullptr;
        hues_.reset();
        if (tree_) hues_.emplace(*tree_);
        if (tree_ && !levelChosen_) settings_.level = std::max(1, hues_->baseLevel());
        embedding_.reset();
    }
    takePayload();
}

void SpaceView::takePayload() {
    const Payload payload = model().payloadOf(embeddingId_);
    const auto* found = std::get_if<std::shared_ptr<const Embedding>>(&payload);
    if (!found || !*found || *found == embedding_ || (*found)->rows() == 0 || (*found)->columns() == 0) return;
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
        if (settings_.colour == "radius") takeColours();
    } else {
        SpaceSubject subject{DiskSubject(embedding->items, hierarchy_, tree_), std::move(chart.points),
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
    takeColours();
}

void SpaceView::change(const QString& what, const SpaceSettings& settings) {
    const nlohmann::json json = toJson(settings);
    applySettings(json);
    store(what, json);
}

void SpaceView::takeSelection() {
    if (isLinked()) canvas_->setSelection(model().selection());
}

void SpaceView::select(std::optional<uint32_t> row, Qt::KeyboardModifiers modifiers) {
    if (!row) {
        if (!(modifiers & (Qt::ShiftModifier | Qt::AltModifier))) model().select(Selection({}, state().id));
        return;
    }
    const ItemId item = embedding_->items->id(*row);
    const Node node = canvas_->subject().rows.nodeOf(*row);
    auto items = node == SpanningTree::none
                     ? std::vector<ItemId>{item}
                     : itemsOfSubtree(*hierarchy_, *tree_, node, modifiers & Qt::ControlModifier);
    model().select(changedSelection(model().selection(), std::move(items), item, modifiers, state().id));
}

void SpaceView::takeHover() {
    if (pointing_ || !embedding_) return;
    const auto found = isLinked() && model().hovered() ? embedding_->items->rowOf(model().hovered()) : std::nullopt;
    const auto row = found ? std::optional(static_cast<uint32_t>(*found)) : std::nullopt;
    canvas_->setHovered(row);
    const auto at = row ? canvas_->pixelOf(*row) : std::nullopt;
    if (at && canvas_->rect().contains(at->toPoint()))
        hoverCard_->point(rowCard(*embedding_, canvas_->subject().rows, *row), at->toPoint());
    else
        hoverCard_->leave();
}

void SpaceView::pointAt(std::optional<uint32_t> row, QPoint position) {
    canvas_->setHovered(row);
    if (row)
        hoverCard_->point(rowCard(*embedding_, canvas_->subject().rows, *row), position);
    else
        hoverCard_->leave();
    if (!isLinked()) return;
    pointing_ = true;
    model().hover(row ? embedding_->items->id(*row) : 0);
    pointing_ = false;
}

std::vector<uint32_t> SpaceView::colours(bool paper) const {
    return rowColours({settings_.colour, settings_.level, hues_ ? &*hues_ : nullptr, paper}, model().workspace(),
                      *embedding_, canvas_->subject().rows);
}

void SpaceView::takeColours() {
    const DiskSubject& rows = canvas_->subject().rows;
    if (!embedding_ || rows.size() == 0) return;
    canvas_->setColours(colours(false));
    QString text = tr("none");
    if (settings_.colour == "branch" && tree_) text = tr("branch, level %1").arg(settings_.level);
    for (const DiskNumber& number : diskNumbers(model().workspace(), *embedding_, rows))
        if (number.key == settings_.colour) text = QString::fromStdString(number.name);
    header_->setColourText(text);
}

Figure SpaceView::figure() const {
    if (!embedding_) return {};
    SpaceFigureInput input;
    input.subject = canvas_->subject(), input.settings = settings_;
    input.subject.rows.colours = colours(true);
    if (settings_.colour == "branch" && tree_) {
        input.hues = &*hues_;
    } else if (settings_.colour != "none" && settings_.colour != "branch") {
        input.colourName = settings_.colour;
        for (const DiskNumber& number : diskNumbers(model().workspace(), *embedding_, input.subject.rows))
            if (number.key == settings_.colour) input.colourName = number.name;
    }
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
