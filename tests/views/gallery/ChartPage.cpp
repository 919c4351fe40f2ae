#include <QtWidgets/QVBoxLayout>

#include <cmath>

#include "tests/views/gallery/Gallery.h"
#include "views/chart/CurveChart.h"
#include "views/chart/SmallMultiples.h"
#include "views/kit/Ground.h"
#include "views/kit/ViewHeader.h"

namespace horo::views::gallery {

namespace {

Curve lossCurve(int epochs) {
    Curve curve{.title = "Loss, mean per pair", .end = 300, .marks = {{10, "burn-in ends"}}};
    for (int epoch = 0; epoch <= epochs; ++epoch)
        curve.points.emplace_back(
            epoch, epoch < 10 ? 3.08 - .018 * epoch : .1 + 2.8 * std::exp(-(epoch - 10) / 28.0));
    return curve;
}

Curve mapCurve(int epochs) {
    Curve curve{
        .title = "MAP, all 1,182 nodes", .token = Token::Ok, .dots = true, .from = 0, .to = 1, .end = 300};
    for (int epoch = 0; epoch <= epochs; epoch += 5)
        curve.points.emplace_back(epoch, .05 + .725 / (1 + std::exp(-(epoch - 62) / 15.0)));
    return curve;
}

QWidget* makePanel(int epochs) {
    auto* panel = new QWidget;
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* header = new ViewHeader("chart", "Training");
    header->setObjectText(QString("epoch %1 of 300").arg(epochs));
    header->setRemark("mean rank <b>2.36</b>&nbsp; 0.98 M pairs/s");
    header->setLinked(false);
    auto* charts = new SmallMultiples;
    charts->addChart()->setCurve(lossCurve(epochs));
    charts->addChart()->setCurve(mapCurve(epochs));
    column->addWidget(header);
    column->addWidget(charts, 1);
    return panel;
}

}  // namespace

std::unique_ptr<QWidget> makeChartPage() {
    auto page = std::make_unique<QWidget>();
    page->resize(640, 580);
    auto* column = new QVBoxLayout(page.get());
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makePanel(190));
    column->addWidget(makePanel(300));
    auto* third = new SmallMultiples;
    third->addChart()->setCurve({.title = "Before the first value", .end = 20});
    third->addChart()->setCurve(
        {.title = "Distortion", .token = Token::PairA, .points = {{0, -.5}, {1, .2}, {2, .15}, {3, 1200}}});
    column->addWidget(third);
    return page;
}

}  // namespace horo::views::gallery
