// An embedding in three dimensions: hyperboloid, ball, sphere or plain coordinates, turned by hand.
#pragma once

#include <memory>
#include <optional>

#include "views/disk/RowsView.h"
#include "views/space/SpaceScene.h"
#include "views/view/ViewFactory.h"

class QMenu;

namespace horo::views {

class IconButton;
class MenuButton;
class SpaceCanvas;

class SpaceView : public RowsView {
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
    void connectCanvas();
    void takeNotes(size_t held);
    void showSettings();
    void change(const QString& what, const SpaceSettings& settings);
    void fillModelMenu(QMenu& menu);

    const DiskSubject& subject() const override;
    ColourChoice colouring() const override { return {settings_.colour, settings_.level}; }
    void chooseColour(const ColourChoice& choice) override;
    void fillSettingsMenu(QMenu& menu) override;
    void loadObjects() override;
    void takePayload() override;
    void showSelection(const Selection& selection) override;
    void showColours(std::vector<uint32_t> colours) override;
    std::optional<QPointF> placeOf(uint32_t row) const override;

    SpaceSettings settings_;
    bool levelChosen_ = false;
    MenuButton* model_ = nullptr;
    SpaceCanvas* canvas_ = nullptr;
    IconButton* lassoTool_ = nullptr;
};

}  // namespace horo::views
