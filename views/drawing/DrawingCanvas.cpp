#include "views/drawing/DrawingCanvas.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include "views/theme/ThemeSource.h"

namespace horo::views {

DrawingCanvas::DrawingCanvas(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(120, 80);
    glide_.setStartValue(0.0);
    glide_.setEndValue(1.0);
    glide_.setEasingCurve(QEasingCurve::OutCubic);
    connect(&glide_, &QVariantAnimation::valueChanged, this, [this] {
        stale_ = true;
        update();
    });
    connect(&glide_, &QVariantAnimation::finished, this, [this] {
        earlier_ = {};
        stale_ = true;
        update();
    });
}

void DrawingCanvas::draw(std::shared_ptr<const Drawing> drawing, std::shared_ptr<const DrawnTree> tree,
                         Node focus, bool glide) {
    const bool moves = glide && !scene_.isEmpty() && focus != focus_ && drawing == drawing_ && tree == tree_;
    glide_.stop();
    earlier_ = moves ? scene_ : DrawingScene();
    drawing_ = std::move(drawing), tree_ = std::move(tree), focus_ = focus;
    layOut();
    const int duration = moves ? ThemeSource::instance().duration(200) : 0;
    if (duration == 0) return;
    glide_.setDuration(duration);
    glide_.start();
}

void DrawingCanvas::setInk(DrawingInk ink) {
    ink_ = std::move(ink);
    stale_ = true;
    update();
}

void DrawingCanvas::setHovered(std::optional<Node> node) {
    if (node == hovered_) return;
    hovered_ = node;
    update();
}

std::optional<QPointF> DrawingCanvas::placeOf(Node v) const {
    const auto cell = scene_.isEmpty() ? std::nullopt : scene_.cellOf(v);
    if (!cell) return {};
    return scene_.drawing().middle(scene_.cells()[*cell], scene_.size());
}

void DrawingCanvas::layOut() {
    stale_ = true;
    if (!drawing_ || !tree_) return;
    scene_ = DrawingScene(drawing_, tree_, focus_, QSizeF(size()));
    update();
    Q_EMIT laidOut();
}

void DrawingCanvas::repaintPicture() {
    const double ratio = devicePixelRatioF();
    const QSize pixels = (QSizeF(size()) * ratio).toSize();
    if (picture_.size() != pixels) picture_ = QPixmap(pixels);
    picture_.setDevicePixelRatio(ratio);
    picture_.fill(ink_.theme.colour(Token::Canvas));
    QPainter painter(&picture_);
    if (scene_.isEmpty()) return;
    if (isMoving() && !earlier_.isEmpty())
        paintDrawing(painter, scene_, scene_.between(earlier_, glide_.currentValue().toDouble()), ink_, true);
    else
        paintDrawing(painter, scene_, scene_.cells(), ink_);
}

void DrawingCanvas::paintEvent(QPaintEvent*) {
    if (std::exchange(stale_, false) || picture_.devicePixelRatio() != devicePixelRatioF()) repaintPicture();
    QPainter painter(this);
    painter.drawPixmap(0, 0, picture_);
    if (scene_.isEmpty()) return;
    if (const auto cell = hovered_ && !isMoving() ? scene_.cellOf(*hovered_) : std::nullopt)
        paintHovered(painter, scene_, *cell, ink_.theme);
    if (box_.isNull()) return;
    painter.setPen(QPen(ink_.theme.colour(Token::Accent), 1.2, Qt::DashLine));
    painter.setBrush(ink_.theme.colour(Token::Accent, .05));
    painter.drawRect(box_.normalized());
}

void DrawingCanvas::resizeEvent(QResizeEvent*) {
    glide_.stop();
    layOut();
}

std::optional<Node> DrawingCanvas::nodeAt(QPointF at) const {
    const auto cell = scene_.isEmpty() ? std::nullopt : scene_.cellAt(at);
    if (!cell || scene_.cells()[*cell].node == DrawnTree::whole) return {};
    return scene_.cells()[*cell].node;
}

void DrawingCanvas::mousePressEvent(QMouseEvent* event) {
    pressing_ = event->button() == Qt::LeftButton || event->button() == Qt::RightButton;
    pressed_ = event->position();
}

void DrawingCanvas::mouseMoveEvent(QMouseEvent* event) {
    if (pressing_ && (!box_.isNull() || QLineF(pressed_, event->position()).length() > 4)) {
        box_ = QRectF(pressed_, event->position());
        Q_EMIT hoverMoved({}, {});
        return update();
    }
    if (!pressing_) Q_EMIT hoverMoved(nodeAt(event->position()), event->position().toPoint());
}

void DrawingCanvas::mouseReleaseEvent(QMouseEvent* event) {
    if (!std::exchange(pressing_, false)) return;
    const QRectF box = std::exchange(box_, {}).normalized();
    update();
    if (!box.isNull() && !scene_.isEmpty())
        Q_EMIT boxed(scene_.nodesIn(box), event->modifiers());
    else if (event->button() == Qt::LeftButton)
        Q_EMIT clicked(nodeAt(event->position()), event->modifiers());
    else if (const auto node = nodeAt(event->position()))
        Q_EMIT menuRequested(*node, event->globalPosition().toPoint());
}

void DrawingCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const auto node = nodeAt(event->position());
    if (node && *node != focus_)
        Q_EMIT focusRequested(*node);
    else
        Q_EMIT upRequested();
}

void DrawingCanvas::wheelEvent(QWheelEvent* event) {
    event->accept();
    wheel_ += event->angleDelta().y();
    if (std::abs(wheel_) < 120) return;
    const bool inward = std::exchange(wheel_, 0) > 0;
    if (!inward) return Q_EMIT upRequested();
    const auto cell = scene_.isEmpty() ? std::nullopt : scene_.cellAt(event->position());
    if (!cell) return;
    // One level at a time: to the child of the focus under the pointer.
    const DrawnCell* at = &scene_.cells()[*cell];
    while (at->level > 1)
        at = &scene_.cells()[static_cast<size_t>(at->parent)];
    if (at->level == 1 && !tree_->children(at->node).empty()) Q_EMIT focusRequested(at->node);
}

void DrawingCanvas::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Escape:
            return Q_EMIT clearRequested();
        case Qt::Key_Backspace:
            return Q_EMIT upRequested();
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (ink_.focus != DrawnTree::whole) return Q_EMIT focusRequested(ink_.focus);
            break;
        case Qt::Key_Left:
        case Qt::Key_Right:
        case Qt::Key_Up:
        case Qt::Key_Down:
            if (event->modifiers() == Qt::NoModifier)
                return Q_EMIT stepRequested(static_cast<Qt::Key>(event->key()));
            break;
    }
    QWidget::keyPressEvent(event);
}

void DrawingCanvas::leaveEvent(QEvent*) {
    Q_EMIT hoverMoved({}, {});
}

}  // namespace horo::views
