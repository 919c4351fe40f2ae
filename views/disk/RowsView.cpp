#include "views/disk/RowsView.h"

#include <QMenu>

#include "views/disk/DiskNumbers.h"
#include "views/disk/RowCard.h"
#include "views/disk/RowColours.h"
#include "views/disk/RowsCanvas.h"
#include "views/kit/HoverCard.h"
#include "views/kit/MenuChoice.h"
#include "views/kit/ViewHeader.h"
#include "views/theme/ThemeSource.h"
#include "views/tree/NodeSelection.h"
#include "views/view/SettingsJson.h"

namespace horo::views {

RowsView::RowsView(WorkspaceModel& model, ViewState state, QWidget* parent)
    : View(model, std::move(state), parent) {}

void RowsView::connectRows(ViewHeader* header, RowsCanvas* canvas) {
    header_ = header, rows_ = canvas;
    connectHeader();
    connectMarks();
    connectModel();
}

void RowsView::connectMarks() {
    hoverCard_ = new HoverCard(rows_);
    hoverCard_->setCrowding([this](const QRect& box) { return rows_->crowding(box); });
    connect(rows_, &RowsCanvas::clearRequested, this, [this] { model().select(Selection({}, state().id)); });
    connect(rows_, &RowsCanvas::clicked, this, &RowsView::click);
    connect(rows_, &RowsCanvas::lassoed, this, &RowsView::lasso);
    connect(rows_, &RowsCanvas::hoverMoved, this, [this](std::optional<uint32_t> row, QPoint global) {
        pointAt(row, row ? rows_->mapFromGlobal(global) : QPoint());
    });
}

void RowsView::connectHeader() {
    header_->setLinked(isLinked());
    auto* colours = new QMenu(this);
    header_->setColourMenu(colours);
    connect(colours, &QMenu::aboutToShow, this, [this, colours] {
        if (!embedding_) return colours->clear();
        fillColourMenu(*colours, look_ ? look_->tree().maxDepth() : 0, numbers(), colouring(),
                       [this](const ColourChoice& choice) { chooseColour(choice); });
    });
    connect(header_, &ViewHeader::linkToggled, this, &View::setLinked);
    connect(header_, &ViewHeader::exportRequested, this, &View::exportRequested);
    connect(header_, &ViewHeader::settingsRequested, this, [this] {
        QMenu menu;
        fillSettingsMenu(menu);
        fillLassoMenu(menu);
        header_->popUpSettings(menu);
    });
}

void RowsView::fillLassoMenu(QMenu& menu) {
    menu.addSeparator();
    const auto offer = [&](const QString& text, SelectBy how) {
        addChoice(menu, text, rows_->lassoOn() && rows_->selectBy() == how,
                  [this, how] { rows_->toggleLasso(how); });
    };
    offer(tr("Lasso\tL"), SelectBy::Lasso);
    offer(tr("Rectangle\tR"), SelectBy::Rectangle);
    offer(tr("Brush\tB"), SelectBy::Brush);
}

void RowsView::connectModel() {
    connect(&model(), &WorkspaceModel::objectsChanged, this, [this] { loadObjects(); });
    connect(&model(), &WorkspaceModel::liveChanged, this, [this](const std::string& id) {
        if (id == embeddingId_) takePayload();
    });
    connect(&model(), &WorkspaceModel::selectionChanged, this, &RowsView::loadSelection);
    connect(&model(), &WorkspaceModel::hoverChanged, this, &RowsView::loadHover);
    connect(this, &View::linkedChanged, this, [this](bool linked) {
        header_->setLinked(linked);
        loadSelection();
        loadHover();
    });
    connect(&ThemeSource::instance(), &ThemeSource::changed, this, &RowsView::loadColours);
}

bool RowsView::findObjects() {
    const Workspace& workspace = model().workspace();
    const auto& ids = state().objects;
    const auto object = ids.empty() ? nullptr : workspace.find(ids.front());
    if (!object) return false;
    embeddingId_ = object->id;
    header_->setObjectText(QString::fromStdString(object->name));
    const auto source = object->kind() == Kind::Hierarchy ? object
                        : ids.size() > 1                  ? workspace.find(ids[1])
                                                          : workspace.hierarchyOf(*object);
    const auto hierarchy = source ? source->as<Hierarchy>() : nullptr;
    if (hierarchy == hierarchy_) return false;
    hierarchy_ = hierarchy;
    look_ = HierarchyLook::of(hierarchy);
    embedding_.reset();
    return true;
}

std::shared_ptr<const SpanningTree> RowsView::tree() const {
    return look_ ? std::shared_ptr<const SpanningTree>(look_, &look_->tree()) : nullptr;
}

std::vector<ItemNumber> RowsView::numbers() const {
    return diskNumbers(model().workspace(), *embedding_, subject());
}

std::vector<uint32_t> RowsView::rowColours(bool paper) const {
    const ColourChoice choice = colouring();
    return views::rowColours({choice.colour, choice.level, look_.get(), paper}, model().workspace(),
                             *embedding_, subject());
}

QString RowsView::colourName() const {
    if (!look_ && embedding_ && !embedding_->labels.empty() && colouring().colour == "branch")
        return tr("label");
    return colourText(colouring(), look_ != nullptr, numbers());
}

void RowsView::showLevel(int level) {
    const auto follows = [&](const ViewState& view) {
        bool linked = isLinked();
        if (linked) take(view.settings, "linked", linked);
        return view.id == state().id || linked;
    };
    model().edit(
        tr("Show level %1").arg(level),
        [&](Workspace& workspace) {
            for (ViewState& view : workspace.views)
                if (follows(view)) view.settings["level"] = level;
        },
        QStringLiteral("level"));
}

void RowsView::loadSelection() {
    if (isLinked()) showSelection(model().selection());
}

void RowsView::loadColours() {
    if (!embedding_ || subject().size() == 0) return;
    showColours(rowColours(false));
    header_->setColourText(colourName());
}

void RowsView::loadHover() {
    if (pointing_ || !embedding_) return;
    const auto found =
        isLinked() && model().hovered() ? embedding_->items->rowOf(model().hovered()) : std::nullopt;
    const auto row = found ? std::optional(static_cast<uint32_t>(*found)) : std::nullopt;
    rows_->setHovered(row);
    const auto at = row ? placeOf(*row) : std::nullopt;
    if (at && rows_->rect().contains(at->toPoint()))
        hoverCard_->point(rowCard(model().workspace(), *embedding_, subject(), *row), at->toPoint());
    else
        hoverCard_->leave();
}

void RowsView::pointAt(std::optional<uint32_t> row, QPoint position) {
    rows_->setHovered(row);
    if (row)
        hoverCard_->point(rowCard(model().workspace(), *embedding_, subject(), *row), position);
    else
        hoverCard_->leave();
    if (!isLinked()) return;
    pointing_ = true;
    model().hover(row ? embedding_->items->id(*row) : 0);
    pointing_ = false;
}

void RowsView::click(std::optional<uint32_t> row, Qt::KeyboardModifiers modifiers) {
    if (!row) {
        if (!(modifiers & (Qt::ShiftModifier | Qt::AltModifier))) model().select(Selection({}, state().id));
        return;
    }
    const ItemId item = embedding_->items->id(*row);
    auto items = subject().isNode(*row) ? itemsOfSubtree(*hierarchy_, look_->tree(), subject().nodeOf(*row),
                                                         modifiers & Qt::ControlModifier)
                                        : std::vector<ItemId>{item};
    model().select(changedSelection(model().selection(), std::move(items), item, modifiers, state().id));
}

void RowsView::lasso(const std::vector<uint32_t>& rows, Qt::KeyboardModifiers modifiers) {
    std::vector<ItemId> items;
    for (const uint32_t row : rows)
        items.push_back(embedding_->items->id(row));
    model().select(changedSelection(model().selection(), std::move(items), 0, modifiers, state().id));
}

}  // namespace horo::views
