#include <QtGui/QPainter>
#include <QtWidgets/QStyle>
#include <QtWidgets/QStyleOption>

#include <algorithm>

#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/theme/Shapes.h"
#include "views/theme/StyleParts.h"
#include "views/theme/Theme.h"

namespace horo::views::parts {

void scrollBar(QPainter& painter, const QStyleOptionSlider& option, const QStyle& style,
               const QWidget* widget) {
    if (option.maximum <= option.minimum) return;
    const bool across = option.orientation == Qt::Horizontal;
    const bool active =
        option.state & QStyle::State_MouseOver || option.activeSubControls == QStyle::SC_ScrollBarSlider;
    QRectF handle = style.subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, widget);
    handle = across ? handle.adjusted(2, 2, -2, -2) : handle.adjusted(2, 2, -2, -2);
    paintBox(painter, handle, std::min(handle.width(), handle.height()) / 2,
             colour(active ? Token::T4 : Token::Line2));
}

void slider(QPainter& painter, const QStyleOptionSlider& option, const QStyle& style, const QWidget* widget) {
    const bool enabled = option.state & QStyle::State_Enabled, across = option.orientation == Qt::Horizontal;
    const QRectF groove = style.subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderGroove, widget);
    const QRectF handle = style.subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, widget);
    QRectF track = across ? QRectF(groove.left() + 1, groove.center().y() - 1.5, groove.width() - 2, 3)
                          : QRectF(groove.center().x() - 1.5, groove.top() + 1, 3, groove.height() - 2);
    paintBox(painter, track, 1.5, colour(Token::Line));
    if (enabled) {
        if (across)
            track.setRight(handle.center().x());
        else
            track.setTop(handle.center().y());
        paintBox(painter, track, 1.5, colour(Token::Accent));
    }
    const bool focused = option.state & QStyle::State_HasFocus;
    QRectF knob(0, 0, 12, 12);
    knob.moveCenter(handle.center());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour(enabled ? Token::Accent : Token::T4), focused ? 2.4 : 1.6));
    painter.setBrush(colour(Token::Field));
    painter.drawEllipse(knob.adjusted(.8, .8, -.8, -.8));
    painter.restore();
}

void progressBar(QPainter& painter, const QStyleOptionProgressBar& option) {
    QRectF track = option.rect;
    track.setHeight(std::min(track.height(), 4.0));
    track.moveCenter(QRectF(option.rect).center());
    paintBox(painter, track, 2, colour(Token::Line));
    if (option.maximum <= option.minimum) return;
    const double share = double(option.progress - option.minimum) / (option.maximum - option.minimum);
    if (share <= 0) return;
    track.setWidth(std::max(track.height(), track.width() * std::min(share, 1.0)));
    paintBox(painter, track, 2, colour(Token::Accent));
}

}  // namespace horo::views::parts
