#include "views/kit/KeyCap.h"

#include <QtGui/QPainter>

#include "views/theme/Fonts.h"
#include "views/theme/Shapes.h"
#include "views/theme/Theme.h"

namespace horo::views {

KeyCap::KeyCap(const QString& keys, QWidget* parent) : QWidget(parent), text_(keys) {
    text_.replace(QLatin1Char('+'), QLatin1Char(' '));
    setFont(views::font(FontRole::Tick));
    setAccessibleName(tr("shortcut %1").arg(keys));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize KeyCap::sizeHint() const {
    return {fontMetrics().horizontalAdvance(text_) + 12, 16};
}

void KeyCap::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintBox(painter, rect(), 3, colour(Token::Field), colour(Token::Line2));
    painter.setPen(colour(Token::T3));
    painter.drawText(rect(), Qt::AlignCenter, text_);
}

}  // namespace horo::views
