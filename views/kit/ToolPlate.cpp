#include "views/kit/ToolPlate.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>

#include "views/kit/Buttons.h"
#include "views/theme/Metrics.h"
#include "views/theme/Shapes.h"
#include "views/theme/Theme.h"

namespace horo::views {

ToolPlate::ToolPlate(QWidget* canvas, Qt::Corner corner)
    : QWidget(canvas), corner_(corner), row_(new QHBoxLayout(this)) {
    row_->setContentsMargins(2, 2, 2, 2);
    row_->setSpacing(0);
    setCursor(Qt::ArrowCursor);
    canvas->installEventFilter(this);
    place();
}

IconButton* ToolPlate::addTool(const QString& iconName, const QString& text, const QString& shortcut,
                               bool stays) {
    auto* button = new IconButton(iconName, text);
    button->setShortcutText(shortcut);
    button->setCheckable(stays);
    addWidget(button);
    return button;
}

void ToolPlate::addWidget(QWidget* widget) {
    row_->addWidget(widget);
    place();
}

void ToolPlate::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintBox(painter, rect(), metrics::buttonRadius, colour(Token::Panel), colour(Token::Line));
}

bool ToolPlate::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize) place();
    return QWidget::eventFilter(watched, event);
}

bool ToolPlate::event(QEvent* event) {
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest) place();
    return handled;
}

void ToolPlate::place() {
    adjustSize();
    const bool right = corner_ == Qt::TopRightCorner || corner_ == Qt::BottomRightCorner;
    const bool bottom = corner_ == Qt::BottomLeftCorner || corner_ == Qt::BottomRightCorner;
    const QSize room = parentWidget()->size();
    move(right ? room.width() - width() - metrics::controlGap : metrics::controlGap,
         bottom ? room.height() - height() - metrics::controlGap : metrics::controlGap);
}

}  // namespace horo::views
