#include <QtGui/QPainter>
#include <QtWidgets/QStyleOption>
#include <QtWidgets/QTreeView>

#include "views/theme/Fonts.h"
#include "views/theme/Icons.h"
#include "views/theme/Metrics.h"
#include "views/theme/Shapes.h"
#include "views/theme/StyleParts.h"
#include "views/theme/Theme.h"

namespace horo::views::parts {

void rowGround(QPainter& painter, const QStyleOptionViewItem& option, const QWidget* widget, bool wholeRow) {
    const bool selected = option.state & QStyle::State_Selected,
               hovered = option.state & QStyle::State_MouseOver;
    if (option.backgroundBrush.style() != Qt::NoBrush) painter.fillRect(option.rect, option.backgroundBrush);
    if (selected) {
        painter.fillRect(option.rect, colour(Token::AccentSoft));
    } else if (hovered && (option.state & QStyle::State_Enabled)) {
        painter.fillRect(option.rect, colour(Token::Hover));
    }
    // Selection is never shown by colour alone: a bar marks the row at the left edge of the view.
    const bool first = option.rect.left() <= 0 || wholeRow ||
                       option.viewItemPosition == QStyleOptionViewItem::OnlyOne ||
                       option.viewItemPosition == QStyleOptionViewItem::Beginning;
    const bool tree = qobject_cast<const QTreeView*>(widget) != nullptr;
    if (selected && first && (!tree || option.rect.left() <= 0))
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), 2, option.rect.height()),
                         colour(Token::Accent));
}

void branch(QPainter& painter, const QStyleOption& option) {
    if (!(option.state & QStyle::State_Children)) return;
    const bool open = option.state & QStyle::State_Open, hovered = option.state & QStyle::State_MouseOver;
    QRectF place(0, 0, metrics::chevronSize, metrics::chevronSize);
    place.moveCenter(QRectF(option.rect).center());
    paintIcon(painter, place, open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"),
              colour(hovered ? Token::T1 : Token::T2));
}

void headerSection(QPainter& painter, const QStyleOptionHeader& option) {
    painter.fillRect(option.rect, option.palette.brush(QPalette::Base));
    if (option.state & QStyle::State_MouseOver && option.state & QStyle::State_Enabled && option.section >= 0)
        painter.fillRect(option.rect, colour(Token::Hover));
    paintEdge(painter, option.rect, option.orientation == Qt::Horizontal ? Qt::BottomEdge : Qt::RightEdge,
              colour(Token::Line));
}

void headerLabel(QPainter& painter, const QStyleOptionHeader& option, const QStyle& style,
                 const QWidget* widget) {
    QRect place = option.rect;
    if (option.sortIndicator != QStyleOptionHeader::None) {
        const QRect arrow = style.subElementRect(QStyle::SE_HeaderArrow, &option, widget);
        paintIcon(painter, QRectF(arrow),
                  option.sortIndicator == QStyleOptionHeader::SortDown ? QStringLiteral("chevron-down")
                                                                       : QStringLiteral("chevron-up"),
                  colour(Token::T2));
        place.setRight(arrow.left() - 4);
    }
    if (!option.icon.isNull()) {
        const QRect iconPlace(place.left(), place.center().y() - 6, metrics::smallIconSize,
                              metrics::smallIconSize);
        option.icon.paint(&painter, iconPlace, Qt::AlignCenter);
        place.setLeft(iconPlace.right() + 6);
    }
    painter.setFont(font(FontRole::Meta));
    painter.setPen(colour(option.sortIndicator != QStyleOptionHeader::None ? Token::T1 : Token::T2));
    const Qt::Alignment across = option.textAlignment & Qt::AlignHorizontal_Mask;
    painter.drawText(place, static_cast<int>(across | Qt::AlignVCenter) | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(option.text, Qt::ElideRight, place.width()));
}

}  // namespace horo::views::parts
