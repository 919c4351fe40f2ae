// Ctrl+K: commands, methods, objects and nodes in one list.
#pragma once

#include <QWidget>
#include <functional>
#include <vector>

#include "views/workspace/WorkspaceModel.h"

class QAction;
class QListView;
class QStandardItemModel;

namespace horo::views {
class SearchField;
}

namespace horo::app {

/// A line of the palette.
struct PaletteEntry {
    QString icon, name, remark;
    std::function<void()> run;
};

class CommandPalette : public QWidget {
    Q_OBJECT
public:
    /// Floats over `window`; hidden until `open`.
    CommandPalette(views::WorkspaceModel& model, QWidget* window);

    void setActions(QList<QAction*> actions) { actions_ = std::move(actions); }
    void open();

Q_SIGNALS:
    void methodChosen(const std::string& methodId);
    void objectChosen(const std::string& objectId);
    void nodeChosen(ItemId item);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void find(const QString& text);
    void place();
    std::vector<PaletteEntry> matches(const QString& text);
    void choose();

    views::WorkspaceModel& model_;
    QList<QAction*> actions_;
    views::SearchField* field_;
    QListView* list_;
    QStandardItemModel* rows_;
    std::vector<PaletteEntry> entries_;
};

}  // namespace horo::app
