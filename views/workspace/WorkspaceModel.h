// The workspace as the views and the window see it: changes are announced, and every change can be undone.
#pragma once

#include <QObject>
#include <QString>
#include <functional>
#include <memory>

#include "core/data/workspace.h"
#include "core/method/context.h"

class QUndoStack;

namespace horo::views {

class WorkspaceModel : public QObject {
    Q_OBJECT
public:
    explicit WorkspaceModel(QObject* parent = nullptr);
    ~WorkspaceModel() override;

    const Workspace& workspace() const { return state_; }
    QUndoStack* undoStack() const { return undo_.get(); }

    /// One undoable step: `change` edits a copy, which then becomes the workspace. Steps with the same
    /// non-empty `merge` that follow each other are undone together (a slider that is dragged).
    void edit(const QString& what, const std::function<void(Workspace&)>& change, const QString& merge = {});
    /// Replaces everything (a session was opened); the undo history starts anew.
    void reset(Workspace workspace);

    const Selection& selection() const { return state_.selection; }
    /// An undoable change of the selection; consecutive ones merge.
    void select(Selection selection);

    /// The item under the pointer in any view, 0 = none. Not part of the workspace.
    ItemId hovered() const { return hovered_; }
    void hover(ItemId item);

    /// A picture of an object that a running job publishes before the object itself changes (live training).
    /// Not undoable. The views draw it in place of the object until `endLive`.
    void publishLive(const std::string& objectId, Payload payload);
    void endLive(const std::string& objectId);
    /// What a running job has measured so far, and where it stands.
    struct LiveRun {
        Curves curves;
        Progress progress;
        double pairsPerSecond = 0;
    };
    void publishRun(const std::string& objectId, LiveRun run);
    /// Null unless a job is making the object now.
    const LiveRun* liveRun(const std::string& objectId) const;
    /// The curves of a running job, or those the object was saved with.
    Curves curvesOf(const std::string& objectId) const;
    bool isLive(const std::string& objectId) const { return live_.contains(objectId); }

    /// What a run has passed through: pictures kept from its beginning on, at most `mostStates` and some 200
    /// MB; when there are more, every second one goes. They last as long as the window and are not part of
    /// the workspace.
    struct KeptState {
        double at = 0;  ///< x of the curves, such as the epoch
        Payload picture;
    };
    static constexpr size_t mostStates = 64;
    void keepState(const std::string& objectId, KeptState state);
    const std::vector<KeptState>& statesOf(const std::string& objectId) const;

    /// A camera that views share has come to rest on an item, 0 = at home.
    void shareCamera(const std::string& viewId, ItemId item, double scale);

    /// The live payload, or the object's own.
    Payload payloadOf(const std::string& objectId) const;

    /// Changed since the last reset or markSaved.
    bool isModified() const;
    void markSaved();

Q_SIGNALS:
    void cameraShared(const std::string& viewId, horo::ItemId item, double scale);
    void statesChanged(const std::string& objectId);
    void objectsChanged();  ///< objects, views, kept selections or layout
    void selectionChanged();
    void hoverChanged(horo::ItemId item);
    void runChanged(const std::string& objectId);   ///< new points of its curves, or new progress
    void liveChanged(const std::string& objectId);  ///< a new live picture, or its end
    void modifiedChanged(bool modified);

private:
    class Step;
    void apply(const Workspace& state);

    Workspace state_;
    std::unique_ptr<QUndoStack> undo_;
    ItemId hovered_ = 0;
    std::map<std::string, Payload> live_;
    std::map<std::string, LiveRun> runs_;
    std::map<std::string, std::vector<KeptState>> states_;
};

}  // namespace horo::views
