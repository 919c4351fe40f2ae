#include "views/kit/FormRow.h"

#include <QtWidgets/QGridLayout>

#include "views/kit/ElidedLabel.h"
#include "views/kit/Label.h"
#include "views/kit/NumberField.h"
#include "views/theme/Metrics.h"

namespace horo::views {

FormRow::FormRow(const QString& label, QWidget* control, QWidget* parent)
    : QWidget(parent),
      label_(new ElidedLabel(label, FontRole::Base, Token::T2)),
      control_(control),
      error_(new Label({}, FontRole::Meta, Token::Error)) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metrics::controlGap);
    grid->setVerticalSpacing(2);
    label_->setFixedWidth(metrics::formLabelWidth);
    grid->addWidget(label_, 0, 0, Qt::AlignVCenter);
    grid->addWidget(control, 0, 1);
    grid->addWidget(error_, 1, 1);
    grid->setColumnStretch(1, 1);
    error_->hide();
    error_->setWordWrap(true);
    control->setAccessibleName(label);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    if (auto* number = qobject_cast<NumberField*>(control))
        connect(number, &NumberField::problemChanged, this, &FormRow::setError);
}

void FormRow::setError(const QString& error) {
    control_->setProperty("wrong", !error.isEmpty());
    control_->update();
    error_->setText(error);
    error_->setVisible(!error.isEmpty());
}

QString FormRow::error() const {
    return error_->text();
}

void FormRow::setHelp(const QString& help) {
    label_->setToolTip(help);
    control_->setToolTip(help);
}

}  // namespace horo::views
