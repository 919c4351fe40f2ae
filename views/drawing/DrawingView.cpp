#include "views/drawing/DrawingView.h"

#include <QMenu>
#include <QVBoxLayout>
#include <algorithm>

#include "views/drawing/DrawingCanvas.h"
#include "views/drawing/DrawingFigure.h"
#include "views/kit/HoverCard.h"
#include "views/kit/MenuButton.h"
#include "views/kit/NumberText.h"
#include "views/kit/PathLine.h"
#include "views/kit/ViewHeader.h"
#include "views/theme/ThemeSource.h"
#include "views/tree/ColourMenu.h"
#include "views/tree/NodeCard.h"
#include "views/tree/NodeColours.h"
#include "views/tree/NodeMenu.h"
#include "views/tree/NodeSelection.h"
#include "views/view/ViewClass.h"

namespace horo::views {

namespace {

bool isBuiltInSize(const std::string& key) {
    return key == "leaves" || key == "nodes" || key == "equal";
}

}  // namespace

ViewType DrawingView::viewType() {
    ViewType type{"drawing", tr("Drawing"), "icicle", {Kind::Hierarchy}, {}};
    for (const std::string& layout : Drawing::layouts())
        type.presets.push_back({Drawing::make(layout)->title(), {{"layout", layout}}});
    return type;
}

DrawingView::DrawingView(WorkspaceModel& model, ViewState state, QWidget* parent)
    : View(model, std::move(state), parent) {
    header_ = new ViewHeader(QStringLiteral("icicle"), tr("Drawing"), this);
    layout_ = new MenuButton(tr("As"), this);
    path_ = new PathLine(this);
    canvas_ = new DrawingCanvas(this);
    card_ = new HoverCard(canvas_);
    header_->setOwnControl(layout_);
    header_->setLinked(isLinked());
    auto* above = new QVBoxLayout;
    above->setContentsMargins(10, 6, 10, 4);
    above->addWidget(path_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header_);
    column->addLayout(above);
    column->addWidget(canvas_, 1);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setFocusProxy(canvas_);
    connectHeader();
    connectCanvas();
    connectModel();
    settings_ = drawingSettingsFromJson(this->state().settings);
    loadObjects();
}

DrawingView::~DrawingView() = default;

void DrawingView::connectHeader() {
    connect(header_, &ViewHeader::linkToggled, this, &View::setLinked);
    connect(header_, &ViewHeader::exportRequested, this, &View::exportRequested);
    connect(header_, &ViewHeader::settingsRequested, this, [this] {
        QMenu menu;
        fillSettingsMenu(menu);
        header_->popUpSettings(menu);
    });
    auto* layouts = new QMenu(this);
    connect(layouts, &QMenu::aboutToShow, this, [this, layouts] { fillLayoutMenu(*layouts); });
    layout_->setMenu(layouts);
    auto* colours = new QMenu(this);
    connect(colours, &QMenu::aboutToShow, this, [this, colours] {
        if (!hierarchy_) return;
        fillColourMenu(*colours, tree().maxDepth(), numbers(), {settings_.colour, level()},
                       [this](const ColourChoice& choice) {
                           DrawingSettings changed = settings_;
                           changed.colour = choice.colour, changed.level = choice.level;
                           change(tr("Colour the drawing"), changed);
                       });
    });
    header_->setColourMenu(colours);
    connect(path_, &PathLine::chosen, this, [this](ItemId item) {
        if (const auto node = hierarchy_->items()->rowOf(item)) goTo(static_cast<Node>(*node));
    });
}

void DrawingView::connectCanvas() {
    connect(canvas_, &DrawingCanvas::laidOut, this, [this] {
        header_->setCounts(static_cast<qint64>(canvas_->scene().drawn()),
                           static_cast<qint64>(drawn_->subtreeSize(focus())));
    });
    connect(canvas_, &DrawingCanvas::hoverMoved, this, &DrawingView::pointAt);
    connect(canvas_, &DrawingCanvas::clearRequested, this,
            [this] { model().select(Selection({}, state().id)); });
    connect(canvas_, &DrawingCanvas::focusRequested, this, &DrawingView::goTo);
    connect(canvas_, &DrawingCanvas::upRequested, this, [this] { goTo(drawn_->parent(focus())); });
    connect(canvas_, &DrawingCanvas::stepRequested, this, &DrawingView::step);
    connect(canvas_, &DrawingCanvas::menuRequested, this, [this](Node node, QPoint at) {
        QMenu menu;
        fillNodeMenu(menu, *this, hierarchyId_, *hierarchy_, node);
        menu.exec(at);
    });
    connect(canvas_, &DrawingCanvas::boxed, this,
            [this](const std::vector<Node>& nodes, Qt::KeyboardModifiers keys) { select(nodes, {}, keys); });
    connect(canvas_, &DrawingCanvas::clicked, this,
            [this](std::optional<Node> node, Qt::KeyboardModifiers keys) {
                if (!node) return select({}, {}, keys);
                const auto subtree = tree().subtree(*node);
                select(keys & Qt::ControlModifier ? std::vector<Node>{*node}
                                                  : std::vector<Node>(subtree.begin(), subtree.end()),
                       node, keys);
            });
    card_->setCrowding([this](const QRect& box) {
        // Only the corner with most empty canvas matters; areas are everywhere the same.
        const QPointF off = QRectF(box).center() - canvas_->rect().center();
        return canvas_->scene().isEmpty() || !canvas_->scene().drawing().isRound()
                   ? 0.0
                   : -QPointF::dotProduct(off, off);
    });
}

void DrawingView::connectModel() {
    connect(&model(), &WorkspaceModel::objectsChanged, this, &DrawingView::loadObjects);
    connect(&model(), &WorkspaceModel::selectionChanged, this, &DrawingView::takeSelection);
    connect(&model(), &WorkspaceModel::hoverChanged, this, &DrawingView::takeHover);
    connect(this, &View::linkedChanged, this, [this](bool linked) {
        header_->setLinked(linked);
        takeSelection();
        takeHover();
    });
    connect(&ThemeSource::instance(), &ThemeSource::changed, this, &DrawingView::takeColours);
}

void DrawingView::loadObjects() {
    const auto object = state().objects.empty() ? nullptr : model().workspace().find(state().objects.front());
    const auto hierarchy = object ? object->as<Hierarchy>() : nullptr;
    if (!hierarchy || hierarchy->size() == 0) return;
    hierarchyId_ = object->id;
    header_->setObjectText(QString::fromStdString(object->name));
    if (hierarchy == hierarchy_) return;
    hierarchy_ = hierarchy;
    look_ = HierarchyLook::of(hierarchy);
    drawn_ = nullptr;
    takeTree();
    takeColours();
    takeSelection();
}

void DrawingView::applySettings(const nlohmann::json& settings) {
    settings_ = drawingSettingsFromJson(settings);
    if (!hierarchy_) return;
    takeTree();
    takeColours();
}

Node DrawingView::focus() const {
    if (!settings_.focus.empty())
        if (const auto row = hierarchy_->items()->rowOf(settings_.focus)) return static_cast<Node>(*row);
    return drawn_->top();
}

int DrawingView::level() const {
    return settings_.level > 0 ? settings_.level : std::max(1, look_->suggestedLevel());
}

void DrawingView::takeTree() {
    std::vector<double> weights;
    if (settings_.size == "nodes")
        weights.assign(hierarchy_->size(), 1);
    else if (settings_.size == "equal")
        weights = equalWeights(tree());
    else if (settings_.size != "leaves")
        weights = itemNumberValues(settings_.size, model().workspace(), *hierarchy_->items());
    if (!drawn_ || weights != weights_) {
        weights_ = weights;
        drawn_ = std::make_shared<const DrawnTree>(look_, std::move(weights));
    }
    auto drawing = Drawing::make(settings_.layout);
    if (!drawing_ || drawing_->title() != drawing->title()) drawing_ = std::move(drawing);
    layout_->setValue(drawing_->title());
    setWindowTitle(drawing_->title());
    canvas_->draw(drawing_, drawn_, focus(), true);
    showPath();
}

void DrawingView::showPath() {
    QStringList names;
    std::vector<ItemId> items;
    if (focus() != DrawnTree::whole)
        for (const Node v : tree().path(focus())) {
            names << QString::fromStdString(hierarchy_->label(v));
            items.push_back(hierarchy_->items()->id(v));
        }
    if (names.isEmpty()) names << tr("%1 roots").arg(hierarchy_->roots().size()), items.push_back(0);
    path_->setPath(names, items);
}

std::vector<uint32_t> DrawingView::colours(bool paper) const {
    if (settings_.colour == "branch") return branchColours(*look_, level(), paper);
    if (settings_.colour == "depth") {
        std::vector<double> depths(hierarchy_->size());
        for (Node v = 0; v < depths.size(); ++v)
            depths[v] = tree().depth(v);
        return numberColours(depths);
    }
    if (!colourValues_.empty()) return numberColours(colourValues_);
    const Theme theme = paper ? Theme::builtIn(false) : Theme::current();
    return std::vector<uint32_t>(hierarchy_->size(), theme.colour(Token::PairNeither).rgba());
}

void DrawingView::takeColours() {
    if (!look_) return;
    colourValues_ = itemNumberValues(settings_.colour, model().workspace(), *hierarchy_->items());
    DrawingInk ink = canvas_->ink();
    ink.theme = Theme::current();
    ink.colours = colours(false);
    ink.extra = settings_.extra;
    ink.labels = settings_.labels;
    canvas_->setInk(std::move(ink));
    header_->setColourText(colourText({settings_.colour, level()}, true, numbers()));
}

void DrawingView::takeSelection() {
    if (!look_) return;
    DrawingInk ink = canvas_->ink();
    ink.selected.clear();
    ink.focus = DrawnTree::whole;
    if (isLinked()) {
        const Selection& selection = model().selection();
        const Items& items = *hierarchy_->items();
        for (const ItemId id : selection.ids())
            if (const auto row = items.rowOf(id)) {
                if (ink.selected.empty()) ink.selected.assign(hierarchy_->size(), 0);
                ink.selected[*row] = 1;
            }
        if (const auto row = items.rowOf(selection.focus())) ink.focus = static_cast<Node>(*row);
    }
    canvas_->setInk(std::move(ink));
}

std::vector<ItemNumber> DrawingView::numbers() const {
    auto numbers = itemNumbers(model().workspace(), *hierarchy_->items());
    numbers.insert(numbers.begin(), {"depth", "depth"});
    return numbers;
}

QString DrawingView::nameOf(const std::string& key) const {
    if (key == "leaves") return tr("leaves");
    if (key == "nodes") return tr("nodes");
    if (key == "equal") return tr("equal among siblings");
    return colourText({key, level()}, false, numbers());
}

void DrawingView::takeHover() {
    if (pointing_ || !hierarchy_) return;
    const auto row =
        isLinked() && model().hovered() ? hierarchy_->items()->rowOf(model().hovered()) : std::nullopt;
    canvas_->setHovered(row ? std::optional(static_cast<Node>(*row)) : std::nullopt);
    if (!row) card_->leave();
}

void DrawingView::pointAt(std::optional<Node> node, QPoint position) {
    canvas_->setHovered(node);
    if (node) {
        HoverContent content =
            nodeCard(*hierarchy_, tree(), *node, QColor::fromRgba(canvas_->ink().colours[*node]));
        const auto add = [&](const std::string& key, const std::vector<double>& values) {
            if (!values.empty())
                content.numbers.emplace_back(nameOf(key).section(QLatin1Char(','), 0, 0),
                                             fixedText(values[*node], 2));
        };
        if (!isBuiltInSize(settings_.size)) add(settings_.size, weights_);
        add(settings_.colour, colourValues_);
        card_->point(content, position);
    } else {
        card_->leave();
    }
    if (!isLinked()) return;
    pointing_ = true;
    model().hover(node ? hierarchy_->items()->id(*node) : 0);
    pointing_ = false;
}

void DrawingView::select(std::vector<Node> nodes, std::optional<Node> pointed,
                         Qt::KeyboardModifiers modifiers) {
    const Items& items = *hierarchy_->items();
    if (nodes.empty() && modifiers & (Qt::ShiftModifier | Qt::AltModifier)) return;
    std::vector<ItemId> ids;
    ids.reserve(nodes.size());
    for (const Node v : nodes)
        ids.push_back(items.id(v));
    model().select(changedSelection(model().selection(), std::move(ids), pointed ? items.id(*pointed) : 0,
                                    modifiers, state().id));
}

void DrawingView::step(Qt::Key arrow) {
    const Node at = canvas_->ink().focus;
    Node to = focus();
    if (at != DrawnTree::whole) {
        const auto siblings = drawn_->children(drawn_->parent(at));
        const auto place =
            static_cast<size_t>(std::find(siblings.begin(), siblings.end(), at) - siblings.begin());
        to = at;
        if (arrow == Qt::Key_Left) to = drawn_->parent(at);
        if (arrow == Qt::Key_Right && !tree().children(at).empty()) to = tree().children(at).front();
        if (arrow == Qt::Key_Up && place > 0) to = siblings[place - 1];
        if (arrow == Qt::Key_Down && place + 1 < siblings.size()) to = siblings[place + 1];
    }
    if (to == DrawnTree::whole) return;
    if (!canvas_->scene().cellOf(to)) goTo(to);
    const auto subtree = tree().subtree(to);
    select({subtree.begin(), subtree.end()}, to, {});
}

void DrawingView::goTo(Node focus) {
    DrawingSettings changed = settings_;
    // A leaf fills nothing: its parent is as near as one can come.
    if (focus != DrawnTree::whole && tree().children(focus).empty()) focus = drawn_->parent(focus);
    changed.focus =
        focus == DrawnTree::whole || focus == drawn_->top() ? std::string() : hierarchy_->name(focus);
    if (changed.focus != settings_.focus) change(tr("Zoom the drawing"), changed);
}

void DrawingView::frameSelection() {
    Node lowest = DrawnTree::whole;
    bool first = true;
    for (const ItemId id : model().selection().ids())
        if (const auto row = hierarchy_ ? hierarchy_->items()->rowOf(id) : std::nullopt) {
            const Node v = static_cast<Node>(*row);
            if (!first && lowest == DrawnTree::whole) break;
            lowest = first ? v : tree().lowestCommonAncestor(lowest, v);
            first = false;
        }
    if (!first) goTo(lowest);
}

void DrawingView::home() {
    if (drawn_) goTo(DrawnTree::whole);
}

void DrawingView::change(const QString& what, const DrawingSettings& settings) {
    const nlohmann::json json = toJson(settings);
    applySettings(json);
    store(what, json);
}

Figure DrawingView::figure() const {
    if (!hierarchy_) return {};
    DrawingInk ink = canvas_->ink();
    ink.theme = Theme::builtIn(false);
    ink.colours = colours(true);
    return drawingFigure({drawing_, drawn_, focus(), std::move(ink),
                          settings_.colour == "branch" ? level() : 0, nameOf(settings_.colour),
                          nameOf(settings_.size)});
}

HOROCYCLE_VIEW(DrawingView);

}  // namespace horo::views
