// The Poincare disk: an embedding seen from any centre, with the hierarchy as arcs and colours.
#pragma once

#include <memory>
#include <optional>

#include "views/disk/DiskChart.h"
#include "views/disk/DiskSettings.h"
#include "views/disk/RowsView.h"
#include "views/view/ViewFactory.h"

class QMenu;

namespace horo::views {

class DiskCanvas;
class CurvatureControl;
class IconButton;
class MenuButton;

/// Objects of its state: those of RowsView; or a hierarchy alone, which is laid out radially in a space of
/// chosen curvature, without any training.
class DiskView : public RowsView {
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
    void connectCanvas();
    void addTools();
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
    void takeNotes();
    void showSettings();
    void change(const QString& what, const DiskSettings& settings, const QString& merge = {});

    const DiskSubject& subject() const override;
    ColourChoice colouring() const override { return {settings_.colour, settings_.level}; }
    void chooseColour(const ColourChoice& choice) override;
    void fillSettingsMenu(QMenu& menu) override;
    void loadObjects() override;
    void takePayload() override;
    void showSelection(const Selection& selection) override;
    void showColours(std::vector<uint32_t> colours) override;
    std::optional<QPointF> placeOf(uint32_t row) const override;

    DiskSettings settings_;
    DiskAxes axes_;
    size_t held_ = 0;
    bool levelChosen_ = false;

    DiskCanvas* canvas_ = nullptr;
    IconButton* lassoTool_ = nullptr;
    IconButton* rulerTool_ = nullptr;
    IconButton* horocycleTool_ = nullptr;
    IconButton* circleTool_ = nullptr;
    MenuButton* model_ = nullptr;
    CurvatureControl* curvature_ = nullptr;
    std::optional<uint32_t> origin_;  ///< the row at the origin, where rows have more digits than doubles
    bool following_ = false;          ///< the camera moves because another disk's did
    bool laidOut_ = false;            ///< what is shown is a layout of the hierarchy
};

}  // namespace horo::views
