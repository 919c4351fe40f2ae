// The Poincare disk: an embedding seen from any centre, with the hierarchy as arcs and colours.
#pragma once

#include <memory>
#include <optional>

#include "core/colour/hierarchy_hues.h"
#include "core/hierarchy/spanning_tree.h"
#include "views/disk/DiskChart.h"
#include "views/disk/DiskSettings.h"
#include "views/view/ViewFactory.h"

class QMenu;

namespace horo::views {

class DiskCanvas;
class HoverCard;
class CurvatureControl;
class IconButton;
class MenuButton;
class ViewHeader;
struct HoverContent;

/// Objects of its state: the embedding, then (optional) the hierarchy whose edges are drawn; without one the
/// workspace's hierarchyOf(embedding) is taken, and without any the rows are drawn as plain points. A hierarchy
/// alone is laid out radially in a space of chosen curvature, without any training.
class DiskView : public View {
    Q_OBJECT
public:
    static ViewType viewType();
    DiskView(WorkspaceModel& model, ViewState state, QWidget* parent = nullptr);
    ~DiskView() override;

    void applySettings(const nlohmann::json& settings) override;
    Figure figure() const override;
    void frameSelection() override;
    void home() override;

    const DiskSettings& settings() const { return settings_; }
    DiskCanvas& canvas() const { return *canvas_; }

    /// Moves the centre of view to an item, along the geodesic where motion is on.
    void centreOn(ItemId item);

private:
    void connectHeader();
    void connectCanvas();
    void connectModel();
    void addTools();
    void loadObjects();
    void takePayload();
    std::shared_ptr<const Embedding> shownEmbedding() const;
    void fillModelMenu(QMenu& menu);
    DiskChart chart() const;
    void anchorAt(const std::string& name);
    void anchorNearby();
    void fitScale();
    /// The row that is nearest to the centre of view.
    uint32_t centralRow() const;
    void shareCamera();
    void follow(ItemId item, double scale);
    std::optional<uint32_t> anchorRow() const;
    void takeSelection();
    void takeHover();
    void takeColours();
    std::vector<uint32_t> rowColours(bool paper) const;
    void takeNotes();
    void showSettings();
    void takeCentre(const DiskSettings& settings);
    void change(const QString& what, const DiskSettings& settings, const QString& merge = {});
    void fillColourMenu();
    void fillSettingsMenu(QMenu& menu);
    void pointAt(std::optional<uint32_t> row, QPoint position);
    HoverContent card(uint32_t row) const;

    DiskSettings settings_;
    std::string embeddingId_, hierarchyId_;
    std::shared_ptr<const Embedding> embedding_;
    std::shared_ptr<const Hierarchy> hierarchy_;
    std::shared_ptr<const SpanningTree> tree_;
    std::optional<HierarchyHues> hues_;
    DiskAxes axes_;
    size_t held_ = 0;
    bool levelChosen_ = false, pointing_ = false;

    ViewHeader* header_ = nullptr;
    DiskCanvas* canvas_ = nullptr;
    HoverCard* hoverCard_ = nullptr;
    QMenu* colourMenu_ = nullptr;
    IconButton* lassoTool_ = nullptr;
    IconButton* rulerTool_ = nullptr;
    IconButton* horocycleTool_ = nullptr;
    IconButton* circleTool_ = nullptr;
    MenuButton* model_ = nullptr;
    CurvatureControl* curvature_ = nullptr;
    std::optional<uint32_t> origin_;  ///< the row at the origin, where rows have more digits than doubles
    bool following_ = false;          ///< the camera moves because another disk's did
    bool laidOut_ = false;  ///< what is shown is a layout of the hierarchy
};

}  // namespace horo::views
