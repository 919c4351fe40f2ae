// Goes through the kept states of a run.
#pragma once

#include <QTimer>
#include <QtWidgets/QWidget>

#include "views/workspace/WorkspaceModel.h"

class QSlider;

namespace horo::views {

class IconButton;
class Label;

/// A state that is chosen is what all views of the object show, as if the run stood there; the last one is
/// the object itself. Hidden while there is nothing to go through, and while the run goes on.
class StateScrubber : public QWidget {
    Q_OBJECT
public:
    StateScrubber(WorkspaceModel& model, QWidget* parent = nullptr);

    void setObject(const std::string& objectId);
    /// Shows a state, 0 = the first one.
    void show(int state);
    int count() const;

private:
    void refresh();
    void play(bool on);

    WorkspaceModel& model_;
    std::string objectId_;
    IconButton* play_;
    QSlider* slider_;
    Label* label_;
    QTimer timer_;
    bool showing_ = false;  ///< an earlier state is shown by us
};

}  // namespace horo::views
