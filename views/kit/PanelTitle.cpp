#include "views/kit/PanelTitle.h"

#include <QtWidgets/QHBoxLayout>

#include "views/kit/Buttons.h"
#include "views/kit/ElidedLabel.h"
#include "views/kit/Ground.h"
#include "views/kit/Label.h"
#include "views/theme/Metrics.h"

namespace horo::views {

PanelTitle::PanelTitle(const QString& title, QWidget* parent)
    : QWidget(parent),
      title_(new ElidedLabel(title, FontRole::Title)),
      remark_(new Label({}, FontRole::Meta, Token::T3)),
      row_(new QHBoxLayout(this)) {
    setGround(*this, Token::Panel);
    setFixedHeight(metrics::headerHeight);
    row_->setContentsMargins(metrics::panelPadding, 0, 6, 0);
    row_->setSpacing(0);
    row_->addWidget(title_, 1);
    row_->addWidget(remark_);
    remark_->hide();
}

void PanelTitle::setTitle(const QString& title) {
    title_->setText(title);
}

void PanelTitle::setRemark(const QString& remark) {
    remark_->setText(remark);
    remark_->setVisible(!remark.isEmpty());
    remark_->setContentsMargins(8, 0, 6, 0);
}

IconButton* PanelTitle::addButton(const QString& iconName, const QString& text) {
    auto* button = new IconButton(iconName, text);
    addWidget(button);
    return button;
}

void PanelTitle::addWidget(QWidget* widget) {
    row_->addWidget(widget);
}

QSize PanelTitle::sizeHint() const {
    return {QWidget::sizeHint().width(), metrics::headerHeight};
}

QSize PanelTitle::minimumSizeHint() const {
    return {80, metrics::headerHeight};
}

}  // namespace horo::views
