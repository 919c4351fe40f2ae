#include "views/kit/SeparatorGrip.h"

#include <QtGui/QHoverEvent>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMainWindow>

namespace horo::views {

SeparatorGrip::SeparatorGrip(QMainWindow& window) : QObject(&window), window_(window) {
    qApp->installEventFilter(this);
}

// The window changes its own pointer when it is told of a move over a separator: there is no other way to
// ask.
bool SeparatorGrip::isOverSeparator(const QPoint& position) const {
    QHoverEvent hover(QEvent::HoverMove, position, window_.mapToGlobal(QPointF(position)), position);
    QCoreApplication::sendEvent(&window_, &hover);
    const Qt::CursorShape shape = window_.cursor().shape();
    return shape == Qt::SplitHCursor || shape == Qt::SplitVCursor;
}

void SeparatorGrip::send(const QMouseEvent& event) {
    const QPointF position = window_.mapFromGlobal(event.globalPosition());
    QMouseEvent copy(event.type(), position, event.globalPosition(), event.button(), event.buttons(),
                     event.modifiers());
    QCoreApplication::sendEvent(&window_, &copy);
}

bool SeparatorGrip::eventFilter(QObject* watched, QEvent* event) {
    const auto type = event->type();
    if (type != QEvent::MouseButtonPress && type != QEvent::MouseMove && type != QEvent::MouseButtonRelease)
        return false;
    auto* widget = qobject_cast<QWidget*>(watched);
    if (!widget || widget == &window_ || widget->window() != window_.window() ||
        !window_.isAncestorOf(widget))
        return false;
    const auto& mouse = static_cast<const QMouseEvent&>(*event);

    if (dragging_) {
        if (type == QEvent::MouseButtonRelease) dragging_ = false;
        send(mouse);
        return true;
    }
    if (type == QEvent::MouseButtonRelease || (type == QEvent::MouseMove && mouse.buttons() != Qt::NoButton))
        return false;
    const bool over = isOverSeparator(window_.mapFromGlobal(mouse.globalPosition()).toPoint());
    if (type == QEvent::MouseMove) {
        if (shown_ && (!over || shown_ != widget)) {
            shown_->unsetCursor();
            shown_ = nullptr;
        }
        if (over && !widget->testAttribute(Qt::WA_SetCursor)) {
            widget->setCursor(window_.cursor());
            shown_ = widget;
        }
        return false;
    }
    if (!over || mouse.button() != Qt::LeftButton) return false;
    dragging_ = true;
    send(mouse);
    return true;
}

}  // namespace horo::views
