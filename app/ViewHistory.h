// Back and forward through what was looked at: which view, how it stood, and what was selected.
#pragma once

#include <QObject>
#include <QTimer>
#include <deque>

#include "views/workspace/WorkspaceModel.h"

class QAction;

namespace horo::app {

class DockArea;

/// Remembers a place whenever another view is chosen, a camera comes to rest or a node is pointed at. Going
/// back is a step of the undo history like any other change of a view.
class ViewHistory : public QObject {
    Q_OBJECT
public:
    ViewHistory(views::WorkspaceModel& model, DockArea& docks, QObject* parent = nullptr);

public Q_SLOTS:
    void back();
    void forward();

private:
    struct Place {
        std::string view;
        nlohmann::json settings;
        Selection selection;
        bool operator==(const Place&) const = default;
    };
    void remember();
    void go(size_t to);
    Place present() const;

    views::WorkspaceModel& model_;
    DockArea& docks_;
    std::deque<Place> places_;
    size_t at_ = 0;
    QTimer later_;
    bool going_ = false;
};

}  // namespace horo::app
