#include "views/kit/ElidedLabel.h"

#include <QtCore/QEvent>
#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

#include <cmath>

#include "views/theme/Theme.h"

namespace horo::views {

ElidedLabel::ElidedLabel(const QString& text, FontRole role, Token token, QWidget* parent)
    : QWidget(parent), token_(token) {
    setFont(views::font(role));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setText(text);
}

void ElidedLabel::setText(const QString& text) {
    if (text == text_) return;
    text_ = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void ElidedLabel::setToken(Token token) {
    token_ = token;
    update();
}

void ElidedLabel::setRole(FontRole role, QFont::Weight weight) {
    setFont(views::font(role, weight));
    updateGeometry();
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode) {
    mode_ = mode;
    update();
}

void ElidedLabel::setAlignment(Qt::Alignment alignment) {
    alignment_ = alignment;
    update();
}

QString ElidedLabel::shownText() const {
    return fontMetrics().elidedText(text_, mode_, width());
}

QSize ElidedLabel::sizeHint() const {
    const auto width = QFontMetricsF(font()).horizontalAdvance(text_);
    return {static_cast<int>(std::ceil(width)) + 1, fontMetrics().height()};
}

QSize ElidedLabel::minimumSizeHint() const {
    return {0, fontMetrics().height()};
}

bool ElidedLabel::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && isElided()) {
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), text_, this);
        return true;
    }
    return QWidget::event(event);
}

void ElidedLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(colour(isEnabled() ? token_ : Token::T4));
    painter.drawText(rect(), static_cast<int>(alignment_) | Qt::TextSingleLine, shownText());
}

}  // namespace horo::views
