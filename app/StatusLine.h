// The line at the bottom: path of what is hovered, how much is selected, what runs, whether it is saved.
#pragma once

#include <QWidget>

#include "views/workspace/HierarchyLook.h"
#include "views/workspace/WorkspaceModel.h"

namespace horo::views {
class ElidedLabel;
class Label;
}  // namespace horo::views

namespace horo::app {

class Jobs;

class StatusLine : public QWidget {
    Q_OBJECT
public:
    StatusLine(views::WorkspaceModel& model, Jobs& jobs, QWidget* parent = nullptr);
    void setSaved(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showHover(ItemId item);
    void showCounts();

    views::WorkspaceModel& model_;
    std::shared_ptr<const views::HierarchyLook> look_;  ///< kept, so that a hover costs no new one
    Jobs& jobs_;
    views::ElidedLabel* path_;
    views::Label *selected_, *running_, *saved_;
};

}  // namespace horo::app
