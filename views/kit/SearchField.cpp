#include "views/kit/SearchField.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>

#include "views/kit/Buttons.h"
#include "views/kit/Label.h"
#include "views/kit/NumberText.h"
#include "views/theme/Icons.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"

namespace horo::views {

SearchField::SearchField(const QString& placeholder, QWidget* parent)
    : QLineEdit(parent),
      counter_(new Label({}, FontRole::Meta, Token::T3, this)),
      clear_(new IconButton(QStringLiteral("close"), tr("Clear"), this)) {
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    counter_->setAttribute(Qt::WA_TransparentForMouseEvents);
    clear_->setIconExtent(metrics::chevronSize);
    clear_->setFocusPolicy(Qt::NoFocus);
    clear_->setCursor(Qt::ArrowCursor);
    clear_->resize(20, 20);
    connect(clear_, &QToolButton::clicked, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty()) counter_->clear();
        arrange();
    });
    arrange();
}

void SearchField::setMatches(int current, int count) {
    counter_->setText(text().isEmpty() ? QString()
                      : count == 0     ? tr("none")
                                       : tr("%1 of %2").arg(countText(current + 1), countText(count)));
    arrange();
}

QString SearchField::counterText() const {
    return counter_->text();
}

void SearchField::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const double size = metrics::smallIconSize;
    paintIcon(painter, QRectF(9, (height() - size) / 2, size, size), QStringLiteral("search"),
              colour(Token::T2));
}

void SearchField::resizeEvent(QResizeEvent* event) {
    QLineEdit::resizeEvent(event);
    arrange();
}

void SearchField::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (event->modifiers() & Qt::ShiftModifier)
                Q_EMIT previousRequested();
            else
                Q_EMIT nextRequested();
            return;
        case Qt::Key_Down:
            Q_EMIT nextRequested();
            return;
        case Qt::Key_Up:
            Q_EMIT previousRequested();
            return;
        case Qt::Key_Escape:
            if (!text().isEmpty()) {
                clear();
                return;
            }
            break;
        default:
            break;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::arrange() {
    const bool asked = !text().isEmpty();
    clear_->setVisible(asked);
    clear_->move(width() - clear_->width() - 4, (height() - clear_->height()) / 2);
    counter_->adjustSize();
    counter_->setVisible(asked);
    const int right = asked ? clear_->x() - 4 : width() - 6;
    counter_->move(right - counter_->width(), (height() - counter_->height()) / 2);
    setTextMargins(metrics::iconSize + 6, 0, asked ? width() - counter_->x() : 0, 0);
}

}  // namespace horo::views
