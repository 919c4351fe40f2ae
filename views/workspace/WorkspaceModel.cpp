#include "views/workspace/WorkspaceModel.h"

#include <QUndoCommand>
#include <QUndoStack>
#include <algorithm>

namespace horo::views {

/// Before and after are whole workspaces: both are a few shared pointers.
class WorkspaceModel::Step final : public QUndoCommand {
public:
    Step(WorkspaceModel& model, Workspace before, Workspace after, const QString& what, const QString& merge)
        : QUndoCommand(what),
          model_(model),
          before_(std::move(before)),
          after_(std::move(after)),
          merge_(merge) {}

    void undo() override { model_.apply(before_); }
    void redo() override { model_.apply(after_); }
    int id() const override { return merge_.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand* next) override {
        const auto* later = static_cast<const Step*>(next);
        if (later->merge_ != merge_) return false;
        after_ = later->after_;
        return true;
    }

private:
    WorkspaceModel& model_;
    Workspace before_, after_;
    QString merge_;
};

WorkspaceModel::WorkspaceModel(QObject* parent) : QObject(parent), undo_(std::make_unique<QUndoStack>()) {
    undo_->setUndoLimit(200);
    connect(undo_.get(), &QUndoStack::cleanChanged, this,
            [this](bool clean) { Q_EMIT modifiedChanged(!clean); });
}

WorkspaceModel::~WorkspaceModel() = default;

void WorkspaceModel::edit(const QString& what, const std::function<void(Workspace&)>& change,
                          const QString& merge) {
    Workspace after = state_;
    change(after);
    undo_->push(new Step(*this, state_, std::move(after), what, merge));
}

void WorkspaceModel::reset(Workspace workspace) {
    undo_->clear();
    live_.clear();
    runs_.clear();
    states_.clear();
    hover(0);
    apply(workspace);
    undo_->setClean();
    Q_EMIT modifiedChanged(false);
}

void WorkspaceModel::select(Selection selection) {
    if (selection == state_.selection) return;
    edit(
        tr("Select"), [&](Workspace& workspace) { workspace.selection = std::move(selection); },
        QStringLiteral("select"));
}

void WorkspaceModel::hover(ItemId item) {
    if (item == hovered_) return;
    hovered_ = item;
    Q_EMIT hoverChanged(item);
}

void WorkspaceModel::publishLive(const std::string& objectId, Payload payload) {
    live_[objectId] = std::move(payload);
    Q_EMIT liveChanged(objectId);
}

void WorkspaceModel::endLive(const std::string& objectId) {
    runs_.erase(objectId);
    if (live_.erase(objectId) > 0) Q_EMIT liveChanged(objectId);
    Q_EMIT runChanged(objectId);
}

void WorkspaceModel::keepState(const std::string& objectId, KeptState state) {
    constexpr size_t mostBytes = size_t{200} << 20;
    auto& states = states_[objectId];
    if (!states.empty() && state.at <= states.back().at) return;
    size_t bytes = 0;
    if (const auto* embedding = std::get_if<std::shared_ptr<const Embedding>>(&state.picture))
        bytes = (*embedding)->rows() * (*embedding)->columns() * sizeof(double);
    states.push_back(std::move(state));
    const size_t most = std::clamp<size_t>(bytes > 0 ? mostBytes / bytes : mostStates, 4, mostStates);
    if (states.size() > most) {
        // The newest stays: what is thinned out is the way to it.
        std::vector<KeptState> thinned;
        for (size_t i = states.size() % 2 ? 0 : 1; i < states.size(); i += 2)
            thinned.push_back(std::move(states[i]));
        states = std::move(thinned);
    }
    Q_EMIT statesChanged(objectId);
}

const std::vector<WorkspaceModel::KeptState>& WorkspaceModel::statesOf(const std::string& objectId) const {
    static const std::vector<KeptState> none;
    const auto found = states_.find(objectId);
    return found == states_.end() ? none : found->second;
}

void WorkspaceModel::shareCamera(const std::string& viewId, ItemId item, double scale) {
    Q_EMIT cameraShared(viewId, item, scale);
}

void WorkspaceModel::publishRun(const std::string& objectId, LiveRun run) {
    runs_[objectId] = std::move(run);
    Q_EMIT runChanged(objectId);
}

const WorkspaceModel::LiveRun* WorkspaceModel::liveRun(const std::string& objectId) const {
    const auto found = runs_.find(objectId);
    return found == runs_.end() ? nullptr : &found->second;
}

Curves WorkspaceModel::curvesOf(const std::string& objectId) const {
    if (const auto* run = liveRun(objectId)) return run->curves;
    const auto object = state_.find(objectId);
    return object && object->madeBy ? object->madeBy->curves : Curves{};
}

Payload WorkspaceModel::payloadOf(const std::string& objectId) const {
    if (const auto found = live_.find(objectId); found != live_.end()) return found->second;
    const auto object = state_.find(objectId);
    return object ? object->payload : Payload{};
}

bool WorkspaceModel::isModified() const {
    return !undo_->isClean();
}

void WorkspaceModel::markSaved() {
    undo_->setClean();
}

void WorkspaceModel::apply(const Workspace& state) {
    const bool objects = state.objects != state_.objects || state.views != state_.views ||
                         state.layout != state_.layout || state.kept != state_.kept;
    const bool selection = !(state.selection == state_.selection);
    // The state is set before anybody hears of it, and listeners get it from here, not from the argument.
    state_ = state;
    if (objects) Q_EMIT objectsChanged();
    if (selection) Q_EMIT selectionChanged();
}

}  // namespace horo::views
