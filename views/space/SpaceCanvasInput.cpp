// The gestures of SpaceCanvas.
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "views/space/SpaceCanvas.h"

namespace horo::views {

namespace {

constexpr double dragThreshold = 3;
/// Pixels at zoom 1 that turn by one radian, in radii of the space: what is grabbed in the middle follows the
/// pointer.
constexpr double radiansPerRadius = 1;

}  // namespace

void SpaceCanvas::mousePressEvent(QMouseEvent* event) {
    if (drag_ != Drag::None) return;
    glide_.stop();
    pressed_ = last_ = event->position();
    atPress_ = settings_;
    panning_ = event->button() == Qt::MiddleButton || event->modifiers() & Qt::ControlModifier;
    if (event->button() == Qt::RightButton || (event->button() == Qt::LeftButton && lassoOn_)) {
        drag_ = Drag::Lasso;
        beginLasso(pressed_);
    } else if (event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton) {
        drag_ = Drag::Undecided;
    }
}

void SpaceCanvas::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    if (drag_ == Drag::Undecided && QLineF(pressed_, at).length() > dragThreshold) {
        drag_ = panning_ ? Drag::Pan : Drag::Turn;
        last_ = pressed_;
        setCursor(Qt::ClosedHandCursor);
        Q_EMIT hoverMoved({}, event->globalPosition().toPoint());
    }
    const QPointF step = (at - last_) / SpaceCamera::fit(width(), height(), settings_).base;
    switch (drag_) {
        case Drag::Turn:
            // Turntable: the upright axis stays upright, so that nothing rolls.
            settings_.yaw = std::remainder(settings_.yaw + step.x() * radiansPerRadius, 2 * M_PI);
            settings_.pitch = std::clamp(settings_.pitch + step.y() * radiansPerRadius, -M_PI / 2, M_PI / 2);
            inMotion(tr("Turn the space"));
            break;
        case Drag::Pan:
            settings_.panX += step.x(), settings_.panY += step.y();
            inMotion(tr("Pan the space"));
            break;
        case Drag::Lasso:
            extendLasso(at);
            break;
        case Drag::None:
            Q_EMIT hoverMoved(rowAt(at), event->globalPosition().toPoint());
            break;
        case Drag::Undecided:
            return;
    }
    last_ = at;
}

void SpaceCanvas::mouseReleaseEvent(QMouseEvent* event) {
    const Drag finished = std::exchange(drag_, Drag::None);
    if (finished == Drag::Undecided && event->button() == Qt::LeftButton) {
        Q_EMIT clicked(rowAt(pressed_), event->modifiers());
    } else if (finished == Drag::Lasso) {
        refresh();
        finishLasso(event->modifiers());
    } else if (finished == Drag::Turn || finished == Drag::Pan) {
        setCursor(lassoOn_ ? Qt::CrossCursor : Qt::ArrowCursor);
        settle();
    }
}

void SpaceCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    if (const auto row = rowAt(event->position())) centreOn(*row);
}

void SpaceCanvas::zoomAt(QPointF position, double factor) {
    const SpaceCamera before = SpaceCamera::fit(width(), height(), settings_);
    const double zoom = std::clamp(settings_.zoom * factor, 0.2, 200.0), applied = zoom / settings_.zoom;
    settings_.zoom = zoom;
    settings_.panX += (position.x() - before.x) * (1 - applied) / before.base;
    settings_.panY += (position.y() - before.y) * (1 - applied) / before.base;
    if (zoom <= 1) settings_.panX *= 0.6, settings_.panY *= 0.6;
    inMotion(tr("Zoom the space"));
}

void SpaceCanvas::wheelEvent(QWheelEvent* event) {
    const double steps = event->angleDelta().y() / 120.0;
    if (steps == 0) return event->ignore();
    event->accept();
    glide_.stop();
    if (!(event->modifiers() & Qt::ControlModifier)) return zoomAt(event->position(), std::pow(1.2, steps));
    if (!subject_.axes.isHyperbolic()) return;
    settings_.scale = std::clamp(sight().projection.scale() * std::pow(1.08, steps), 0.01, 1.0);
    inMotion(tr("Scale the space"));
}

bool SpaceCanvas::cancelGesture() {
    const Drag ended = std::exchange(drag_, Drag::None);
    if (ended == Drag::None || ended == Drag::Undecided) return false;
    if (ended == Drag::Lasso) {
        dropLasso();
        return true;
    }
    motion_.clear();
    settings_ = atPress_;
    setCursor(lassoOn_ ? Qt::CrossCursor : Qt::ArrowCursor);
    settle();
    return true;
}

void SpaceCanvas::keyPressEvent(QKeyEvent* event) {
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return QWidget::keyPressEvent(event);
    if (pressKey(event->key())) return;
    constexpr double turn = M_PI / 24;
    switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_Right:
            settings_.yaw =
                std::remainder(settings_.yaw + (event->key() == Qt::Key_Right ? turn : -turn), 2 * M_PI);
            return inMotion(tr("Turn the space"));
        case Qt::Key_Up:
        case Qt::Key_Down:
            settings_.pitch = std::clamp(settings_.pitch + (event->key() == Qt::Key_Down ? turn : -turn),
                                         -M_PI / 2, M_PI / 2);
            return inMotion(tr("Turn the space"));
        case Qt::Key_Escape:
            if (cancelGesture()) return;
            if (lassoOn_) return setLassoOn(false);
            return Q_EMIT clearRequested();
        default:
            QWidget::keyPressEvent(event);
    }
}

}  // namespace horo::views
