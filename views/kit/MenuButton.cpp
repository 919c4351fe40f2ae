#include "views/kit/MenuButton.h"

#include <QtGui/QPainter>

#include "views/theme/Fonts.h"
#include "views/theme/Icons.h"
#include "views/theme/Metrics.h"
#include "views/theme/Shapes.h"
#include "views/theme/Theme.h"

namespace horo::views {

namespace {

constexpr int padding = 6, chevronGap = 4;

QFont captionFont() {
    return font(FontRole::Meta);
}
QFont valueFont() {
    return font(FontRole::Meta, QFont::Medium);
}

}  // namespace

MenuButton::MenuButton(const QString& caption, QWidget* parent) : QToolButton(parent), caption_(caption) {
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(caption);
}

void MenuButton::setValue(const QString& value) {
    value_ = value;
    setAccessibleName(caption_ + QLatin1Char(' ') + value);
    updateGeometry();
    update();
}

void MenuButton::setCaptionVisible(bool visible) {
    if (visible == captionVisible_) return;
    captionVisible_ = visible;
    updateGeometry();
    update();
}

int MenuButton::captionWidth() const {
    if (!captionVisible_ || caption_.isEmpty()) return 0;
    return QFontMetrics(captionFont()).horizontalAdvance(caption_) + 4;
}

QSize MenuButton::sizeHint() const {
    const int text = captionWidth() + QFontMetrics(valueFont()).horizontalAdvance(value_);
    return {2 * padding + text + chevronGap + metrics::chevronSize, metrics::hitSize};
}

void MenuButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const bool active = isEnabled() && (underMouse() || isDown());
    paintBox(painter, rect(), metrics::fieldRadius, active ? colour(Token::Hover) : QColor(),
             hasFocus() ? colour(Token::Accent) : QColor());
    QRect place = rect().adjusted(padding, 0, -padding - metrics::chevronSize - chevronGap, 0);
    if (captionVisible_) {
        painter.setFont(captionFont());
        painter.setPen(colour(isEnabled() ? Token::T3 : Token::T4));
        painter.drawText(place, Qt::AlignVCenter, caption_);
        place.setLeft(place.left() + captionWidth());
    }
    painter.setFont(valueFont());
    painter.setPen(colour(isEnabled() ? Token::T1 : Token::T4));
    painter.drawText(place, Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(value_, Qt::ElideRight, place.width() + 1));
    const double size = metrics::chevronSize;
    paintIcon(painter, QRectF(width() - padding - size, (height() - size) / 2, size, size),
              QStringLiteral("chevron-down"), colour(isEnabled() ? Token::T2 : Token::T4));
}

}  // namespace horo::views
