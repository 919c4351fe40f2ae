// The right panel: everything about what is selected, and its neighbours in space beside those in the tree.
#pragma once

#include <QWidget>
#include <deque>
#include <memory>
#include <optional>

#include "views/workspace/HierarchyLook.h"
#include "views/workspace/WorkspaceModel.h"

class QStackedLayout;

namespace horo::views {
class ElidedLabel;
class IconButton;
class Label;
class PathLine;
class Tag;
}  // namespace horo::views

namespace horo::app {

class NeighbourPair;
class NumberStrip;
class ObjectPage;
class VectorPage;

class InspectorPanel : public QWidget {
    Q_OBJECT
public:
    explicit InspectorPanel(views::WorkspaceModel& model, QWidget* parent = nullptr);

    /// The embedding whose distances count, by id; empty = the last one that holds the selected item.
    void setEmbedding(const std::string& id);
    /// What is inspected while no item is selected: a text, a segmentation, a table, a report.
    void setObject(const std::string& id);
    /// Asks for a vector and shows what is near it, until something is selected.
    void askVector(const std::string& embeddingId);

public Q_SLOTS:
    void back();
    void forward();

private:
    void follow();
    void followSelection();
    void show(ItemId item);
    void showPlainItem(const Embedding& embedding, size_t row);
    void showNode(const views::HierarchyLook& look, Node node);
    void showRow(const Embedding& embedding, size_t row, const views::HierarchyLook* look);
    void go(ItemId item);
    void step(int direction);

    views::WorkspaceModel& model_;
    std::string embeddingId_, objectId_;
    std::shared_ptr<const views::HierarchyLook> look_;
    std::shared_ptr<const Embedding> checked_;  ///< whose rows `usable_` speaks of
    bool usable_ = false;
    std::deque<ItemId> history_;
    size_t place_ = 0;
    bool stepping_ = false, pinned_ = false, asksVector_ = false;

    QStackedLayout* stack_;
    ObjectPage* objectPage_;
    VectorPage* vectorPage_;
    QWidget* swatch_;
    views::ElidedLabel* name_;
    views::Tag* counts_;
    views::Label* gloss_;
    views::PathLine* path_;
    views::Label* otherPaths_;
    NumberStrip* numbers_;
    NeighbourPair* near_;
    views::IconButton *back_, *forward_;
};

}  // namespace horo::app
