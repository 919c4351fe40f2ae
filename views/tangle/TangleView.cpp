#include "views/tangle/TangleView.h"

#include <QHBoxLayout>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "views/kit/Buttons.h"
#include "views/kit/ElidedLabel.h"
#include "views/kit/EmptyState.h"
#include "views/kit/HoverCard.h"
#include "views/kit/Label.h"
#include "views/kit/MenuButton.h"
#include "views/kit/PathLine.h"
#include "views/kit/ViewHeader.h"
#include "views/tangle/MovedList.h"
#include "views/tangle/OtherHierarchy.h"
#include "views/tangle/TangleCanvas.h"
#include "views/tangle/TangleFacts.h"
#include "views/tangle/TangleFigure.h"
#include "views/theme/ThemeSource.h"
#include "views/tree/NodeColours.h"
#include "views/view/ViewClass.h"

namespace horo::views {

ViewType TangleView::viewType() {
    return {"tangle", tr("Two hierarchies"), "compare", {Kind::Hierarchy}, {}, {}};
}

TangleView::TangleView(WorkspaceModel& model, ViewState state, QWidget* parent)
    : View(model, std::move(state), parent) {
    buildHeader();
    pages_ = new QStackedWidget(this);
    pages_->addWidget(
        new EmptyState(tr("Open, or make by editing, a second hierarchy over the same names, and it stands "
                          "here beside this one.")));
    pages_->addWidget(buildContent());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header_);
    column->addWidget(pages_, 1);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setFocusProxy(canvas_);
    connectHeader();
    connectCanvas();
    connectModel();
    settings_ = tangleSettingsFromJson(this->state().settings);
    loadObjects();
}

TangleView::~TangleView() = default;

void TangleView::buildHeader() {
    header_ = new ViewHeader(QStringLiteral("compare"), tr("Two hierarchies"), this);
    auto* own = new QWidget(this);
    with_ = new MenuButton(tr("With"), own);
    listButton_ = new IconButton(QStringLiteral("table"), tr("List of moved nodes"), own);
    listButton_->setIconExtent(14);
    listButton_->setCheckable(true);
    auto* row = new QHBoxLayout(own);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    row->addWidget(with_);
    row->addWidget(listButton_);
    header_->setOwnControl(own);
    header_->setLinked(isLinked());
}

QWidget* TangleView::buildContent() {
    auto* content = new QWidget;
    facts_ = new TangleFacts;
    auto* above = new QHBoxLayout;
    above->setContentsMargins(0, 6, 0, 4);
    above->setSpacing(6);
    for (const Side side : {Side::A, Side::B}) {
        const bool a = side == Side::A;
        auto* letter = new Label(a ? QStringLiteral("A") : QStringLiteral("B"), FontRole::Meta,
                                 a ? Token::PairA : Token::PairB);
        letter->setRole(FontRole::Meta, QFont::DemiBold);
        auto* name = names_[static_cast<size_t>(side)] = new ElidedLabel({}, FontRole::Meta, Token::T3);
        auto* path = paths_[static_cast<size_t>(side)] = new PathLine;
        name->setMaximumWidth(180);
        if (!a) above->addStretch(1);
        above->addWidget(letter);
        above->addWidget(name);
        above->addWidget(path, 3);
    }
    canvas_ = new TangleCanvas;
    card_ = new HoverCard(canvas_);
    note_ = new ElidedLabel({}, FontRole::Meta, Token::T3);
    auto* drawing = new QWidget;
    auto* inner = new QVBoxLayout(drawing);
    inner->setContentsMargins(10, 0, 10, 6);
    inner->setSpacing(4);
    inner->addLayout(above);
    inner->addWidget(canvas_, 1);
    inner->addWidget(note_);
    list_ = new MovedList;
    auto* beside = new QSplitter(Qt::Horizontal);
    beside->setHandleWidth(1);
    beside->setChildrenCollapsible(false);
    beside->addWidget(drawing);
    beside->addWidget(list_);
    beside->setStretchFactor(0, 3);
    beside->setStretchFactor(1, 1);
    list_->hide();
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(facts_);
    column->addWidget(beside, 1);
    return content;
}

void TangleView::loadObjects() {
    if (model().workspace().objects == seen_) return;
    seen_ = model().workspace().objects;
    const auto object = state().objects.empty() ? nullptr : model().workspace().find(state().objects.front());
    const auto hierarchy = object ? object->as<Hierarchy>() : nullptr;
    takePair(hierarchy && hierarchy->size() > 0 ? object : nullptr,
             hierarchy ? chosenOther(*object) : nullptr);
}

std::shared_ptr<const Object> TangleView::chosenOther(const Object& object) const {
    const auto usable = [&](const std::string& id) {
        const auto found = id == object.id ? nullptr : model().workspace().find(id);
        const auto hierarchy = found ? found->as<Hierarchy>() : nullptr;
        return hierarchy && hierarchy->size() > 0 ? found : nullptr;
    };
    if (const auto chosen = usable(settings_.with)) return chosen;
    if (state().objects.size() > 1)
        if (const auto second = usable(state().objects[1])) return second;
    return otherHierarchy(model().workspace(), object);
}

void TangleView::takePair(std::shared_ptr<const Object> a, std::shared_ptr<const Object> b) {
    if (!a || !b) b = nullptr;
    header_->setObjectText(a ? QString::fromStdString(a->name) : QString());
    const auto was = [&](Side side) {
        const auto& object = objects_[static_cast<size_t>(side)];
        return object ? object->as<Hierarchy>() : nullptr;
    };
    const bool same = b && pair_ && a->as<Hierarchy>() == was(Side::A) && b->as<Hierarchy>() == was(Side::B);
    objects_ = {a, b};
    if (!b) pair_ = nullptr;
    if (b && !same) pair_ = std::make_shared<const HierarchyPair>(a->as<Hierarchy>(), b->as<Hierarchy>());
    if (!same) list_->setPair(pair_);
    if (pair_) facts_->setFacts(*pair_, comparisonOf(model().workspace(), a->id, b->id));
    pages_->setCurrentIndex(pair_ ? 1 : 0);
    with_->setValue(b ? fontMetrics().elidedText(QString::fromStdString(b->name), Qt::ElideRight, 160)
                      : tr("none"));
    takeLayout();
    takeInk();
}

void TangleView::takeLayout() {
    {
        const QSignalBlocker quiet(listButton_);
        listButton_->setChecked(settings_.list);
    }
    list_->setVisible(settings_.list);
    if (!pair_) {
        canvas_->draw(nullptr, true, OrderedTree::whole, OrderedTree::whole, true);
        header_->setCounts({});
        return;
    }
    canvas_->draw(pair_, settings_.untangle, focus(Side::A), focus(Side::B), settings_.labels);
    for (const Side side : {Side::A, Side::B}) {
        names_[static_cast<size_t>(side)]->setText(QString::fromStdString(nameOf(side)));
        showPath(side);
    }
}

void TangleView::showPath(Side side) {
    const Hierarchy& hierarchy = pair_->hierarchy(side);
    QStringList names;
    std::vector<ItemId> items;
    if (const Node at = focus(side); at != OrderedTree::whole)
        for (const Node v : pair_->look(side)->tree().path(at)) {
            names << QString::fromStdString(hierarchy.label(v));
            items.push_back(hierarchy.items()->id(v));
        }
    if (names.isEmpty()) names << tr("%1 roots").arg(hierarchy.roots().size()), items.push_back(0);
    paths_[static_cast<size_t>(side)]->setPath(names, items);
}

void TangleView::showNote() {
    const TangleScene& scene = canvas_->scene();
    if (scene.isEmpty()) return note_->setText({});
    header_->setCounts(static_cast<qint64>(scene.drawn()), static_cast<qint64>(scene.total()));
    std::optional<uint64_t> before;
    if (settings_.untangle)
        before = TangleScene(pair_, false, focus(Side::A), focus(Side::B), scene.size(),
                             settings_.labels ? canvas_->ink().textPixels : 0)
                     .crossings();
    note_->setText(tangleNote(scene, before));
}

int TangleView::level() const {
    return settings_.level > 0 ? settings_.level : std::max(1, pair_->look(Side::A)->suggestedLevel());
}

std::vector<uint32_t> TangleView::colours(bool paper) const {
    if (settings_.colour == "status") return {};
    const HierarchyLook& look = *pair_->look(Side::A);
    return branchColours(look, level(), paper);
}

void TangleView::takeInk() {
    TangleInk ink;
    ink.theme = Theme::current();
    ink.labels = settings_.labels;
    if (pair_) ink.coloursOfA = colours(false);
    for (const Side side : {Side::A, Side::B}) {
        if (!pair_ || !isLinked()) break;
        const Items& items = *pair_->hierarchy(side).items();
        auto& selected = ink.selected[static_cast<size_t>(side)];
        for (const ItemId id : model().selection().ids())
            if (const auto row = items.rowOf(id)) {
                if (selected.empty()) selected.assign(items.size(), 0);
                selected[*row] = 1;
            }
        if (const auto row = items.rowOf(model().selection().focus()))
            ink.focus[static_cast<size_t>(side)] = static_cast<Node>(*row);
    }
    canvas_->setInk(std::move(ink));
    header_->setColourText(settings_.colour == "status" ? tr("status")
                           : pair_                      ? tr("branch of A, level %1").arg(level())
                                                        : tr("branch of A"));
}

void TangleView::applySettings(const nlohmann::json& settings) {
    const std::string with = settings_.with;
    settings_ = tangleSettingsFromJson(settings);
    if (settings_.with != with) {
        seen_.clear();
        return loadObjects();
    }
    takeLayout();
    takeInk();
}

void TangleView::change(const QString& what, const TangleSettings& settings) {
    const nlohmann::json json = toJson(settings);
    applySettings(json);
    store(what, json);
}

Figure TangleView::figure() const {
    if (!pair_) return {};
    TangleInk ink = canvas_->ink();
    ink.theme = Theme::builtIn(false);
    ink.coloursOfA = colours(true);
    return tangleFigure({pair_, QString::fromStdString(nameOf(Side::A)),
                         QString::fromStdString(nameOf(Side::B)), focus(Side::A), focus(Side::B),
                         settings_.untangle, std::move(ink), level()});
}

HOROCYCLE_VIEW(TangleView);

}  // namespace horo::views
