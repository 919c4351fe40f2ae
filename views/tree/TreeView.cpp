#include "views/tree/TreeView.h"

#include <QKeyEvent>
#include <QMenu>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

#include "views/kit/SearchField.h"
#include "views/kit/ViewHeader.h"
#include "views/theme/Theme.h"
#include "views/theme/ThemeSource.h"
#include "views/tree/ColourMenu.h"
#include "views/tree/NodeColours.h"
#include "views/tree/NodeMenu.h"
#include "views/tree/NodeSelection.h"
#include "views/tree/TreeCanvas.h"
#include "views/tree/TreeFigure.h"
#include "views/tree/TreeHead.h"
#include "views/view/ViewClass.h"

namespace horo::views {

ViewType TreeView::viewType() {
    return {"tree", tr("Taxonomy"), "tree", {Kind::Hierarchy}, {}, ViewPlace::Side};
}

TreeView::TreeView(WorkspaceModel& model, ViewState state, QWidget* parent)
    : View(model, std::move(state), parent) {
    header_ = new ViewHeader(QStringLiteral("tree"), tr("Taxonomy"), this);
    search_ = new SearchField(tr("Find a node"), this);
    canvas_ = new TreeCanvas(this);
    colourMenu_ = new QMenu(this);
    header_->setColourMenu(colourMenu_);
    header_->setLinked(isLinked());
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);

    auto* field = new QVBoxLayout;
    field->setContentsMargins(8, 8, 8, 4);
    field->addWidget(search_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header_);
    column->addLayout(field);
    column->addWidget(new TreeHead(this));
    column->addWidget(canvas_, 1);

    connectCanvas();
    connectModel();
    loadObjects();
    applySettings(this->state().settings);
}

TreeView::~TreeView() = default;

void TreeView::connectCanvas() {
    connect(header_, &ViewHeader::linkToggled, this, &View::setLinked);
    connect(header_, &ViewHeader::exportRequested, this, &View::exportRequested);
    connect(header_, &ViewHeader::settingsRequested, this, [this] {
        QMenu menu;
        fillSettingsMenu(menu);
        header_->popUpSettings(menu);
    });
    connect(colourMenu_, &QMenu::aboutToShow, this, &TreeView::fillColourMenu);
    connect(search_, &QLineEdit::textChanged, this, &TreeView::search);
    connect(search_, &SearchField::nextRequested, this, [this] { stepSearch(1); });
    connect(search_, &SearchField::previousRequested, this, [this] { stepSearch(-1); });
    connect(canvas_, &TreeCanvas::typed, this, [this](const QString& text) {
        focusSearch();
        search_->setText(text);
    });
    connect(canvas_, &TreeCanvas::clearRequested, this,
            [this] { model().select(Selection({}, state().id)); });
    connect(canvas_, &TreeCanvas::clicked, this,
            [this](Node node, Qt::KeyboardModifiers modifiers) { selectNode(node, modifiers); });
    connect(canvas_, &TreeCanvas::menuRequested, this, [this](Node node, QPoint at) {
        QMenu menu;
        fillNodeMenu(menu, *this, state().objects.front(), *hierarchy_, node);
        menu.exec(at);
    });
    connect(canvas_, &TreeCanvas::hoverMoved, this, [this](std::optional<Node> node, QPoint) {
        canvas_->setHovered(node);
        if (isLinked()) model().hover(node ? hierarchy_->items()->id(*node) : 0);
    });
}

void TreeView::connectModel() {
    connect(&model(), &WorkspaceModel::objectsChanged, this, &TreeView::loadObjects);
    connect(&model(), &WorkspaceModel::selectionChanged, this, &TreeView::takeSelection);
    connect(&model(), &WorkspaceModel::hoverChanged, this, &TreeView::takeHover);
    connect(this, &View::linkedChanged, this, [this](bool linked) {
        header_->setLinked(linked);
        takeSelection();
        takeHover();
    });
    connect(&ThemeSource::instance(), &ThemeSource::changed, this, &TreeView::takeColours);
}

void TreeView::loadObjects() {
    const auto object = state().objects.empty() ? nullptr : model().workspace().find(state().objects.front());
    const auto hierarchy = object ? object->as<Hierarchy>() : nullptr;
    if (object) header_->setObjectText(QString::fromStdString(object->name));
    if (hierarchy == hierarchy_) return;
    hierarchy_ = hierarchy;
    look_ = HierarchyLook::of(hierarchy_);
    tree_ = look_ ? std::shared_ptr<const SpanningTree>(look_, &look_->tree()) : nullptr;
    finder_.reset();
    canvas_->setTree(hierarchy_, tree_);
    if (hierarchy_)
        header_->setCounts(static_cast<qint64>(hierarchy_->size()), static_cast<qint64>(hierarchy_->size()));
    takeColours();
    takeSelection();
    search(search_->text());
}

void TreeView::applySettings(const nlohmann::json& settings) {
    if (!settings.is_object()) return;
    if (const auto found = settings.find("colour"); found != settings.end() && found->is_string())
        colour_ = found->get<std::string>();
    if (const auto found = settings.find("level"); found != settings.end() && found->is_number_integer())
        level_ = std::clamp(found->get<int>(), 0, 32);
    if (const auto found = settings.find("open");
        found != settings.end() && found->is_array() && hierarchy_) {
        std::vector<Node> open;
        for (const auto& name : *found)
            if (name.is_string())
                if (const auto node = hierarchy_->items()->rowOf(name.get<std::string>()))
                    open.push_back(static_cast<Node>(*node));
        canvas_->setOpenNodes(open);
    }
    takeColours();
}

nlohmann::json TreeView::currentSettings() const {
    nlohmann::json settings = {{"colour", colour_}, {"level", level_}, {"linked", isLinked()}};
    if (!hierarchy_) return settings;
    auto names = nlohmann::json::array();
    for (const Node node : canvas_->rows().openNodes())
        names.push_back(hierarchy_->name(node));
    settings["open"] = std::move(names);
    return settings;
}

void TreeView::takeSelection() {
    if (!isLinked() && !selecting_) return;
    const Selection& selection = model().selection();
    canvas_->setSelection(selection);
    // What another view selects is brought into sight; a click in this one must not make its rows jump.
    if (!selecting_ && selection.focus() && selection.origin() != state().id) reveal(selection.focus());
}

void TreeView::takeHover() {
    if (!hierarchy_) return;
    const auto node =
        isLinked() && model().hovered() ? hierarchy_->items()->rowOf(model().hovered()) : std::nullopt;
    canvas_->setHovered(node ? std::optional(static_cast<Node>(*node)) : std::nullopt);
}

void TreeView::takeColours() {
    if (!tree_) return;
    canvas_->setLevel(shownLevel());
    header_->setColourText(colourText({colour_, shownLevel()}, true, numbers()));
    if (colour_ == "depth") {
        std::vector<double> depths(hierarchy_->size());
        for (Node v = 0; v < depths.size(); ++v)
            depths[v] = tree_->depth(v);
        canvas_->setColours(numberColours(depths));
    } else if (colour_ == "none") {
        canvas_->setColours(std::vector<uint32_t>(hierarchy_->size(), horo::views::colour(Token::T3).rgba()));
    } else {
        canvas_->setColours(branchColours(*look_, shownLevel()));
    }
}

int TreeView::shownLevel() const {
    return level_ > 0 ? level_ : look_->suggestedLevel();
}

std::vector<ItemNumber> TreeView::numbers() const {
    return {{"depth", "depth"}};
}

void TreeView::search(const QString& text) {
    matches_.clear();
    match_ = 0;
    if (hierarchy_ && !text.trimmed().isEmpty()) {
        if (!finder_) finder_.emplace(*hierarchy_, *tree_);
        matches_ = finder_->find(text);
        // The first match from where the person is, so that typing on does not jump back to the top.
        if (const auto from = canvas_->current()) {
            const auto at = std::find_if(matches_.begin(), matches_.end(), [&](Node v) {
                return tree_->position(v) >= tree_->position(*from);
            });
            if (at != matches_.end()) match_ = static_cast<size_t>(at - matches_.begin());
        }
    }
    stepSearch(0);
}

void TreeView::selectNode(Node node, Qt::KeyboardModifiers modifiers) {
    auto items = itemsOfSubtree(*hierarchy_, *tree_, node, modifiers & Qt::ControlModifier);
    selecting_ = true;
    model().select(changedSelection(model().selection(), std::move(items), hierarchy_->items()->id(node),
                                    modifiers, state().id));
    selecting_ = false;
}

void TreeView::stepSearch(int by) {
    const auto count = static_cast<int>(matches_.size());
    // The first Return selects the match in sight, the next ones go on from there.
    if (by > 0 && count > 0 && model().selection().focus() != hierarchy_->items()->id(matches_[match_]))
        by = count;
    if (count > 0) match_ = static_cast<size_t>((static_cast<int>(match_) + by + count) % count);
    search_->setMatches(count > 0 ? static_cast<int>(match_) : 0, count);
    canvas_->setSearch(search_->text(), count > 0 ? std::optional(matches_[match_]) : std::nullopt);
    if (by == 0 || count == 0) return;
    canvas_->setCurrent(matches_[match_]);
    selectNode(matches_[match_], {});
}

void TreeView::change(const QString& what, const std::string& colour, int level) {
    colour_ = colour, level_ = level;
    takeColours();
    store(what, currentSettings());
}

void TreeView::fillColourMenu() {
    if (!tree_) return colourMenu_->clear();
    views::fillColourMenu(
        *colourMenu_, tree_->maxDepth(), numbers(), {colour_, shownLevel()},
        [this](const ColourChoice& choice) { change(tr("Colour the tree"), choice.colour, choice.level); });
}

void TreeView::fillSettingsMenu(QMenu& menu) {
    if (!tree_) return;
    for (int depth = 1; depth <= std::min(tree_->maxDepth(), 6); ++depth)
        menu.addAction(tr("Open to depth %1").arg(depth), this,
                       [this, depth] { canvas_->openToDepth(depth); });
    menu.addAction(tr("Open all"), this, [this] { canvas_->openToDepth(tree_->maxDepth()); });
    menu.addAction(tr("Close all"), this, &TreeView::home);
    menu.addSeparator();
    menu.addAction(tr("Show the selection"), this, &TreeView::frameSelection);
}

Figure TreeView::figure() const {
    if (!hierarchy_) return {};
    return treeFigure(*look_, canvas_->rows(), shownLevel());
}

void TreeView::frameSelection() {
    if (model().selection().focus()) reveal(model().selection().focus());
}

void TreeView::home() {
    canvas_->openToDepth(1);
}

void TreeView::focusSearch() {
    search_->setFocus(Qt::ShortcutFocusReason);
    search_->selectAll();
}

void TreeView::reveal(ItemId item) {
    if (!hierarchy_) return;
    if (const auto node = hierarchy_->items()->rowOf(item)) canvas_->reveal(static_cast<Node>(*node));
}

void TreeView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Find)) return focusSearch();
    View::keyPressEvent(event);
}

HOROCYCLE_VIEW(TreeView);

}  // namespace horo::views
