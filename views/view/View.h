// What every view is to the window: a widget with a header, settings that are plain values, and a figure.
#pragma once

#include <QString>
#include <QWidget>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "views/view/Figure.h"
#include "views/workspace/WorkspaceModel.h"

namespace horo::views {

/// A view shows objects of the workspace by id and follows the one selection and hover while linked.
class View : public QWidget {
    Q_OBJECT
public:
    View(WorkspaceModel& model, ViewState state, QWidget* parent = nullptr);

    const ViewState& state() const { return state_; }
    WorkspaceModel& model() const { return model_; }
    bool isLinked() const { return linked_; }

    /// Takes settings over (undo, session, preset): called by itself when the workspace holds others than the
    /// view stored. Unknown keys are ignored, missing ones keep defaults.
    virtual void applySettings(const nlohmann::json& settings) = 0;
    /// What a session stores: the settings, and what is shown but is no step to undo (open rows).
    virtual nlohmann::json currentSettings() const { return state_.settings; }
    /// What the export writes and `horocycle figure` draws: the same marks as on screen, painted by QPainter.
    virtual Figure figure() const = 0;
    /// The figure with its provenance under it. `session` = file name that replays it, or empty.
    Figure exportFigure(const QString& session) const;
    /// F and H: the camera frames the selection, or everything.
    virtual void frameSelection() {}
    virtual void home() {}

public Q_SLOTS:
    void setLinked(bool linked);

Q_SIGNALS:
    void exportRequested();
    void linkedChanged(bool linked);
    /// A method is to run on an object with these parameters, the others as they are.
    void methodRequested(const std::string& method, const std::string& object,
                         const std::map<std::string, std::string>& values);

protected:
    /// Stores settings in the workspace as an undoable step; consecutive ones with one `merge` key merge.
    void store(const QString& what, const nlohmann::json& settings, const QString& merge = {});

private:
    WorkspaceModel& model_;
    ViewState state_;
    bool linked_ = true;
};

}  // namespace horo::views
