#include "views/view/View.h"

#include "views/view/Provenance.h"

namespace horo::views {

View::View(WorkspaceModel& model, ViewState state, QWidget* parent)
    : QWidget(parent), model_(model), state_(std::move(state)) {
    if (!state_.settings.is_object()) state_.settings = nlohmann::json::object();
    linked_ = state_.settings.value("linked", true);
    // What was stored by somebody else (undo, going back, a session) is taken over; what the view stored it
    // knows.
    connect(&model_, &WorkspaceModel::objectsChanged, this, [this] {
        for (const ViewState& stored : model_.workspace().views)
            if (stored.id == state_.id && stored.settings != state_.settings) {
                state_.settings = stored.settings;
                return applySettings(stored.settings);
            }
    });
}

void View::setLinked(bool linked) {
    if (linked == linked_) return;
    linked_ = linked;
    Q_EMIT linkedChanged(linked);
}

Figure View::exportFigure(const QString& session) const {
    Figure picture = figure();
    const auto object = state_.objects.empty() ? nullptr : model_.workspace().find(state_.objects.front());
    if (object) picture.provenance = provenanceText(model_.workspace(), *object, session);
    return picture;
}

void View::store(const QString& what, const nlohmann::json& settings, const QString& merge) {
    state_.settings = settings;
    const std::string id = state_.id;
    model_.edit(
        what,
        [&](Workspace& workspace) {
            for (auto& view : workspace.views)
                if (view.id == id) view.settings = settings;
        },
        merge.isEmpty() ? QString() : QString::fromStdString(id) + merge);
}

}  // namespace horo::views
