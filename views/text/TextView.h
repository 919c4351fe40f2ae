// A text, or a text with the units that a segmentation cuts it into.
#pragma once

#include <memory>

#include "views/view/ViewFactory.h"

namespace horo::views {

class TextCanvas;
class UnitText;
class ViewHeader;

/// Objects of its state: a text or a segmentation; the text of a segmentation is found by its provenance.
/// Settings: `level` (from 1, the coarsest; none = the finest), `label` (text of the chosen unit), `top`
/// (byte).
class TextView : public View {
    Q_OBJECT
public:
    static ViewType viewType();
    TextView(WorkspaceModel& model, ViewState state, QWidget* parent = nullptr);

    void applySettings(const nlohmann::json& settings) override;
    nlohmann::json currentSettings() const override;
    Figure figure() const override;
    /// Goes to the next unit with the chosen label.
    void frameSelection() override;
    void home() override;

    TextCanvas& canvas() const { return *canvas_; }
    QString remark() const { return remark_; }

private:
    void loadObjects();
    void makeLevelControl();
    void chooseLevel(size_t fromCoarsest);
    void choose(std::optional<uint32_t> label);
    void say();

    ViewHeader* header_;
    TextCanvas* canvas_;
    std::shared_ptr<const UnitText> text_;
    std::shared_ptr<const Object> loaded_, loadedText_;
    QWidget* levels_ = nullptr;
    QString remark_;
};

}  // namespace horo::views
