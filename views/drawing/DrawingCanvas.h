// Where a hierarchy is drawn, and what pointer and keys do there.
#pragma once

#include <QPixmap>
#include <QVariantAnimation>
#include <QWidget>
#include <optional>

#include "views/drawing/DrawingInk.h"

namespace horo::views {

/// Keeps the picture and paints only the mark under the pointer anew, so that hovering costs nothing however
/// large the hierarchy is.
class DrawingCanvas : public QWidget {
    Q_OBJECT
public:
    explicit DrawingCanvas(QWidget* parent = nullptr);

    /// `glide`: the picture moves from the focus it had to the new one.
    void draw(std::shared_ptr<const Drawing> drawing, std::shared_ptr<const DrawnTree> tree, Node focus,
              bool glide);
    void setInk(DrawingInk ink);
    const DrawingInk& ink() const { return ink_; }
    void setHovered(std::optional<Node> node);

    const DrawingScene& scene() const { return scene_; }
    /// Middle of what stands for a node.
    std::optional<QPointF> placeOf(Node v) const;
    bool isMoving() const { return glide_.state() == QAbstractAnimation::Running; }

Q_SIGNALS:
    /// The cells are others, or there is room for others.
    void laidOut();
    void clicked(std::optional<horo::Node> node, Qt::KeyboardModifiers modifiers);
    void boxed(const std::vector<horo::Node>& nodes, Qt::KeyboardModifiers modifiers);
    void hoverMoved(std::optional<horo::Node> node, QPoint position);
    void focusRequested(horo::Node node);
    void upRequested();
    void clearRequested();
    void menuRequested(horo::Node node, QPoint globalPosition);
    /// An arrow key: to the parent, the first child, or the sibling before or after.
    void stepRequested(Qt::Key arrow);

protected:
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void mouseReleaseEvent(QMouseEvent*) override;
    void mouseDoubleClickEvent(QMouseEvent*) override;
    void wheelEvent(QWheelEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void leaveEvent(QEvent*) override;

private:
    void layOut();
    void repaintPicture();
    std::optional<Node> nodeAt(QPointF at) const;

    DrawingScene scene_, earlier_;
    std::shared_ptr<const Drawing> drawing_;
    std::shared_ptr<const DrawnTree> tree_;
    Node focus_ = DrawnTree::whole;
    DrawingInk ink_;
    QPixmap picture_;
    bool stale_ = true;
    std::optional<Node> hovered_;
    QVariantAnimation glide_;
    QPointF pressed_;
    bool pressing_ = false;
    QRectF box_;
    double wheel_ = 0;
};

}  // namespace horo::views
