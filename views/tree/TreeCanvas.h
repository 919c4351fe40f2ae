// The rows of a tree, painted by ourselves: only those in sight, however many there are.
#pragma once

#include <QAbstractScrollArea>
#include <memory>
#include <optional>
#include <vector>

#include "core/data/selection.h"
#include "views/tree/TreeRows.h"

namespace horo::views {

class TreeCanvas : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit TreeCanvas(QWidget* parent = nullptr);

    void setTree(std::shared_ptr<const Hierarchy> hierarchy, std::shared_ptr<const SpanningTree> tree);
    /// ARGB of each node.
    void setColours(std::vector<uint32_t> colours);
    /// Nodes down to this depth are set in semibold.
    void setLevel(int level);
    void setSelection(const Selection& selection);
    void setHovered(std::optional<Node> node);
    /// The text whose letters are marked, and the match that is current.
    void setSearch(const QString& text, std::optional<Node> current);

    const TreeRows& rows() const { return rows_; }
    std::optional<Node> current() const { return current_; }
    /// Opens what lies above a node and scrolls it into sight, a third from the top when it was far.
    void reveal(Node node);
    void setCurrent(Node node);
    void setOpen(Node node, bool open);
    void openToDepth(int depth);
    void setOpenNodes(const std::vector<Node>& nodes);

    static constexpr int rowHeight = 24;
    /// Step from one depth to the next: 14 px, less when the deepest open row would have no room for its
    /// name.
    int indent() const { return indent_; }
    QRect rowRect(size_t row) const;

Q_SIGNALS:
    void clicked(horo::Node node, Qt::KeyboardModifiers modifiers);
    void hoverMoved(std::optional<horo::Node> node, QPoint position);
    void openChanged();
    void typed(const QString& text);
    void clearRequested();
    void menuRequested(horo::Node node, QPoint globalPosition);

protected:
    void contextMenuEvent(QContextMenuEvent*) override;
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void mouseDoubleClickEvent(QMouseEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    bool viewportEvent(QEvent*) override;

private:
    std::optional<size_t> rowAt(int y) const;
    bool onChevron(size_t row, int x) const;
    void updateScrollBar();
    void fitIndent();
    void moveCurrent(std::ptrdiff_t by);
    void paintRow(QPainter& painter, size_t row, const QRect& box) const;
    int paintName(QPainter& painter, Node node, const QRect& room) const;
    QString alsoUnder(Node node) const;

    std::shared_ptr<const Hierarchy> hierarchy_;
    std::shared_ptr<const SpanningTree> tree_;
    TreeRows rows_;
    std::vector<uint32_t> colours_;
    std::vector<char> selected_;
    bool anySelected_ = false;
    std::optional<Node> focus_, hovered_, current_, match_;
    QString search_;
    int level_ = 2, indent_ = 14;
};

}  // namespace horo::views
