// All ways to cut a text, stacked on one ruler.
#pragma once

#include "views/ruler/RulerPaint.h"
#include "views/ruler/RulerSettings.h"
#include "views/view/ViewFactory.h"

class QMenu;

namespace horo::views {

class MenuButton;
class RulerCanvas;
class ViewHeader;

/// Object of its state: a text, or a segmentation of one. New segmentations of the text come by themselves.
class RulerView : public View {
    Q_OBJECT
public:
    static ViewType viewType();
    RulerView(WorkspaceModel& model, ViewState state, QWidget* parent = nullptr);

    void applySettings(const nlohmann::json& settings) override;
    nlohmann::json currentSettings() const override;
    Figure figure() const override;
    /// Goes to the next unit with the chosen label.
    void frameSelection() override;
    void home() override;

    RulerCanvas& canvas() const { return *canvas_; }
    const RulerSettings& settings() const { return settings_; }

private:
    void loadObjects();
    void connectHeader();
    void choose(std::optional<RulerPlace> place);
    void change(const QString& what, const RulerSettings& settings);
    void fillTracksMenu(QMenu& menu);
    void addLevelChoices(QMenu& menu);
    void takeChosen();
    void say();

    ViewHeader* header_;
    RulerCanvas* canvas_;
    MenuButton* tracks_ = nullptr;
    RulerSettings settings_;
    std::optional<RulerPlace> clicked_;
    std::shared_ptr<const Object> text_;
};

}  // namespace horo::views
