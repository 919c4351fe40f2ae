// Where two hierarchies face each other, and what pointer and keys do there.
#pragma once

#include <QPixmap>
#include <QWidget>

#include "views/tangle/TangleInk.h"

namespace horo::views {

/// Keeps the picture and paints only the marks under the pointer anew, so that hovering costs nothing however
/// large the hierarchies are.
class TangleCanvas : public QWidget {
    Q_OBJECT
public:
    explicit TangleCanvas(QWidget* parent = nullptr);

    /// Null: nothing is drawn.
    void draw(std::shared_ptr<const HierarchyPair> pair, bool untangled, Node focusA, Node focusB,
              bool names);
    void setInk(TangleInk ink);
    const TangleInk& ink() const { return ink_; }
    void setHovered(std::optional<SideNode> node);

    const TangleScene& scene() const { return scene_; }
    /// Middle of what stands for a node.
    std::optional<QPointF> placeOf(SideNode at) const;

Q_SIGNALS:
    /// The cells are others, or there is room for others.
    void laidOut();
    void clicked(std::optional<horo::views::SideNode> node, Qt::KeyboardModifiers modifiers);
    void boxed(const std::array<std::vector<horo::Node>, 2>& nodes, Qt::KeyboardModifiers modifiers);
    void hoverMoved(std::optional<horo::views::SideNode> node, QPoint position);
    void focusRequested(horo::views::SideNode node);
    void upRequested(horo::views::Side side);
    void clearRequested();

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
    Side sideAt(QPointF at) const { return at.x() < width() / 2.0 ? Side::A : Side::B; }

    TangleScene scene_;
    std::shared_ptr<const HierarchyPair> pair_;
    bool untangled_ = true, names_ = true;
    Node focusA_ = OrderedTree::whole, focusB_ = OrderedTree::whole;
    TangleInk ink_;
    QPixmap picture_;
    bool stale_ = true;
    std::optional<SideNode> hovered_;
    QPointF pressed_;
    bool pressing_ = false;
    QRectF box_;
    double wheel_ = 0;
};

}  // namespace horo::views
