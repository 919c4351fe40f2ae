// The left panel: all objects by kind, and what the chosen one was made from.
#pragma once

#include <QWidget>
#include <set>

#include "views/workspace/WorkspaceModel.h"

class QMenu;
class QTreeWidget;
class QTreeWidgetItem;
class QVBoxLayout;

namespace horo::app {

class WorkspacePanel : public QWidget {
    Q_OBJECT
public:
    explicit WorkspacePanel(views::WorkspaceModel& model, QWidget* parent = nullptr);

    std::string currentObject() const;
    void setCurrentObject(const std::string& id);

Q_SIGNALS:
    void currentChanged(const std::string& id);
    void activated(const std::string& id);  ///< double click or Return: show it
    void openRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void rebuild();
    void addKept(QTreeWidgetItem* group);
    void showProvenance();
    void showMenu(const QPoint& at);
    void fillKeptMenu(QMenu& menu, size_t index);
    void rename(const std::string& id);
    void removeObject(const std::string& id);

    views::WorkspaceModel& model_;
    QTreeWidget* tree_;
    QWidget* provenance_;
    QVBoxLayout* provenanceRows_;
    std::set<std::string> live_;  ///< objects that are shown as being made
    bool rebuilding_ = false;
};

}  // namespace horo::app
