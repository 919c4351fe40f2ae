// The gestures of ScatterCanvas, and where it goes by itself.
#include <QKeyEvent>
#include <QLineF>
#include <QMouseEvent>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "views/scatter/ScatterCanvas.h"
#include "views/theme/ThemeSource.h"

namespace horo::views {

namespace {

constexpr double dragThreshold = 3;
constexpr double leastZoom = 0.1, mostZoom = 1e5;
constexpr double stepByKey = 60;  // pixels
constexpr int glideTime = 200;    // ms

}  // namespace

void ScatterCanvas::look(const ScatterFrame& frame, double zoom) {
    settings_.zoom = std::clamp(zoom, leastZoom, mostZoom);
    // A zoom of exactly 1 means home, where the middle follows the points.
    if (settings_.isHome()) settings_.zoom = std::nextafter(1.0, 2.0);
    settings_.x = frame.x, settings_.y = frame.y;
}

void ScatterCanvas::panBy(QPointF pixels) {
    ScatterFrame now = frame();
    now.x -= pixels.x() / now.scale, now.y += pixels.y() / now.scale;
    look(now, settings_.zoom);
    inMotion(tr("Pan the scatter"));
}

void ScatterCanvas::zoomAt(QPointF position, double factor) {
    ScatterFrame now = frame();
    const double zoom = std::clamp(settings_.zoom * factor, leastZoom, mostZoom);
    const QPointF kept = now.place(position);
    now.scale *= zoom / settings_.zoom;
    const QPointF moved = now.place(position);
    now.x += kept.x() - moved.x(), now.y += kept.y() - moved.y();
    look(now, zoom);
    inMotion(tr("Zoom the scatter"));
}

void ScatterCanvas::glideTo(const ScatterSettings& goal, const QString& what) {
    glide_.stop();
    glide_.disconnect(this);
    const int time = isVisible() ? ThemeSource::instance().duration(glideTime) : 0;
    if (time == 0) {
        settings_ = goal;
        return inMotion(what);
    }
    const ScatterFrame from = frame(), to = frameOf(goal, width(), height());
    glide_.setStartValue(0.0), glide_.setEndValue(1.0), glide_.setDuration(time);
    connect(&glide_, &QVariantAnimation::valueChanged, this,
            [this, from, to, start = settings_.zoom, goal, what](const QVariant& value) {
                const double t = value.toDouble();
                if (t >= 1) {
                    settings_ = goal;
                    return inMotion(what);
                }
                ScatterFrame now = to;
                now.x = from.x + t * (to.x - from.x), now.y = from.y + t * (to.y - from.y);
                look(now, start * std::pow(goal.zoom / start, t));
                inMotion(what);
            });
    glide_.start();
}

void ScatterCanvas::home() {
    ScatterSettings goal = settings_;
    goal.zoom = 1, goal.x = goal.y = 0;
    glideTo(goal, tr("Scatter to its home"));
}

void ScatterCanvas::frameSelection() {
    std::vector<float> x, y;
    for (const uint32_t row : subject_.rows.selectedRows())
        x.push_back(subject_.x[row]), y.push_back(subject_.y[row]);
    const auto box = PointGrid(x, y).bounds();
    if (!box) return home();
    const ScatterFrame all = frameOf(ScatterSettings(), width(), height());
    const ScatterFrame around = ScatterFrame::around(*box, width(), height(), width() / 6);
    ScatterSettings goal = settings_;
    goal.x = around.x, goal.y = around.y;
    // A single row is shown among its neighbours.
    goal.zoom = x.size() == 1 ? 8 : std::clamp(around.scale / all.scale, 1.0001, 1000.0);
    glideTo(goal, tr("Frame the selection"));
}

void ScatterCanvas::mousePressEvent(QMouseEvent* event) {
    if (drag_ != Drag::None) return;
    glide_.stop();
    pressed_ = last_ = event->position();
    atPress_ = settings_;
    if (event->button() == Qt::RightButton || (event->button() == Qt::LeftButton && lassoOn_)) {
        drag_ = Drag::Lasso;
        beginLasso(pressed_);
    } else if (event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton) {
        drag_ = Drag::Undecided;
    }
}

void ScatterCanvas::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    if (drag_ == Drag::Undecided && QLineF(pressed_, at).length() > dragThreshold) {
        drag_ = Drag::Pan;
        setCursor(Qt::ClosedHandCursor);
        Q_EMIT hoverMoved({}, event->globalPosition().toPoint());
    }
    switch (drag_) {
        case Drag::Pan:
            panBy(at - last_);
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

void ScatterCanvas::mouseReleaseEvent(QMouseEvent* event) {
    const Drag finished = std::exchange(drag_, Drag::None);
    if (finished == Drag::Undecided && event->button() == Qt::LeftButton) {
        Q_EMIT clicked(rowAt(pressed_), event->modifiers());
    } else if (finished == Drag::Lasso) {
        finishLasso(event->modifiers());
    } else if (finished == Drag::Pan) {
        setCursor(lassoOn_ ? Qt::CrossCursor : Qt::ArrowCursor);
        settle();
    }
}

void ScatterCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const auto row = rowAt(event->position());
    if (!row) return;
    ScatterSettings goal = settings_;
    goal.x = subject_.x[*row], goal.y = subject_.y[*row];
    goal.zoom = std::min(mostZoom, 2 * settings_.zoom);
    glideTo(goal, tr("Centre the scatter"));
}

void ScatterCanvas::wheelEvent(QWheelEvent* event) {
    const double steps = event->angleDelta().y() / 120.0;
    if (steps == 0) return event->ignore();
    event->accept();
    glide_.stop();
    zoomAt(event->position(), std::pow(1.2, steps));
}

bool ScatterCanvas::cancelGesture() {
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

void ScatterCanvas::keyPressEvent(QKeyEvent* event) {
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return QWidget::keyPressEvent(event);
    if (pressKey(event->key())) return;
    switch (event->key()) {
        case Qt::Key_Left:
            return panBy({stepByKey, 0});
        case Qt::Key_Right:
            return panBy({-stepByKey, 0});
        case Qt::Key_Up:
            return panBy({0, stepByKey});
        case Qt::Key_Down:
            return panBy({0, -stepByKey});
        case Qt::Key_Escape:
            if (cancelGesture()) return;
            if (lassoOn_) return setLassoOn(false);
            return Q_EMIT clearRequested();
        default:
            QWidget::keyPressEvent(event);
    }
}

}  // namespace horo::views
