#include <QtGui/QPainter>
#include <QtWidgets/QStyleOption>
#include <QtWidgets/QWidget>

#include "views/theme/Fonts.h"
#include "views/theme/Icons.h"
#include "views/theme/Metrics.h"
#include "views/theme/Shapes.h"
#include "views/theme/StyleParts.h"
#include "views/theme/Theme.h"

namespace horo::views::parts {

namespace {

bool isPrimary(const QWidget* widget) {
    return widget && widget->property("primary").toBool();
}

QColor mixed(const QColor& from, const QColor& to, double share) {
    const auto channel = [share](float a, float b) { return a + static_cast<float>(share) * (b - a); };
    return QColor::fromRgbF(channel(from.redF(), to.redF()), channel(from.greenF(), to.greenF()),
                            channel(from.blueF(), to.blueF()));
}

Token labelToken(const QStyleOption& option, bool primary) {
    if (!(option.state & QStyle::State_Enabled)) return Token::T4;
    return primary ? Token::OnAccent : Token::T1;
}

}  // namespace

void pushButtonGround(QPainter& painter, const QStyleOptionButton& option, const QWidget* widget) {
    const bool enabled = option.state & QStyle::State_Enabled,
               hovered = option.state & QStyle::State_MouseOver;
    const bool pressed = option.state & QStyle::State_Sunken;
    const bool focused =
        (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange);
    const bool flat = option.features & QStyleOptionButton::Flat;
    QColor fill = colour(Token::Field), border = colour(focused ? Token::Accent : Token::Line2);
    if (!enabled) {
        fill = colour(Token::Sunk);
        border = colour(Token::Line);
    } else if (isPrimary(widget)) {
        fill = mixed(colour(Token::Accent), colour(Token::Ink), pressed ? .16 : hovered ? .08 : 0);
        border = focused ? colour(Token::Ink) : QColor();
    } else if (pressed || (option.state & QStyle::State_On)) {
        fill = colour(Token::AccentSoft);
        border = colour(focused ? Token::Accent : Token::AccentLine);
    } else if (hovered) {
        fill = colour(Token::Hover);
    }
    if (flat && !(enabled && (hovered || pressed))) fill = QColor();
    if (flat && !focused) border = QColor();
    paintBox(painter, option.rect, metrics::buttonRadius, fill, border);
}

void pushButtonLabel(QPainter& painter, const QStyleOptionButton& option, const QWidget* widget) {
    const bool enabled = option.state & QStyle::State_Enabled;
    painter.setFont(font(FontRole::Base, QFont::Medium));
    painter.setPen(colour(labelToken(option, isPrimary(widget))));
    const int iconSize = option.icon.isNull() ? 0 : metrics::smallIconSize;
    const int gap = iconSize && !option.text.isEmpty() ? metrics::controlGap : 0;
    const bool menu = option.features & QStyleOptionButton::HasMenu;
    const int chevron = menu ? metrics::chevronSize + 4 : 0;
    const int textWidth = painter.fontMetrics().size(Qt::TextHideMnemonic, option.text).width();
    const int left = option.rect.left() + (option.rect.width() - iconSize - gap - textWidth - chevron) / 2;
    const int middle = option.rect.top() + option.rect.height() / 2;
    if (iconSize)
        option.icon.paint(&painter, QRect(left, middle - iconSize / 2, iconSize, iconSize), Qt::AlignCenter,
                          enabled ? QIcon::Normal : QIcon::Disabled);
    const QRect text(left + iconSize + gap, option.rect.top(), textWidth + 1, option.rect.height());
    painter.drawText(text, Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextHideMnemonic, option.text);
    if (menu)
        paintIcon(painter, QRectF(text.right() + 4, middle - 6, metrics::chevronSize, metrics::chevronSize),
                  QStringLiteral("chevron-down"), painter.pen().color());
}

void toolButton(QPainter& painter, const QStyleOptionToolButton& option, const QWidget* widget) {
    Q_UNUSED(widget);
    const bool enabled = option.state & QStyle::State_Enabled, on = option.state & QStyle::State_On;
    const bool hovered = enabled && (option.state & QStyle::State_MouseOver);
    const bool open = option.activeSubControls != QStyle::SC_None && (option.state & QStyle::State_Sunken);
    const bool focused =
        (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange);
    QColor fill;
    if (on && enabled)
        fill = colour(Token::AccentSoft);
    else if (hovered || open)
        fill = colour(Token::Hover);
    paintBox(painter, option.rect, metrics::fieldRadius, fill, focused ? colour(Token::Accent) : QColor());

    const bool hasText = !option.text.isEmpty() && option.toolButtonStyle != Qt::ToolButtonIconOnly;
    const bool hasIcon = !option.icon.isNull() && option.toolButtonStyle != Qt::ToolButtonTextOnly;
    const bool hasMenu = (option.features & QStyleOptionToolButton::HasMenu) && hasText;
    QRect place = option.rect;
    if (hasIcon) {
        const QSize size = option.iconSize;
        QRect iconPlace(QPoint(), size);
        iconPlace.moveCenter(place.center());
        if (hasText) iconPlace.moveLeft(place.left() + 6);
        option.icon.paint(&painter, iconPlace, Qt::AlignCenter,
                          !enabled        ? QIcon::Disabled
                          : hovered || on ? QIcon::Active
                                          : QIcon::Normal,
                          on ? QIcon::On : QIcon::Off);
        place.setLeft(iconPlace.right() + 1);
    } else if (option.features & QStyleOptionToolButton::Arrow) {
        paintIcon(painter, QRectF(place.center().x() - 5.5, place.center().y() - 5.5, 12, 12),
                  option.arrowType == Qt::LeftArrow    ? QStringLiteral("chevron-left")
                  : option.arrowType == Qt::RightArrow ? QStringLiteral("chevron-right")
                  : option.arrowType == Qt::UpArrow    ? QStringLiteral("chevron-up")
                                                       : QStringLiteral("chevron-down"),
                  colour(enabled ? Token::T2 : Token::T4));
    }
    if (hasMenu) {
        paintIcon(painter, QRectF(place.right() - 16, place.center().y() - 5.5, 12, 12),
                  QStringLiteral("chevron-down"), colour(enabled ? Token::T2 : Token::T4));
        place.setRight(place.right() - 18);
    }
    if (hasText) {
        painter.setFont(option.font);
        painter.setPen(colour(!enabled ? Token::T4 : on ? Token::Accent : hovered ? Token::T1 : Token::T2));
        painter.drawText(place.adjusted(6, 0, hasMenu ? 0 : -6, 0),
                         Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextHideMnemonic, option.text);
    }
}

void checkBox(QPainter& painter, const QStyleOption& option, bool round) {
    const bool enabled = option.state & QStyle::State_Enabled, on = option.state & QStyle::State_On;
    const bool partly = option.state & QStyle::State_NoChange,
               hovered = option.state & QStyle::State_MouseOver;
    const bool focused =
        (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange);
    QRectF box(0, 0, 14, 14);
    box.moveCenter(QRectF(option.rect).center());
    box.moveTopLeft(box.topLeft().toPoint());
    const bool filled = (on || partly) && enabled;
    const Token border = focused ? Token::Ink : filled ? Token::Accent : hovered ? Token::T3 : Token::Line2;
    paintBox(painter, box, round ? 7 : 4,
             colour(filled    ? Token::Accent
                    : enabled ? Token::Field
                              : Token::Sunk),
             colour(border));
    const QColor mark = colour(enabled ? Token::OnAccent : Token::T4);
    if (on && round) {
        paintBox(painter, box.adjusted(4, 4, -4, -4), 3, mark);
    } else if (on) {
        paintIcon(painter, box.adjusted(.5, .5, -.5, -.5), QStringLiteral("check"), mark);
    } else if (partly) {
        paintBox(painter, box.adjusted(3.5, 6, -3.5, -6), 1, mark);
    }
}

}  // namespace horo::views::parts
