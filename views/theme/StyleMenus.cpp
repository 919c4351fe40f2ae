#include <QtGui/QPainter>
#include <QtWidgets/QStyleOption>

#include "views/theme/Fonts.h"
#include "views/theme/Icons.h"
#include "views/theme/Metrics.h"
#include "views/theme/Shapes.h"
#include "views/theme/StyleParts.h"
#include "views/theme/Theme.h"

namespace horo::views::parts {

namespace {

constexpr int textLeft = 32, textRight = 12, ticksLeft = 10;

QRectF chevronAt(const QRect& row) {
    return QRectF(row.right() - 20, row.center().y() - 5.5, metrics::chevronSize, metrics::chevronSize);
}

void paintTick(QPainter& painter, const QStyleOptionMenuItem& option, const QRectF& place) {
    if (option.checkType != QStyleOptionMenuItem::NotCheckable && option.checked) {
        paintIcon(painter, place, QStringLiteral("check"), colour(Token::Accent));
    } else if (!option.icon.isNull()) {
        const bool enabled = option.state & QStyle::State_Enabled;
        option.icon.paint(&painter, place.toRect(), Qt::AlignCenter,
                          enabled ? QIcon::Normal : QIcon::Disabled);
    }
}

}  // namespace

void menuItem(QPainter& painter, const QStyleOptionMenuItem& option) {
    const QRect row = option.rect;
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        if (option.text.isEmpty()) {
            painter.fillRect(QRectF(row.left(), row.center().y(), row.width(), 1), colour(Token::Line));
        } else {
            painter.setFont(font(FontRole::Meta));
            painter.setPen(colour(Token::T3));
            painter.drawText(row.adjusted(ticksLeft, 0, -textRight, 0), Qt::AlignVCenter | Qt::TextSingleLine,
                             option.text);
        }
        return;
    }
    const bool enabled = option.state & QStyle::State_Enabled;
    if (enabled && (option.state & QStyle::State_Selected))
        paintBox(painter, row.adjusted(4, 0, -4, 0), metrics::fieldRadius, colour(Token::AccentSoft));

    const double size = metrics::smallIconSize;
    paintTick(painter, option,
              QRectF(row.left() + ticksLeft, row.top() + (row.height() - size) / 2, size, size));

    const QStringList texts = option.text.split(QLatin1Char('\t'));
    QRect place = row.adjusted(textLeft, 0, -textRight, 0);
    painter.setFont(option.font);
    painter.setPen(colour(enabled ? Token::T1 : Token::T4));
    painter.drawText(place, Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextHideMnemonic, texts.first());
    if (texts.size() > 1) {
        painter.setPen(colour(enabled ? Token::T3 : Token::T4));
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, texts[1]);
    }
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        paintIcon(painter, chevronAt(row), QStringLiteral("chevron-right"),
                  colour(enabled ? Token::T2 : Token::T4));
}

void menuBarItem(QPainter& painter, const QStyleOptionMenuItem& option) {
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool active = enabled && (option.state & (QStyle::State_Selected | QStyle::State_Sunken));
    if (active) {
        QRectF ground = option.rect;
        ground.setHeight(metrics::hitSize);
        ground.moveCenter(QRectF(option.rect).center());
        paintBox(painter, ground, metrics::fieldRadius, colour(Token::Line));
    }
    painter.setFont(font(FontRole::Base));
    painter.setPen(colour(!enabled ? Token::T4 : active ? Token::T1 : Token::T2));
    painter.drawText(option.rect, Qt::AlignCenter | Qt::TextSingleLine | Qt::TextHideMnemonic, option.text);
}

}  // namespace horo::views::parts
