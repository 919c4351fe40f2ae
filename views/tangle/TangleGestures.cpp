// What pointer and keys do in TangleView, and how it follows the workspace.
#include <QMenu>

#include "views/kit/Buttons.h"
#include "views/kit/HoverCard.h"
#include "views/kit/MenuButton.h"
#include "views/kit/PathLine.h"
#include "views/kit/ViewHeader.h"
#include "views/tangle/MovedList.h"
#include "views/tangle/TangleCanvas.h"
#include "views/tangle/TangleFacts.h"
#include "views/tangle/TangleView.h"
#include "views/theme/ThemeSource.h"
#include "views/tree/NodeCard.h"
#include "views/tree/NodeSelection.h"

namespace horo::views {

void TangleView::connectHeader() {
    connect(header_, &ViewHeader::linkToggled, this, &View::setLinked);
    connect(header_, &ViewHeader::exportRequested, this, &View::exportRequested);
    connect(header_, &ViewHeader::settingsRequested, this, [this] {
        QMenu menu;
        fillSettingsMenu(menu);
        header_->popUpSettings(menu);
    });
    auto* others = new QMenu(this);
    connect(others, &QMenu::aboutToShow, this, [this, others] { fillWithMenu(*others); });
    with_->setMenu(others);
    auto* colours = new QMenu(this);
    connect(colours, &QMenu::aboutToShow, this, [this, colours] { fillColourMenu(*colours); });
    header_->setColourMenu(colours);
    connect(listButton_, &QToolButton::toggled, this, [this](bool shown) {
        TangleSettings changed = settings_;
        changed.list = shown;
        change(tr("Show or hide the moved nodes"), changed);
    });
    for (const Side side : {Side::A, Side::B})
        connect(paths_[static_cast<size_t>(side)], &PathLine::chosen, this, [this, side](ItemId item) {
            if (const auto node = pair_ ? pair_->hierarchy(side).items()->rowOf(item) : std::nullopt)
                goTo({side, static_cast<Node>(*node)});
        });
    connect(facts_, &TangleFacts::compareRequested, this, [this] {
        if (pair_) Q_EMIT compareRequested(objects_[0]->id, objects_[1]->id);
    });
}

void TangleView::connectCanvas() {
    connect(canvas_, &TangleCanvas::laidOut, this, &TangleView::showNote);
    connect(canvas_, &TangleCanvas::hoverMoved, this, &TangleView::pointAt);
    connect(canvas_, &TangleCanvas::clearRequested, this,
            [this] { model().select(Selection({}, state().id)); });
    connect(canvas_, &TangleCanvas::focusRequested, this, &TangleView::goTo);
    connect(canvas_, &TangleCanvas::upRequested, this, &TangleView::goUp);
    connect(canvas_, &TangleCanvas::clicked, this,
            [this](std::optional<SideNode> node, Qt::KeyboardModifiers keys) {
                if (node) return selectNode(*node, keys);
                select({}, 0, keys);
            });
    connect(canvas_, &TangleCanvas::boxed, this,
            [this](const std::array<std::vector<Node>, 2>& nodes, Qt::KeyboardModifiers keys) {
                if (!pair_) return;
                std::vector<ItemId> items;
                for (const Side side : {Side::A, Side::B})
                    for (const Node v : nodes[static_cast<size_t>(side)])
                        items.push_back(pair_->hierarchy(side).items()->id(v));
                select(std::move(items), 0, keys);
            });
    connect(list_, &MovedList::chosen, this, [this](Node v, Qt::KeyboardModifiers keys) {
        selectNode({Side::A, v}, keys);
    });
    connect(list_, &MovedList::pointed, this, [this](std::optional<Node> v) {
        canvas_->setHovered(v ? std::optional(SideNode{Side::A, *v}) : std::nullopt);
        if (isLinked()) model().hover(v && pair_ ? pair_->hierarchy(Side::A).items()->id(*v) : 0);
    });
}

void TangleView::connectModel() {
    connect(&model(), &WorkspaceModel::objectsChanged, this, &TangleView::loadObjects);
    connect(&model(), &WorkspaceModel::selectionChanged, this, &TangleView::takeInk);
    connect(&model(), &WorkspaceModel::hoverChanged, this, &TangleView::takeHover);
    connect(this, &View::linkedChanged, this, [this](bool linked) {
        header_->setLinked(linked);
        takeInk();
        takeHover();
    });
    connect(&ThemeSource::instance(), &ThemeSource::changed, this, &TangleView::takeInk);
}

void TangleView::takeHover() {
    if (pointing_ || !pair_) return;
    std::optional<SideNode> at;
    if (isLinked() && model().hovered() != 0)
        for (const Side side : {Side::B, Side::A})
            if (const auto row = pair_->hierarchy(side).items()->rowOf(model().hovered()))
                at = SideNode{side, static_cast<Node>(*row)};
    canvas_->setHovered(at);
    if (!at) card_->leave();
}

void TangleView::pointAt(std::optional<SideNode> at, QPoint position) {
    if (!pair_) return;
    canvas_->setHovered(at);
    if (at) {
        const Hierarchy& hierarchy = pair_->hierarchy(at->side);
        const Side other = otherSide(at->side);
        const Node partner = pair_->partner(at->side, at->node),
                   ofA = at->side == Side::A ? at->node : partner;
        const auto& colours = canvas_->ink().coloursOfA;
        const bool inPlace = pair_->status(at->side, at->node) == NodeStatus::InPlace;
        const QColor swatch = ofA < colours.size() ? QColor::fromRgba(colours[ofA])
                              : inPlace            ? canvas_->ink().theme.colour(Token::PairNeither)
                                                   : canvas_->ink().pairColour(at->side);
        HoverContent content = nodeCard(hierarchy, pair_->look(at->side)->tree(), at->node, swatch);
        const QString letter = other == Side::A ? tr("A") : tr("B");
        if (partner == MatchedNodes::none) {
            content.remark = tr("not in %1").arg(letter);
        } else {
            QStringList path;
            for (const Node v : pair_->look(other)->tree().path(partner))
                if (v != partner) path << QString::fromStdString(pair_->hierarchy(other).label(v));
            const bool moved = pair_->status(at->side, at->node) == NodeStatus::Moved;
            content.remark = moved ? tr("moved") : tr("in both");
            content.text = path.isEmpty()
                               ? tr("In %1 a root").arg(letter)
                               : tr("In %1 below %2").arg(letter, path.join(QStringLiteral(" › ")));
        }
        card_->point(content, position);
    } else {
        card_->leave();
    }
    if (!isLinked()) return;
    pointing_ = true;
    model().hover(at ? pair_->hierarchy(at->side).items()->id(at->node) : 0);
    pointing_ = false;
}

void TangleView::select(std::vector<ItemId> items, ItemId pointed, Qt::KeyboardModifiers modifiers) {
    if (items.empty() && modifiers & (Qt::ShiftModifier | Qt::AltModifier)) return;
    model().select(changedSelection(model().selection(), std::move(items), pointed, modifiers, state().id));
}

void TangleView::selectNode(SideNode at, Qt::KeyboardModifiers modifiers) {
    if (!pair_) return;
    const Hierarchy& hierarchy = pair_->hierarchy(at.side);
    select(itemsOfSubtree(hierarchy, pair_->look(at.side)->tree(), at.node, modifiers & Qt::ControlModifier),
           hierarchy.items()->id(at.node), modifiers);
}

Node TangleView::focus(Side side) const {
    const std::string& name = side == Side::A ? settings_.focusA : settings_.focusB;
    if (!name.empty())
        if (const auto row = pair_->hierarchy(side).items()->rowOf(std::string_view(name)))
            return static_cast<Node>(*row);
    return pair_->tree(side)->top();
}

TangleSettings TangleView::focused(TangleSettings settings, Side side, Node focus) const {
    const auto tree = pair_->tree(side);
    if (focus != OrderedTree::whole && tree->children(focus).empty()) focus = tree->parent(focus);
    (side == Side::A ? settings.focusA : settings.focusB) =
        focus == OrderedTree::whole || focus == tree->top() ? std::string() : tree->hierarchy().name(focus);
    return settings;
}

void TangleView::goTo(SideNode at) {
    if (!pair_) return;
    const TangleSettings changed = focused(settings_, at.side, at.node);
    if (changed != settings_) change(tr("Zoom the two hierarchies"), changed);
}

void TangleView::goUp(Side side) {
    if (pair_) goTo({side, pair_->tree(side)->parent(focus(side))});
}

std::optional<Node> TangleView::selectionTop(Side side) const {
    std::optional<Node> lowest;
    for (const ItemId id : model().selection().ids())
        if (const auto row = pair_->hierarchy(side).items()->rowOf(id)) {
            const Node v = static_cast<Node>(*row);
            if (lowest && *lowest == OrderedTree::whole) break;
            lowest = lowest ? pair_->look(side)->tree().lowestCommonAncestor(*lowest, v) : v;
        }
    return lowest;
}

void TangleView::frameSelection() {
    if (!pair_) return;
    TangleSettings changed = settings_;
    for (const Side side : {Side::A, Side::B})
        if (const auto top = selectionTop(side)) changed = focused(changed, side, *top);
    if (changed != settings_) change(tr("Zoom the two hierarchies"), changed);
}

void TangleView::home() {
    TangleSettings changed = settings_;
    changed.focusA.clear();
    changed.focusB.clear();
    if (changed != settings_) change(tr("Zoom the two hierarchies"), changed);
}

}  // namespace horo::views
