#include <QtGui/QPainter>
#include <QtWidgets/QStyle>
#include <QtWidgets/QStyleOption>
#include <QtWidgets/QWidget>

#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/theme/Shapes.h"
#include "views/theme/StyleParts.h"
#include "views/theme/Theme.h"

namespace horo::views::parts {

namespace {

bool isSelected(const QStyleOptionTab& option) {
    return option.state & QStyle::State_Selected;
}
bool isHovered(const QStyleOptionTab& option) {
    return (option.state & QStyle::State_MouseOver) && (option.state & QStyle::State_Enabled);
}

}  // namespace

void tab(QPainter& painter, const QStyleOptionTab& option, bool pill) {
    const bool focused =
        (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange);
    if (pill) {
        QRectF box = QRectF(option.rect).adjusted(1, 0, -1, 0);
        if (isSelected(option))
            paintBox(painter, box, metrics::buttonRadius, colour(Token::Raise),
                     colour(focused ? Token::Accent : Token::Line2));
        else if (isHovered(option))
            paintBox(painter, box, metrics::buttonRadius, colour(Token::Line));
        return;
    }
    painter.fillRect(option.rect,
                     colour(isHovered(option) && !isSelected(option) ? Token::Hover : Token::Panel));
    paintEdge(painter, option.rect, Qt::BottomEdge, colour(Token::Line));
    if (isSelected(option))
        painter.fillRect(QRectF(option.rect.left(), option.rect.bottom() - 1, option.rect.width(), 2),
                         colour(Token::Accent));
}

void tabLabel(QPainter& painter, const QStyleOptionTab& option, const QStyle& style, bool pill,
              const QWidget* widget) {
    QRect place = style.subElementRect(QStyle::SE_TabBarTabText, &option, widget);
    if (!option.icon.isNull()) {
        const int size = metrics::smallIconSize;
        const QRect iconPlace(option.rect.left() + 10, option.rect.center().y() - size / 2 + 1, size, size);
        option.icon.paint(&painter, iconPlace, Qt::AlignCenter,
                          isHovered(option) ? QIcon::Active : QIcon::Normal);
        place.setLeft(iconPlace.right() + 6);
    }
    painter.setFont(font(FontRole::Base, isSelected(option) ? QFont::Medium : QFont::Normal));
    const bool enabled = option.state & QStyle::State_Enabled;
    painter.setPen(colour(!enabled                                  ? Token::T4
                          : isSelected(option) || isHovered(option) ? Token::T1
                                                                    : Token::T2));
    const int flags = Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextHideMnemonic;
    painter.drawText(place, flags | (pill ? Qt::AlignHCenter : Qt::AlignLeft), option.text);
}

void dockTitle(QPainter& painter, const QStyleOptionDockWidget& option, const QStyle& style,
               const QWidget* widget) {
    painter.fillRect(option.rect, colour(Token::Panel));
    const QRect place = style.subElementRect(QStyle::SE_DockWidgetTitleBarText, &option, widget);
    painter.setFont(font(FontRole::Title));
    painter.setPen(colour(Token::T1));
    painter.drawText(
        place, Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextHideMnemonic,
        painter.fontMetrics().elidedText(option.title, Qt::ElideRight, place.width(), Qt::TextHideMnemonic));
}

}  // namespace horo::views::parts
