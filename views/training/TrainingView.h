// Loss and MAP of a run, live and afterwards.
#pragma once

#include "views/view/ViewFactory.h"

class QStackedLayout;

namespace horo::views {

class CurveChart;
class SmallMultiples;
class ViewHeader;

/// Object of its state: the embedding that is or was trained.
class TrainingView : public View {
    Q_OBJECT
public:
    static ViewType viewType();
    TrainingView(WorkspaceModel& model, ViewState state, QWidget* parent = nullptr);

    void applySettings(const nlohmann::json&) override {}
    Figure figure() const override;

private:
    void refresh();
    void restart();

    ViewHeader* header_;
    QStackedLayout* stack_;
    SmallMultiples* charts_;
    CurveChart *loss_ = nullptr, *map_ = nullptr;
    size_t lossPoints_ = 0, mapPoints_ = 0;
};

}  // namespace horo::views
