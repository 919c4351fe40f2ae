#include "views/tangle/TangleCanvas.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <utility>

namespace horo::views {

TangleCanvas::TangleCanvas(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(160, 80);
}

void TangleCanvas::draw(std::shared_ptr<const HierarchyPair> pair, bool untangled, Node focusA, Node focusB,
                        bool names) {
    pair_ = std::move(pair);
    untangled_ = untangled, names_ = names;
    focusA_ = focusA, focusB_ = focusB;
    layOut();
}

void TangleCanvas::setInk(TangleInk ink) {
    ink_ = std::move(ink);
    stale_ = true;
    update();
}

void TangleCanvas::setHovered(std::optional<SideNode> node) {
    if (node == hovered_) return;
    hovered_ = node;
    update();
}

std::optional<QPointF> TangleCanvas::placeOf(SideNode at) const {
    if (scene_.isEmpty()) return {};
    const SideLayout& side = scene_.side(at.side);
    const auto cell = side.cellOf(at.node);
    return cell ? std::optional(scene_.box(at.side, side.cells()[*cell]).center()) : std::nullopt;
}

void TangleCanvas::layOut() {
    stale_ = true;
    scene_ =
        pair_ && width() > 40 && height() > 10
            ? TangleScene(pair_, untangled_, focusA_, focusB_, QSizeF(size()), names_ ? ink_.textPixels : 0)
            : TangleScene();
    update();
    Q_EMIT laidOut();
}

void TangleCanvas::repaintPicture() {
    const double ratio = devicePixelRatioF();
    const QSize pixels = (QSizeF(size()) * ratio).toSize();
    if (picture_.size() != pixels) picture_ = QPixmap(pixels);
    picture_.setDevicePixelRatio(ratio);
    picture_.fill(ink_.theme.colour(Token::Canvas));
    QPainter painter(&picture_);
    paintTangle(painter, scene_, ink_);
}

void TangleCanvas::paintEvent(QPaintEvent*) {
    if (std::exchange(stale_, false) || picture_.devicePixelRatio() != devicePixelRatioF()) repaintPicture();
    QPainter painter(this);
    painter.drawPixmap(0, 0, picture_);
    if (hovered_) paintTangleHovered(painter, scene_, *hovered_, ink_.theme);
    if (box_.isNull()) return;
    painter.setPen(QPen(ink_.theme.colour(Token::Accent), 1.2, Qt::DashLine));
    painter.setBrush(ink_.theme.colour(Token::Accent, .05));
    painter.drawRect(box_.normalized());
}

void TangleCanvas::resizeEvent(QResizeEvent*) {
    layOut();
}

void TangleCanvas::mousePressEvent(QMouseEvent* event) {
    pressing_ = event->button() == Qt::LeftButton || event->button() == Qt::RightButton;
    pressed_ = event->position();
}

void TangleCanvas::mouseMoveEvent(QMouseEvent* event) {
    if (pressing_ && (!box_.isNull() || QLineF(pressed_, event->position()).length() > 4)) {
        box_ = QRectF(pressed_, event->position());
        Q_EMIT hoverMoved({}, {});
        return update();
    }
    if (!pressing_) Q_EMIT hoverMoved(scene_.nodeAt(event->position()), event->position().toPoint());
}

void TangleCanvas::mouseReleaseEvent(QMouseEvent* event) {
    if (!std::exchange(pressing_, false)) return;
    const QRectF box = std::exchange(box_, {}).normalized();
    update();
    if (!box.isNull())
        Q_EMIT boxed(scene_.nodesIn(box), event->modifiers());
    else if (event->button() == Qt::LeftButton)
        Q_EMIT clicked(scene_.nodeAt(event->position()), event->modifiers());
}

void TangleCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const auto node = scene_.nodeAt(event->position());
    if (node && node->node != (node->side == Side::A ? focusA_ : focusB_))
        Q_EMIT focusRequested(*node);
    else
        Q_EMIT upRequested(sideAt(event->position()));
}

void TangleCanvas::wheelEvent(QWheelEvent* event) {
    event->accept();
    wheel_ += event->angleDelta().y();
    if (std::abs(wheel_) < 120) return;
    const bool inward = std::exchange(wheel_, 0) > 0;
    if (!inward) return Q_EMIT upRequested(sideAt(event->position()));
    const auto at = scene_.nodeAt(event->position());
    if (!at) return;
    // One level at a time: to the child of the focus under the pointer.
    const SideLayout& side = scene_.side(at->side);
    const SideCell* cell = &side.cells()[*side.cellOf(at->node)];
    while (cell->level > 1)
        cell = &side.cells()[static_cast<size_t>(cell->parent)];
    if (cell->level == 1 && !side.tree().children(cell->node).empty())
        Q_EMIT focusRequested({at->side, cell->node});
}

void TangleCanvas::keyPressEvent(QKeyEvent* event) {
    const bool inB = ink_.focus[0] == OrderedTree::whole && ink_.focus[1] != OrderedTree::whole;
    const Side side = hovered_ ? hovered_->side : inB ? Side::B : Side::A;
    switch (event->key()) {
        case Qt::Key_Escape:
            return Q_EMIT clearRequested();
        case Qt::Key_Backspace:
            return Q_EMIT upRequested(side);
        case Qt::Key_Return:
        case Qt::Key_Enter:
            for (const Side each : {Side::A, Side::B})
                if (const Node v = ink_.focus[static_cast<size_t>(each)]; v != OrderedTree::whole)
                    Q_EMIT focusRequested({each, v});
            return;
    }
    QWidget::keyPressEvent(event);
}

void TangleCanvas::leaveEvent(QEvent*) {
    Q_EMIT hoverMoved({}, {});
}

}  // namespace horo::views
