#include "views/kit/LevelControl.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QSlider>

#include "views/kit/Label.h"
#include "views/kit/ToolPlate.h"

namespace horo::views {

LevelControl::LevelControl(QWidget* canvas)
    : QObject(canvas),
      plate_(new ToolPlate(canvas)),
      slider_(new QSlider(Qt::Horizontal)),
      label_(new Label(QString(), FontRole::Meta, Token::T1)) {
    slider_->setRange(1, 2);
    slider_->setPageStep(1);
    slider_->setFixedWidth(76);
    slider_->setAccessibleName(tr("Level"));
    slider_->setToolTip(tr("Level of the hierarchy whose branches have names and colours, in all views"));
    auto* head = new Label(tr("Level"), FontRole::Meta, Token::T2);
    head->setContentsMargins(6, 0, 4, 0);
    label_->setContentsMargins(4, 0, 6, 0);
    plate_->addWidget(head);
    plate_->addWidget(slider_);
    plate_->addWidget(label_);
    connect(slider_, &QSlider::valueChanged, this, &LevelControl::changed);
}

void LevelControl::setLevels(int deepest) {
    const QSignalBlocker quiet(slider_);
    slider_->setRange(1, std::max(1, deepest));
    plate_->setVisible(deepest > 1);
}

void LevelControl::setValue(int level, const QString& text) {
    const QSignalBlocker quiet(slider_);
    slider_->setValue(level);
    label_->setText(text);
    plate_->adjustSize();
}

}  // namespace horo::views
