// A curve on the screen.
#pragma once

#include <QtWidgets/QWidget>

#include <memory>

#include "views/chart/Curve.h"
#include "views/view/Figure.h"

namespace horo::views {

/// Grows while a run goes on; under the pointer it tells the value of the nearest point.
class CurveChart : public QWidget {
    Q_OBJECT

public:
    explicit CurveChart(QWidget* parent = nullptr);
    ~CurveChart() override;

    /// Shows another curve, on fresh axes.
    void setCurve(Curve curve);
    const Curve& curve() const;
    /// Adds to the end; axes grow in steps and nothing else moves. A point with an x that is not beyond the
    /// last one is left out.
    void append(const QPointF& point);
    void append(const std::vector<QPointF>& points);
    const CurveScale& scale() const;

    /// Marks the point that is nearest to `x`, or none.
    void setHovered(std::optional<double> x);
    /// The value text that the chart shows at its end or at the hovered point.
    int hoveredPoint() const;

    /// The same chart for a paper, in the light theme.
    Figure figure() const;

    QSize sizeHint() const override { return {300, 150}; }
    QSize minimumSizeHint() const override { return {180, 110}; }

Q_SIGNALS:
    /// The pointer is at `x`; nothing when it left.
    void hovered(std::optional<double> x);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Plot;
    void rescale();
    void recolour();

    std::unique_ptr<Plot> plot_;
};

}  // namespace horo::views
