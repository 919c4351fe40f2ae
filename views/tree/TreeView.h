// The taxonomy as an indented tree with counts and a search.
#pragma once

#include <memory>

#include "core/hierarchy/spanning_tree.h"
#include "views/view/View.h"

class QLineEdit;

namespace horo::views {

class TreeCanvas;
class ViewHeader;

/// Objects of its state: the hierarchy. Draws its spanning tree; further parents stand as a tag in the row.
class TreeView : public View {
    Q_OBJECT
public:
    TreeView(WorkspaceModel& model, ViewState state, QWidget* parent = nullptr);
    ~TreeView() override;

    void applySettings(const nlohmann::json& settings) override;
    Figure figure() const override;
    void frameSelection() override;
    void home() override;

    /// Puts the keyboard into the search field.
    void focusSearch();
    /// Opens the path to an item and brings its row into sight.
    void reveal(ItemId item);
    TreeCanvas& canvas() const { return *canvas_; }

private:
    void loadObjects();
    void takeSelection();
    void takeColours();
    void searchChanged(const QString& text);
    void stepSearch(int direction);
    void showSearchCount();
    void showColourMenu();
    void storeExpanded();

    std::shared_ptr<const Hierarchy> hierarchy_;
    std::shared_ptr<const SpanningTree> tree_;
    ViewHeader* header_ = nullptr;
    QLineEdit* search_ = nullptr;
    TreeCanvas* canvas_ = nullptr;
};

}  // namespace horo::views
