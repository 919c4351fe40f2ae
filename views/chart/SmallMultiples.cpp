#include "views/chart/SmallMultiples.h"

#include <QtWidgets/QHBoxLayout>

#include "views/chart/CurveChart.h"
#include "views/kit/Ground.h"
#include "views/theme/Metrics.h"

namespace horo::views {

SmallMultiples::SmallMultiples(QWidget* parent) : QWidget(parent), row_(new QHBoxLayout(this)) {
    setGround(*this, Token::Canvas);
    row_->setContentsMargins(metrics::panelPadding, 4, 0, 2);
    row_->setSpacing(metrics::controlGap);
}

CurveChart* SmallMultiples::addChart() {
    auto* chart = new CurveChart;
    charts_.push_back(chart);
    row_->addWidget(chart, 1);
    connect(chart, &CurveChart::hovered, this, [this, chart](std::optional<double> x) {
        for (CurveChart* other : charts_)
            if (other != chart) other->setHovered(x);
    });
    return chart;
}

void SmallMultiples::clear() {
    qDeleteAll(charts_);
    charts_.clear();
}

}  // namespace horo::views
