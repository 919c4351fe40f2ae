#include "views/kit/EmptyState.h"

#include <QtWidgets/QVBoxLayout>

#include "views/kit/Buttons.h"
#include "views/kit/Label.h"

namespace horo::views {

EmptyState::EmptyState(const QString& sentence, const QString& action, QWidget* parent)
    : QWidget(parent), sentence_(new Label(sentence, FontRole::Base, Token::T2)) {
    auto* column = new QVBoxLayout(this);
    column->setSpacing(12);
    sentence_->setWordWrap(true);
    sentence_->setAlignment(Qt::AlignCenter);
    column->addStretch();
    column->addWidget(sentence_);
    if (!action.isEmpty()) {
        auto* button = new PlainButton(action);
        connect(button, &QPushButton::clicked, this, &EmptyState::activated);
        column->addWidget(button, 0, Qt::AlignHCenter);
    }
    column->addStretch();
}

void EmptyState::setSentence(const QString& sentence) {
    sentence_->setText(sentence);
}

}  // namespace horo::views
