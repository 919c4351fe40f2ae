// Two hierarchies over the same names, facing each other.
#pragma once

#include <array>
#include <memory>
#include <optional>

#include "views/tangle/TangleInk.h"
#include "views/tangle/TangleSettings.h"
#include "views/view/ViewFactory.h"

class QMenu;
class QStackedWidget;

namespace horo::views {

class ElidedLabel;
class HoverCard;
class IconButton;
class MenuButton;
class MovedList;
class PathLine;
class TangleCanvas;
class TangleFacts;
class ViewHeader;

/// Objects of its state: A, then B; without B the hierarchy of the workspace that shares most with A. A grows
/// from the left, B from the right, curves between them join what has one name. Double click and wheel go in
/// and out on one side; the path above it leads back.
class TangleView : public View {
    Q_OBJECT
public:
    static ViewType viewType();
    TangleView(WorkspaceModel& model, ViewState state, QWidget* parent = nullptr);
    ~TangleView() override;

    void applySettings(const nlohmann::json& settings) override;
    nlohmann::json currentSettings() const override { return toJson(settings_); }
    Figure figure() const override;
    /// Each side goes to the lowest node above all that is selected in it.
    void frameSelection() override;
    void home() override;

    const TangleSettings& settings() const { return settings_; }
    TangleCanvas& canvas() const { return *canvas_; }
    /// Null where there is no other hierarchy.
    const std::shared_ptr<const HierarchyPair>& pair() const { return pair_; }

Q_SIGNALS:
    /// The person asks for how far the two agree.
    void compareRequested(const std::string& a, const std::string& b);

private:
    void buildHeader();
    QWidget* buildContent();
    void connectHeader();
    void connectCanvas();
    void connectModel();
    void loadObjects();
    std::shared_ptr<const Object> chosenOther(const Object& object) const;
    void takePair(std::shared_ptr<const Object> a, std::shared_ptr<const Object> b);
    void takeLayout();
    void takeInk();
    void takeHover();
    void showPath(Side side);
    void showNote();
    void change(const QString& what, const TangleSettings& settings);
    void fillWithMenu(QMenu& menu);
    void fillColourMenu(QMenu& menu);
    void fillSettingsMenu(QMenu& menu);
    void pointAt(std::optional<SideNode> node, QPoint position);
    void select(std::vector<ItemId> items, ItemId pointed, Qt::KeyboardModifiers modifiers);
    void selectNode(SideNode at, Qt::KeyboardModifiers modifiers);
    void goTo(SideNode at);
    void goUp(Side side);
    std::optional<Node> selectionTop(Side side) const;
    /// The settings with another focus; a leaf fills nothing, so its parent is as near as one can come.
    TangleSettings focused(TangleSettings settings, Side side, Node focus) const;
    Node focus(Side side) const;
    int level() const;
    std::vector<uint32_t> colours(bool paper) const;
    const std::string& nameOf(Side side) const { return objects_[static_cast<size_t>(side)]->name; }

    TangleSettings settings_;
    std::array<std::shared_ptr<const Object>, 2> objects_;
    std::vector<std::shared_ptr<const Object>> seen_;  ///< of the workspace, when B was chosen
    std::shared_ptr<const HierarchyPair> pair_;
    bool pointing_ = false;

    ViewHeader* header_ = nullptr;
    MenuButton* with_ = nullptr;
    IconButton* listButton_ = nullptr;
    QStackedWidget* pages_ = nullptr;
    TangleFacts* facts_ = nullptr;
    std::array<ElidedLabel*, 2> names_{};
    std::array<PathLine*, 2> paths_{};
    TangleCanvas* canvas_ = nullptr;
    ElidedLabel* note_ = nullptr;
    MovedList* list_ = nullptr;
    HoverCard* card_ = nullptr;
};

}  // namespace horo::views
