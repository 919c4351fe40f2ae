#include "views/tangle/StatusSwatch.h"

#include <QPainter>

namespace horo::views {

void paintStatusSwatch(QPainter& painter, const QRectF& box, NodeStatus status, Side side,
                       const Theme& theme) {
    const QColor a = theme.colour(Token::PairA), b = theme.colour(Token::PairB);
    if (status == NodeStatus::InPlace) return painter.fillRect(box, theme.colour(Token::PairBoth));
    if (status == NodeStatus::Moved) {
        const double half = box.width() / 2;
        painter.fillRect(box.adjusted(0, 0, -half, 0), a);
        painter.fillRect(box.adjusted(half, 0, 0, 0), b);
        return;
    }
    painter.setPen(QPen(side == Side::A ? a : b, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box.adjusted(.5, .5, -.5, -.5));
    for (double share : {.35, .7, 1.0}) {
        const double reach = box.width() * share;
        painter.drawLine(QPointF(box.left(), box.top() + reach), QPointF(box.left() + reach, box.top()));
    }
}

}  // namespace horo::views
