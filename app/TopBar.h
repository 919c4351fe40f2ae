// The bar at the top: mark, menus, perspectives, session name, undo and redo, the door to the palette.
#pragma once

#include <QWidget>

class QAction;
class QMenuBar;
class QTabBar;

namespace horo::views {
class Label;
}

namespace horo::app {

class TopBar : public QWidget {
    Q_OBJECT
public:
    explicit TopBar(QWidget* parent = nullptr);

    QMenuBar* menus() const { return menus_; }
    void setPerspectives(const QStringList& names, const QString& current);
    /// Perspectives and session name only stand where a workspace is shown.
    void setWorkspaceShown(bool shown);
    void setSessionName(const QString& name, bool modified);
    void setUndo(QAction* undo, QAction* redo);

Q_SIGNALS:
    void perspectiveChosen(const QString& name);
    void perspectiveAdded();
    void paletteRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QMenuBar* menus_;
    QTabBar* tabs_;
    QWidget* plus_;
    views::Label* session_;
    QWidget *undo_, *redo_, *find_;
};

}  // namespace horo::app
