// The gestures of DiskCanvas.
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>
#include <cmath>

#include "views/disk/DiskCanvas.h"

namespace horo::views {

namespace {

constexpr double dragThreshold = 3;

/// The displayed point under the pointer, kept a little inside the rim.
Complex insideRim(Complex p) {
    constexpr double most = 0.985;
    const double r = std::abs(p);
    return r > most ? p * (most / r) : p;
}

}  // namespace

void DiskCanvas::mousePressEvent(QMouseEvent* event) {
    if (drag_ != Drag::None) return;
    glide_.stop();
    pressed_ = last_ = event->position();
    atPress_ = settings_;
    const bool lasso = event->button() == Qt::RightButton || (event->button() == Qt::LeftButton && lassoOn_);
    if (lasso) {
        drag_ = Drag::Lasso;
        beginLasso(pressed_);
    } else if (event->button() == Qt::MiddleButton) {
        drag_ = Drag::Pan;
    } else if (event->button() == Qt::LeftButton) {
        drag_ = Drag::Undecided;
    }
}

void DiskCanvas::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    if (drag_ == Drag::Undecided && QLineF(pressed_, at).length() > dragThreshold) {
        drag_ = Drag::Move;
        grabbed_ = insideRim(frame().displayedAt(pressed_.x(), pressed_.y()));
        setCursor(Qt::ClosedHandCursor);
        Q_EMIT hoverMoved({}, event->globalPosition().toPoint());
    }
    switch (drag_) {
        case Drag::Move: {
            const Complex to = insideRim(frame().displayedAt(at.x(), at.y()));
            settings_.centre = draggedCentre({atPress_.centre, settings_.scale}, grabbed_, to);
            motion_ = tr("Move the disk");
            inMotion();
            break;
        }
        case Drag::Pan: {
            const double base = frame().radius / settings_.zoom;
            settings_.panX += (at.x() - last_.x()) / base, settings_.panY += (at.y() - last_.y()) / base;
            motion_ = tr("Pan the disk");
            inMotion();
            break;
        }
        case Drag::Lasso:
            extendLasso(at);
            break;
        case Drag::None:
            if (std::exchange(pickerStale_, false)) picker_ = DiskPicker(builder_.scene(), frame());
            Q_EMIT hoverMoved(picker_.nearest(at.x(), at.y()), event->globalPosition().toPoint());
            break;
        case Drag::Undecided:
            break;
    }
    last_ = at;
}

void DiskCanvas::mouseReleaseEvent(QMouseEvent* event) {
    const Drag finished = std::exchange(drag_, Drag::None);
    if (finished == Drag::Undecided) {
        if (std::exchange(pickerStale_, false)) picker_ = DiskPicker(builder_.scene(), frame());
        Q_EMIT clicked(picker_.nearest(pressed_.x(), pressed_.y()), event->modifiers());
    } else if (finished == Drag::Lasso) {
        finishLasso(event->modifiers());
    } else if (finished == Drag::Move || finished == Drag::Pan) {
        setCursor(lassoOn_ ? Qt::CrossCursor : Qt::ArrowCursor);
        settle();
    }
}

void DiskCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    if (const auto row = picker_.nearest(event->position().x(), event->position().y())) centreOn(*row);
}

void DiskCanvas::zoomAt(QPointF position, double factor) {
    const DiskFrame before = frame();
    const double base = before.radius / settings_.zoom;
    const double zoom = std::clamp(settings_.zoom * factor, 0.5, 200.0), applied = zoom / settings_.zoom;
    settings_.zoom = zoom;
    settings_.panX += (position.x() - before.x) * (1 - applied) / base;
    settings_.panY += (position.y() - before.y) * (1 - applied) / base;
    if (zoom <= 1) settings_.panX *= 0.6, settings_.panY *= 0.6;
    motion_ = tr("Zoom the disk");
    inMotion();
}

void DiskCanvas::wheelEvent(QWheelEvent* event) {
    const double steps = event->angleDelta().y() / 120.0;
    if (steps == 0) return event->ignore();
    event->accept();
    glide_.stop();
    if (event->modifiers() & Qt::ControlModifier) {
        settings_.scale = std::clamp(settings_.scale * std::pow(1.08, steps), DiskSettings::leastScale, 1.0);
        motion_ = tr("Scale the disk");
        inMotion();
    } else {
        zoomAt(event->position(), std::pow(1.2, steps));
    }
}

void DiskCanvas::keyPressEvent(QKeyEvent* event) {
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return QWidget::keyPressEvent(event);
    if (pressKey(event->key())) return;
    switch (event->key()) {
        case Qt::Key_Escape:
            if (drag_ == Drag::Lasso) {
                drag_ = Drag::None;
                dropLasso();
            } else if (drag_ == Drag::Move || drag_ == Drag::Pan) {
                drag_ = Drag::None;
                motion_.clear();
                settings_ = atPress_;
                settle();
            } else if (lassoOn_) {
                setLassoOn(false);
            } else {
                Q_EMIT clearRequested();
            }
            break;
        default:
            QWidget::keyPressEvent(event);
    }
}

}  // namespace horo::views
