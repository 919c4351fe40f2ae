// An embedding in three dimensions: hyperboloid, ball, sphere or plain coordinates, turned by hand.
#pragma once

#include <memory>
#include <optional>

#include "core/colour/hierarchy_hues.h"
#include "core/hierarchy/spanning_tree.h"
#include "views/space/SpaceScene.h"
#include "views/view/ViewFactory.h"

class QMenu;

namespace horo::views {

class HoverCard;
class IconButton;
class MenuButton;
class SpaceCanvas;
class ViewHeader;

/// Objects of its state: the embedding, then (optional) the hierarchy whose edges are drawn; without one the
/// workspace's hierarchyOf(embedding) is taken, and without any the rows are drawn as plain points.
class SpaceView : public View {
    Q_OBJECT
public:
    static ViewType viewType();
    SpaceView(WorkspaceModel& model, ViewState state, QWidget* parent = nullptr);
    ~SpaceView() override;

    void applySettings(const nlohmann::json& settings) override;
    Figure figure() const override;
    void frameSelection() override;
    void home() override;

    const SpaceSettings& settings() const { return settings_; }
    SpaceCanvas& canvas() const { return *canvas_; }

private:
    void addTools();
    void connectHeader();
    void connectCanvas();
    void connectModel();
    void loadObjects();
    void takePayload();
    void takeSelection();
    void takeHover();
    void takeColours();
    void takeNotes(size_t held);
    void showSettings();
    void select(std::optional<uint32_t> row, Qt::KeyboardModifiers modifiers);
    void change(const QString& what, const SpaceSettings& settings);
    void fillModelMenu(QMenu& menu);
    void fillColourMenu(QMenu& menu);
    void fillSettingsMenu(QMenu& menu);
    void pointAt(std::optional<uint32_t> row, QPoint position);
    std::vector<uint32_t> colours(bool paper) const;

    SpaceSettings settings_;
    std::string embeddingId_;
    std::shared_ptr<const Embedding> embedding_;
    std::shared_ptr<const Hierarchy> hierarchy_;
    std::shared_ptr<const SpanningTree> tree_;
    std::optional<HierarchyHues> hues_;
    bool levelChosen_ = false, pointing_ = false;

    ViewHeader* header_ = nullptr;
    MenuButton* model_ = nullptr;
    SpaceCanvas* canvas_ = nullptr;
    HoverCard* hoverCard_ = nullptr;
    IconButton* lassoTool_ = nullptr;
};

}  // namespace horo::views
