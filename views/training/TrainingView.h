// What a run measures on its way, such as loss and MAP, live and afterwards.
#pragma once

#include <vector>

#include "views/chart/Curve.h"
#include "views/view/ViewFactory.h"

class QStackedLayout;

namespace horo::views {

class CurveChart;
class SmallMultiples;
class StateScrubber;
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
    /// One measured number: its chart and how many points are in it.
    struct Measured {
        std::string name;
        CurveChart* chart;
        size_t points = 0;
    };
    void refresh();
    void restart();
    Measured& measured(const std::string& name);
    Curve curveOf(const std::string& name) const;

    ViewHeader* header_;
    StateScrubber* scrubber_;
    QStackedLayout* stack_;
    SmallMultiples* charts_;
    std::vector<Measured> measured_;
};

}  // namespace horo::views
