#include "views/tree/TreeHead.h"

#include <QPainter>

#include "views/theme/Fonts.h"
#include "views/theme/Shapes.h"
#include "views/theme/Theme.h"

namespace horo::views {

void TreeHead::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), colour(Token::Canvas));
    painter.setFont(horo::views::font(FontRole::Meta));
    painter.setPen(colour(Token::T3));
    const QRect room = rect().adjusted(12, 0, -12, 0);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, tr("Node"));
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignRight, tr("Leaves"));
    paintEdge(painter, rect(), Qt::BottomEdge, colour(Token::Line));
}

}  // namespace horo::views
