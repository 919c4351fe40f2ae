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

void fieldGround(QPainter& painter, const QStyleOption& option, const QWidget* widget) {
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool focused = enabled && (option.state & QStyle::State_HasFocus);
    const bool wrong = widget && widget->property("wrong").toBool();
    Token border = Token::Line2;
    if (wrong)
        border = Token::Error;
    else if (focused)
        border = Token::Accent;
    else if (enabled && (option.state & QStyle::State_MouseOver))
        border = Token::T4;
    paintBox(painter, option.rect, metrics::fieldRadius, colour(enabled ? Token::Field : Token::Panel),
             colour(border));
    if (focused || wrong)  // a second, soft line makes the focus visible without moving anything
        paintBox(painter, QRectF(option.rect).adjusted(1, 1, -1, -1), metrics::fieldRadius - 1, {},
                 colour(wrong ? Token::ErrorSoft : Token::AccentSoft));
}

void comboBoxChevron(QPainter& painter, const QStyleOption& option) {
    const bool enabled = option.state & QStyle::State_Enabled;
    paintIcon(painter,
              QRectF(option.rect.right() - 20, option.rect.center().y() - 5.5, metrics::chevronSize,
                     metrics::chevronSize),
              QStringLiteral("chevron-down"), colour(enabled ? Token::T2 : Token::T4));
}

void comboBoxLabel(QPainter& painter, const QStyleOptionComboBox& option) {
    if (option.editable) return;  // its line edit shows the text
    const bool enabled = option.state & QStyle::State_Enabled;
    QRect place = option.rect.adjusted(9, 0, -26, 0);
    if (!option.currentIcon.isNull()) {
        const int size = metrics::smallIconSize;
        const QRect iconPlace(place.left() + 1, place.center().y() - size / 2 + 1, size, size);
        option.currentIcon.paint(&painter, iconPlace, Qt::AlignCenter,
                                 enabled ? QIcon::Normal : QIcon::Disabled);
        place.setLeft(iconPlace.right() + 7);
    }
    painter.setPen(colour(enabled ? Token::T1 : Token::T4));
    painter.drawText(place, Qt::AlignVCenter | Qt::TextSingleLine,
                     option.fontMetrics.elidedText(option.currentText, Qt::ElideRight, place.width()));
}

void spinBoxArrows(QPainter& painter, const QStyleOptionSpinBox& option, const QStyle& style,
                   const QWidget* widget) {
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons) return;
    const auto arrow = [&](QStyle::SubControl part, QAbstractSpinBox::StepEnabledFlag step,
                           const QString& name) {
        QRectF place(0, 0, 10, 10);
        place.moveCenter(QRectF(style.subControlRect(QStyle::CC_SpinBox, &option, part, widget)).center());
        const bool active = option.activeSubControls == part && (option.state & QStyle::State_MouseOver);
        paintIcon(painter, place, name,
                  colour(!(option.stepEnabled & step) ? Token::T4
                         : active                     ? Token::T1
                                                      : Token::T2));
    };
    arrow(QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, QStringLiteral("chevron-up"));
    arrow(QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, QStringLiteral("chevron-down"));
}

}  // namespace horo::views::parts
