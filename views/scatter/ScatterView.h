// Rows of an embedding as points of a plane: two of its columns, a million of them.
#pragma once

#include <memory>
#include <optional>

#include "views/disk/RowsView.h"
#include "views/scatter/ScatterSettings.h"
#include "views/view/ViewFactory.h"

class QMenu;

namespace horo::views {

class IconButton;
class LevelControl;
class ScatterCanvas;

class ScatterView : public RowsView {
    Q_OBJECT
public:
    static ViewType viewType();
    ScatterView(WorkspaceModel& model, ViewState state, QWidget* parent = nullptr);
    ~ScatterView() override;

    void applySettings(const nlohmann::json& settings) override;
    Figure figure() const override;
    void frameSelection() override;
    void home() override;

    const ScatterSettings& settings() const { return settings_; }
    ScatterCanvas& canvas() const { return *canvas_; }

private:
    void addTools();
    void connectCanvas();
    void takeNotes();
    void takeCone();
    void takeTrails();
    void loadSizes();
    void showSettings();
    void change(const QString& what, const ScatterSettings& settings);
    void addColumnChoices(QMenu& menu);
    void addSizeChoices(QMenu& menu);
    void addTrailChoices(QMenu& menu);
    /// "columns 3 and 4"; empty where there are no others.
    QString columnText() const;

    const DiskSubject& subject() const override;
    ColourChoice colouring() const override { return {settings_.colour, settings_.level}; }
    void chooseColour(const ColourChoice& choice) override;
    void fillSettingsMenu(QMenu& menu) override;
    void loadObjects() override;
    void takePayload() override;
    void showSelection(const Selection& selection) override;
    void showColours(std::vector<uint32_t> colours) override;
    std::optional<QPointF> placeOf(uint32_t row) const override;

    ScatterSettings settings_;
    bool levelChosen_ = false;
    ScatterCanvas* canvas_ = nullptr;
    LevelControl* level_ = nullptr;
    IconButton* lassoTool_ = nullptr;
};

}  // namespace horo::views
