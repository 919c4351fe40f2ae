#include "app/DockArea.h"

#include <QApplication>
#include <QDockWidget>
#include <QMenu>
#include <QPointer>
#include <algorithm>

#include "app/BestView.h"
#include "views/kit/Buttons.h"
#include "views/kit/Ground.h"
#include "views/kit/PanelTitle.h"
#include "views/kit/SeparatorGrip.h"
#include "views/kit/ViewHeader.h"
#include "views/scores/ScoresView.h"
#include "views/theme/Metrics.h"
#include "views/view/ViewFactory.h"

namespace horo::app {

using namespace views;

namespace {

constexpr int treeWidth = 264;
constexpr int chartHeight = 178;

/// Which views a built-in perspective shows; a perspective that a person saved shows what it showed then.
const std::map<QString, std::vector<std::string>>& builtIn() {
    static const std::map<QString, std::vector<std::string>> all{
        {"Explore", {"tree", "training", "scatter", "disk"}},
        {"Spaces", {"scores", "table", "scatter", "disk", "space"}},
        {"Chunks", {"ruler", "text", "scores"}}};
    return all;
}

/// The head of a panel or view, which becomes the title bar of its dock so that it can be dragged.
QWidget* headOf(QWidget* content) {
    if (auto* header = content->findChild<ViewHeader*>()) return header;
    if (auto* title = content->findChild<PanelTitle*>()) return title;
    return content->findChild<QWidget*>(QStringLiteral("dockHead"));
}

}  // namespace

DockArea::DockArea(WorkspaceModel& model, QWidget* parent) : QMainWindow(parent, Qt::Widget), model_(model) {
    setDockNestingEnabled(true);
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks | GroupedDragging);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setContextMenuPolicy(Qt::NoContextMenu);
    new SeparatorGrip(*this);
    connect(&model_, &WorkspaceModel::objectsChanged, this, &DockArea::sync);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        for (QWidget* each = now; each; each = each->parentWidget())
            if (auto* view = qobject_cast<View*>(each)) return setActive(view);
    });
}

QDockWidget* DockArea::makeDock(const QString& id, const QString& title, QWidget* content) {
    auto* dock = new QDockWidget(title, this);
    dock->setObjectName(id);
    dock->setAllowedAreas(Qt::AllDockWidgetAreas);
    dock->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable |
                      QDockWidget::DockWidgetFloatable);
    QWidget* head = headOf(content);
    dock->setWidget(content);
    if (!head) return dock;
    dock->setTitleBarWidget(head);
    head->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(head, &QWidget::customContextMenuRequested, this, [this, dock, head](const QPoint& at) {
        QMenu menu(this);
        menu.addAction(dock->isFloating() ? tr("Dock") : tr("Float"), dock,
                       [dock] { dock->setFloating(!dock->isFloating()); });
        menu.addAction(tr("Close"), dock, [this, dock] {
            if (views_.contains(dock->objectName().toStdString()))
                closeView(dock->objectName().toStdString());
            else
                dock->hide();
        });
        menu.exec(head->mapToGlobal(at));
    });
    return dock;
}

void DockArea::addPanel(const QString& id, const QString& title, QWidget* panel, Place place) {
    panels_.push_back({id, place, makeDock(id, title, panel)});
    arrange();
}

void DockArea::showPanel(const QString& id) {
    for (const Panel& panel : panels_)
        if (panel.id == id) panel.dock->show(), panel.dock->raise();
}

void DockArea::setEmptyState(QWidget* state) {
    empty_ = new QDockWidget(tr("Views"), this);
    empty_->setObjectName(QStringLiteral("empty"));
    empty_->setFeatures(QDockWidget::NoDockWidgetFeatures);
    auto* noTitle = new QWidget;
    noTitle->setFixedHeight(0);
    empty_->setTitleBarWidget(noTitle);
    setGround(*state, Token::Canvas);
    empty_->setWidget(state);
    arrange();
}

void DockArea::sync() {
    const auto& states = model_.workspace().views;
    std::erase_if(views_, [&](const auto& entry) {
        if (std::ranges::any_of(states, [&](const ViewState& state) { return state.id == entry.first; }))
            return false;
        if (active_ == entry.first) active_.clear();
        removeDockWidget(entry.second.dock);
        entry.second.dock->deleteLater();
        return true;
    });
    bool fresh = false;
    for (const auto& state : states) {
        if (views_.contains(state.id)) continue;
        createView(state);
        fresh = true;
    }
    if (fresh || views_.empty()) arrange();
    Q_EMIT perspectivesChanged();
}

void DockArea::createView(const ViewState& state) {
    const ViewType* type = findViewType(state.type);
    if (!type) return;  // a view of a plugin that is not here: its state stays in the workspace
    View* view = type->create(model_, state);
    const auto object = state.objects.empty() ? nullptr : model_.workspace().find(state.objects.front());
    // A view that can be several things says which one it is.
    const auto title = [name = object ? QString::fromStdString(object->name) : QString(),
                        kind = type->title](const QString& own) {
        const QString what = own.isEmpty() ? kind : own;
        return name.isEmpty() ? what : QStringLiteral("%1: %2").arg(what, name);
    };
    QDockWidget* dock = makeDock(QString::fromStdString(state.id), title(view->windowTitle()), view);
    connect(view, &QWidget::windowTitleChanged, dock,
            [dock, title](const QString& own) { dock->setWindowTitle(title(own)); });
    views_[state.id] = {view, dock};
    auto* header = dock->findChild<ViewHeader*>();
    connect(view, &View::exportRequested, this, [this, view, header] {
        Q_EMIT exportRequested(view, header ? static_cast<QWidget*>(header->exportButton()) : view);
    });
    connect(dock, &QDockWidget::visibilityChanged, this,
            [this, guarded = QPointer<View>(view)](bool visible) {
                if (visible && guarded && active_.empty()) setActive(guarded);
            });
    if (active_.empty()) setActive(view);
    Q_EMIT viewCreated(view);
}

View* DockArea::openView(const std::string& type, const std::string& object, const nlohmann::json& settings) {
    const auto shown = model_.workspace().find(object);
    const ViewType* known = findViewType(type);
    if (!shown || !known || std::ranges::find(known->kinds, shown->kind()) == known->kinds.end())
        return nullptr;
    const auto has = [](nlohmann::json present, const nlohmann::json& wanted) {
        const nlohmann::json before = present;
        present.update(wanted);
        return present == before;
    };
    for (const auto& [id, open] : views_)
        if (open.view->state().type == type && !open.view->state().objects.empty() &&
            open.view->state().objects.front() == object && has(open.view->currentSettings(), settings)) {
            asked_.insert({perspective_, id});
            if (open.dock->isHidden() && !open.dock->isFloating()) arrange();
            open.dock->show();
            open.dock->raise();
            setActive(open.view);
            return open.view;
        }
    std::string id;
    model_.edit(tr("Show %1").arg(known->title), [&](Workspace& workspace) {
        id = workspace.freshId(type);
        asked_.insert({perspective_, id});
        workspace.views.push_back({id, type, {object}, settings});
    });
    View* view = viewOf(id);
    if (const auto found = views_.find(id); found != views_.end()) {
        found->second.dock->show();
        found->second.dock->raise();
    }
    setActive(view);
    return view;
}

View* DockArea::viewOf(const std::string& viewId) const {
    const auto found = views_.find(viewId);
    return found == views_.end() ? nullptr : found->second.view;
}

std::vector<View*> DockArea::viewsInSight() const {
    std::vector<View*> seen;
    for (const auto& [id, open] : views_)
        if (!open.view->visibleRegion().isEmpty()) seen.push_back(open.view);
    std::ranges::sort(seen, {}, [](const View* view) {
        const QPoint at = view->mapToGlobal(QPoint());
        return std::pair(at.x(), at.y());
    });
    return seen;
}

void DockArea::raise(View* view) {
    const auto found = view ? views_.find(view->state().id) : views_.end();
    if (found == views_.end()) return;
    found->second.dock->show();
    found->second.dock->raise();
    setActive(view);
}

View* DockArea::activeView() const {
    return viewOf(active_);
}

void DockArea::setActive(View* view) {
    if (!view || view->state().id == active_) return;
    active_ = view->state().id;
    Q_EMIT activeViewChanged(view);
}

const std::vector<QDockWidget*> DockArea::docks() const {
    std::vector<QDockWidget*> all;
    for (const auto& panel : panels_)
        all.push_back(panel.dock);
    for (const auto& [id, open] : views_)
        all.push_back(open.dock);
    return all;
}

void DockArea::closeView(const std::string& id) {
    model_.edit(tr("Close view"), [&](Workspace& workspace) {
        std::erase_if(workspace.views, [&](const ViewState& view) { return view.id == id; });
    });
}

bool DockArea::belongs(const OpenView& open) const {
    const auto found = builtIn().find(perspective_);
    return found == builtIn().end() || asked_.contains({perspective_, open.view->state().id}) ||
           std::ranges::find(found->second, open.view->state().type) != found->second.end();
}

void DockArea::arrange() {
    // Everything is taken out and put back in reading order; Qt then has no chance to keep odd splits.
    std::vector<QDockWidget*> left, rightTop, rightBottom, trees, scenes, below;
    for (const auto& panel : panels_) {
        if (panel.dock->isFloating()) continue;
        (panel.place == Place::Left       ? left
         : panel.place == Place::RightTop ? rightTop
                                          : rightBottom)
            .push_back(panel.dock);
    }
    for (const auto& [id, open] : views_) {
        if (open.dock->isFloating()) continue;
        if (!belongs(open)) {
            open.dock->hide();
            continue;
        }
        const ViewPlace place = findViewType(open.view->state().type)->place;
        (place == ViewPlace::Side ? trees : place == ViewPlace::Middle ? scenes : below).push_back(open.dock);
    }
    // What stands beside a group of tabs must be put there before they are tabs: Qt would add it to them.
    std::vector<QDockWidget*> columns;
    std::vector<std::vector<QDockWidget*>> groups;
    const auto column = [&](const std::vector<QDockWidget*>& docks) {
        if (docks.empty()) return static_cast<QDockWidget*>(nullptr);
        if (columns.empty())
            addDockWidget(Qt::LeftDockWidgetArea, docks.front());
        else
            splitDockWidget(columns.back(), docks.front(), Qt::Horizontal);
        groups.push_back(docks);
        columns.push_back(docks.front());
        return docks.front();
    };
    for (auto* dock : docks())
        if (!dock->isFloating()) removeDockWidget(dock);
    if (empty_) removeDockWidget(empty_);
    column(left);
    QDockWidget* tree = column(trees);
    std::vector<QDockWidget*> middleTop = scenes;
    if (middleTop.empty() && below.empty() && empty_) middleTop = {empty_};
    QDockWidget* middle = column(middleTop.empty() ? below : middleTop);
    QDockWidget* right = column(rightTop.empty() ? rightBottom : rightTop);
    if (!middleTop.empty() && !below.empty()) {
        splitDockWidget(middle, below.front(), Qt::Vertical);
        groups.push_back(below);
    }
    if (!rightTop.empty() && !rightBottom.empty()) {
        splitDockWidget(right, rightBottom.front(), Qt::Vertical);
        groups.push_back(rightBottom);
    }
    for (const auto& group : groups) {
        for (size_t i = 1; i < group.size(); ++i)
            tabifyDockWidget(group[0], group[i]);
        for (auto* dock : group)
            dock->show();
        const auto active =
            std::ranges::find(group, QString::fromStdString(active_), &QDockWidget::objectName);
        (active == group.end() ? group.front() : *active)->raise();
    }
    QList<QDockWidget*> wide;
    QList<int> widths;
    const auto want = [&](QDockWidget* dock, int width) {
        if (!dock) return;
        wide << dock;
        widths << width;
    };
    int rest = width();
    if (!left.empty()) want(left.front(), metrics::leftDockWidth), rest -= metrics::leftDockWidth;
    if (tree) want(tree, treeWidth), rest -= treeWidth;
    if (right) rest -= metrics::rightDockWidth;
    if (middle) want(middle, std::max(300, rest));
    if (right) want(right, metrics::rightDockWidth);
    resizeDocks(wide, widths, Qt::Horizontal);
    if (!middleTop.empty() && !below.empty()) {
        const int low = perspective_ == "Explore" ? chartHeight : height() * 2 / 5;
        resizeDocks({middle, below.front()}, {std::max(100, height() - low), low}, Qt::Vertical);
    }
    if (!rightTop.empty() && !rightBottom.empty())
        resizeDocks({rightTop.front(), rightBottom.front()}, {height() * 47 / 100, height() * 53 / 100},
                    Qt::Vertical);
}

QStringList DockArea::perspectives() const {
    QStringList names{QStringLiteral("Explore"), QStringLiteral("Spaces"), QStringLiteral("Chunks")};
    return names + own_;
}

void DockArea::choosePerspective(const QString& name) {
    if (!perspectives().contains(name)) return;
    if (name != perspective_) arrangements_[perspective_] = saveState();
    perspective_ = name;
    // The views that the perspective is about are opened on the newest object that suits.
    if (const auto wanted = builtIn().find(name); wanted != builtIn().end()) {
        for (const auto& type : wanted->second) {
            const ViewType* known = findViewType(type);
            const auto& objects = model_.workspace().objects;
            const bool open = std::ranges::any_of(
                views_, [&](const auto& entry) { return entry.second.view->state().type == type; });
            const auto suits = std::find_if(objects.rbegin(), objects.rend(), [&](const auto& object) {
                return object->kind() == known->kinds.front() &&
                       (known->place != ViewPlace::Middle || bestView(*object) == type);
            });
            if (!open && suits != objects.rend()) openView(type, (*suits)->id);
        }
    }
    arrange();
    if (const auto saved = arrangements_.find(name); saved != arrangements_.end())
        restoreState(saved->second);
    Q_EMIT perspectivesChanged();
}

void DockArea::savePerspective(const QString& name) {
    arrangements_[name] = saveState();
    if (!perspectives().contains(name)) own_ << name;
    perspective_ = name;
    Q_EMIT perspectivesChanged();
}

void DockArea::resetArrangement() {
    arrangements_.erase(perspective_);
    for (auto* dock : docks())
        dock->setFloating(false);
    arrange();
}

nlohmann::json DockArea::layoutState() const {
    nlohmann::json layout = {{"perspective", perspective_.toStdString()},
                             {"arrangements", nlohmann::json::object()},
                             {"own", nlohmann::json::array()}};
    auto arrangements = arrangements_;
    arrangements[perspective_] = saveState();
    for (const auto& [name, state] : arrangements)
        layout["arrangements"][name.toStdString()] = state.toBase64().toStdString();
    for (const QString& name : own_)
        layout["own"].push_back(name.toStdString());
    return layout;
}

void DockArea::restoreLayout(const nlohmann::json& layout) {
    arrangements_.clear();
    own_.clear();
    const auto arrangements = layout.value("arrangements", nlohmann::json::object());
    for (const auto& [name, state] : arrangements.items())
        if (state.is_string())
            arrangements_[QString::fromStdString(name)] =
                QByteArray::fromBase64(QByteArray::fromStdString(state.get<std::string>()));
    for (const auto& name : layout.value("own", nlohmann::json::array()))
        if (name.is_string()) own_ << QString::fromStdString(name.get<std::string>());
    perspective_ = QString::fromStdString(layout.value("perspective", std::string("Explore")));
    if (!perspectives().contains(perspective_)) perspective_ = QStringLiteral("Explore");
    arrange();
    if (const auto saved = arrangements_.find(perspective_); saved != arrangements_.end())
        restoreState(saved->second);
    Q_EMIT perspectivesChanged();
}

}  // namespace horo::app
