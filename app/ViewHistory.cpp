#include "app/ViewHistory.h"

#include "app/DockArea.h"

namespace horo::app {

using namespace views;

namespace {
constexpr size_t mostPlaces = 100;
constexpr int restingAfter = 400;  ///< ms: what was only passed is no place
}  // namespace

ViewHistory::ViewHistory(WorkspaceModel& model, DockArea& docks, QObject* parent)
    : QObject(parent), model_(model), docks_(docks) {
    later_.setSingleShot(true);
    later_.setInterval(restingAfter);
    connect(&later_, &QTimer::timeout, this, &ViewHistory::remember);
    const auto changes = [this] {
        if (!going_) later_.start();
    };
    connect(&docks_, &DockArea::activeViewChanged, this, changes);
    connect(&model_, &WorkspaceModel::objectsChanged, this, changes);
    connect(&model_, &WorkspaceModel::selectionChanged, this, changes);
}

ViewHistory::Place ViewHistory::present() const {
    const View* view = docks_.activeView();
    return view ? Place{view->state().id, view->currentSettings(), model_.selection()} : Place{};
}

void ViewHistory::remember() {
    Place place = present();
    if (place.view.empty() || (at_ < places_.size() && place == places_[at_])) return;
    if (!places_.empty())
        places_.erase(places_.begin() + static_cast<std::ptrdiff_t>(at_) + 1, places_.end());
    places_.push_back(std::move(place));
    if (places_.size() > mostPlaces) places_.pop_front();
    at_ = places_.size() - 1;
}

void ViewHistory::go(size_t to) {
    if (later_.isActive()) later_.stop(), remember();
    if (to >= places_.size()) return;
    const Place place = places_[to];
    View* view = docks_.viewOf(place.view);
    if (!view) {
        places_.erase(places_.begin() + static_cast<std::ptrdiff_t>(to));
        if (to < at_) --at_;
        return;
    }
    going_ = true;
    docks_.raise(view);
    model_.edit(
        tr("Go to what was looked at"),
        [&](Workspace& workspace) {
            workspace.selection = place.selection;
            for (ViewState& state : workspace.views)
                if (state.id == place.view) state.settings = place.settings;
        },
        QStringLiteral("history"));
    view->applySettings(place.settings);
    going_ = false;
    at_ = to;
}

void ViewHistory::back() {
    if (later_.isActive()) later_.stop(), remember();
    if (at_ > 0) go(at_ - 1);
}

void ViewHistory::forward() {
    go(at_ + 1);
}

}  // namespace horo::app
