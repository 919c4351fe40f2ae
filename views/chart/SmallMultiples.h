// Several curves of one run, side by side.
#pragma once

#include <QtWidgets/QWidget>

#include <vector>

class QHBoxLayout;

namespace horo::views {

class CurveChart;

/// Charts share the pointer: hovering one marks the same x in all.
class SmallMultiples : public QWidget {
    Q_OBJECT

public:
    explicit SmallMultiples(QWidget* parent = nullptr);

    /// Adds an empty chart at the right; it belongs to this widget.
    CurveChart* addChart();
    const std::vector<CurveChart*>& charts() const { return charts_; }
    void clear();

private:
    QHBoxLayout* row_;
    std::vector<CurveChart*> charts_;
};

}  // namespace horo::views
