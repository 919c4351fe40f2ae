// The taxonomy as an indented tree with counts and a search.
#pragma once

#include <memory>
#include <optional>

#include "core/data/item_numbers.h"
#include "views/tree/TreeSearch.h"
#include "views/view/ViewFactory.h"
#include "views/workspace/HierarchyLook.h"

class QMenu;

namespace horo::views {

class SearchField;
class TreeCanvas;
class ViewHeader;

/// Objects of its state: the hierarchy. Draws its spanning tree; further parents stand as a remark in the
/// row. Settings: "colour" ("branch", "depth" or "none"), "level", "open" (names of open nodes).
class TreeView : public View {
    Q_OBJECT
public:
    static ViewType viewType();
    TreeView(WorkspaceModel& model, ViewState state, QWidget* parent = nullptr);
    ~TreeView() override;

    void applySettings(const nlohmann::json& settings) override;
    /// Settings as they are now, with the open nodes, which are no steps of the undo history.
    nlohmann::json currentSettings() const override;
    Figure figure() const override;
    void frameSelection() override;
    void home() override;

    /// Puts the keyboard into the search field.
    void focusSearch();
    /// Opens the path to an item and brings its row into sight.
    void reveal(ItemId item);
    TreeCanvas& canvas() const { return *canvas_; }

protected:
    void keyPressEvent(QKeyEvent*) override;

private:
    void connectModel();
    void connectCanvas();
    void loadObjects();
    void takeSelection();
    void takeHover();
    void takeColours();
    void search(const QString& text);
    void selectNode(Node node, Qt::KeyboardModifiers modifiers);
    void stepSearch(int by);
    void fillColourMenu();
    int shownLevel() const;
    std::vector<ItemNumber> numbers() const;
    void fillSettingsMenu(QMenu& menu);
    void change(const QString& what, const std::string& colour, int level);

    std::shared_ptr<const Hierarchy> hierarchy_;
    std::shared_ptr<const SpanningTree> tree_;
    std::shared_ptr<const HierarchyLook> look_;
    std::optional<TreeSearch> finder_;
    std::vector<Node> matches_;
    size_t match_ = 0;
    std::string colour_ = "branch";
    int level_ = 0;  ///< 0 = the one the hierarchy suggests
    bool selecting_ = false;

    ViewHeader* header_ = nullptr;
    SearchField* search_ = nullptr;
    TreeCanvas* canvas_ = nullptr;
    QMenu* colourMenu_ = nullptr;
};

}  // namespace horo::views
