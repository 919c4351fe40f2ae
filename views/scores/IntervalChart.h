// Numbers with their spreads on one axis.
#pragma once

#include <QtWidgets/QWidget>

#include "views/scores/ScoreSheet.h"
#include "views/theme/Theme.h"

namespace horo::views {

/// Draws the intervals line by line, the axis from 0 below them.
void paintIntervals(QPainter& painter, const std::vector<ScoreInterval>& intervals, const QRectF& place,
                    const QFont& font, const Theme& theme);
/// The height that they need with lines so high.
double intervalsHeight(size_t count, double line);

class IntervalChart : public QWidget {
    Q_OBJECT
public:
    explicit IntervalChart(std::vector<ScoreInterval> intervals, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<ScoreInterval> intervals_;
};

}  // namespace horo::views
