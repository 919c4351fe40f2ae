// The docks: panels at the sides, views in the middle, arranged in perspectives.
#pragma once

#include <QMainWindow>
#include <map>
#include <set>

#include "views/view/View.h"

class QDockWidget;

namespace horo::app {

class DockArea : public QMainWindow {
    Q_OBJECT
public:
    DockArea(views::WorkspaceModel& model, QWidget* parent = nullptr);

    /// A panel that is always there (it may be closed); `place` is where the arrangement puts it.
    enum class Place { Left, RightTop, RightBottom };
    void addPanel(const QString& id, const QString& title, QWidget* panel, Place place);
    /// Opens and raises a panel that may be closed or behind another.
    void showPanel(const QString& id);
    /// What stands in the middle while no view is open.
    void setEmptyState(QWidget* state);

    /// Opens a view of `type` on `object`, or brings the one that is open to the front. Null where the type
    /// does not suit. Undoable. A view that is open counts only if it has the `settings`; a new one gets
    /// them.
    views::View* openView(const std::string& type, const std::string& object,
                          const nlohmann::json& settings = nlohmann::json::object());
    /// Views as the workspace has them; to be asked for when there are new types of views.
    void sync();
    views::View* viewOf(const std::string& viewId) const;
    /// The view that was used last, or null.
    /// The views that can be seen, from left to right and top to bottom.
    std::vector<views::View*> viewsInSight() const;
    /// Brings a view to the front and makes it the active one.
    void raise(views::View* view);
    views::View* activeView() const;
    const std::vector<QDockWidget*> docks() const;

    QStringList perspectives() const;
    QString perspective() const { return perspective_; }
    void choosePerspective(const QString& name);
    /// Keeps the present arrangement under a name.
    void savePerspective(const QString& name);
    /// The arrangement that the perspective has by default.
    void resetArrangement();

    /// For the session, and back.
    nlohmann::json layoutState() const;
    void restoreLayout(const nlohmann::json& layout);

Q_SIGNALS:
    void activeViewChanged(horo::views::View* view);
    void exportRequested(horo::views::View* view, QWidget* button);
    void viewCreated(horo::views::View* view);
    void perspectivesChanged();

private:
    struct Panel {
        QString id;
        Place place;
        QDockWidget* dock;
    };
    struct OpenView {
        views::View* view;
        QDockWidget* dock;
    };
    QDockWidget* makeDock(const QString& id, const QString& title, QWidget* content);
    void createView(const ViewState& state);
    void arrange();
    bool belongs(const OpenView& open) const;
    void closeView(const std::string& id);
    void setActive(views::View* view);

    views::WorkspaceModel& model_;
    std::vector<Panel> panels_;
    std::map<std::string, OpenView> views_;
    QDockWidget* empty_ = nullptr;
    std::string active_;
    QString perspective_ = QStringLiteral("Explore");
    /// Views that were opened by hand in a perspective that is about others.
    std::set<std::pair<QString, std::string>> asked_;
    std::map<QString, QByteArray> arrangements_;  ///< by perspective, as saved
    QStringList own_;                             ///< names of perspectives that the person made
};

}  // namespace horo::app
