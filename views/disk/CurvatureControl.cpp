#include "views/disk/CurvatureControl.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QSlider>
#include <cmath>

#include "views/kit/Label.h"
#include "views/kit/NumberText.h"
#include "views/kit/ToolPlate.h"

namespace horo::views {

namespace {

constexpr double least = .04, most = 9;
constexpr int steps = 100;

double curvatureAt(int step) {
    return -least * std::pow(most / least, static_cast<double>(step) / steps);
}

QString textOf(double curvature) {
    return QObject::tr("K = %1").arg(fixedText(curvature, curvature > -1 ? 2 : 1));
}

}  // namespace

CurvatureControl::CurvatureControl(QWidget* canvas)
    : QObject(canvas),
      plate_(new ToolPlate(canvas, Qt::TopRightCorner)),
      slider_(new QSlider(Qt::Horizontal)),
      label_(new Label(textOf(-1), FontRole::Meta, Token::T2)) {
    slider_->setRange(0, steps);
    slider_->setFixedWidth(96);
    slider_->setToolTip(
        tr("Sectional curvature of the plane that the hierarchy is laid out in; an edge is 1 long"));
    label_->setFixedWidth(label_->fontMetrics().horizontalAdvance(textOf(-8.8)) + 8);
    plate_->addWidget(slider_);
    plate_->addWidget(label_);
    connect(slider_, &QSlider::valueChanged, this, [this](int step) {
        label_->setText(textOf(curvatureAt(step)));
        Q_EMIT changed(curvatureAt(step));
    });
}

void CurvatureControl::setValue(double curvature) {
    const QSignalBlocker quiet(slider_);
    slider_->setValue(
        static_cast<int>(std::lround(steps * std::log(-curvature / least) / std::log(most / least))));
    label_->setText(textOf(curvature));
}

void CurvatureControl::setVisible(bool visible) {
    plate_->setVisible(visible);
}

}  // namespace horo::views
