#include "views/tree/TreeCanvas.h"

#include <QContextMenuEvent>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>

#include "views/theme/Theme.h"
#include "views/theme/ThemeSource.h"

namespace horo::views {

TreeCanvas::TreeCanvas(QWidget* parent) : QAbstractScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    verticalScrollBar()->setSingleStep(rowHeight * 3 / 2);
    connect(&ThemeSource::instance(), &ThemeSource::changed, viewport(), qOverload<>(&QWidget::update));
}

void TreeCanvas::setTree(std::shared_ptr<const Hierarchy> hierarchy,
                         std::shared_ptr<const SpanningTree> tree) {
    hierarchy_ = std::move(hierarchy), tree_ = std::move(tree);
    rows_ = hierarchy_ ? TreeRows(hierarchy_, tree_) : TreeRows();
    colours_.clear();
    selected_.assign(hierarchy_ ? hierarchy_->size() : 0, 0);
    focus_.reset(), hovered_.reset(), current_.reset(), match_.reset();
    updateScrollBar();
    viewport()->update();
}

void TreeCanvas::setColours(std::vector<uint32_t> colours) {
    colours_ = std::move(colours);
    viewport()->update();
}

void TreeCanvas::setLevel(int level) {
    level_ = level;
    viewport()->update();
}

void TreeCanvas::setSelection(const Selection& selection) {
    if (!hierarchy_) return;
    std::fill(selected_.begin(), selected_.end(), 0);
    anySelected_ = false;
    for (const ItemId id : selection.ids())
        if (const auto node = hierarchy_->items()->rowOf(id)) selected_[*node] = 1, anySelected_ = true;
    const auto focus = selection.focus() ? hierarchy_->items()->rowOf(selection.focus()) : std::nullopt;
    focus_ = focus ? std::optional(static_cast<Node>(*focus)) : std::nullopt;
    viewport()->update();
}

void TreeCanvas::setHovered(std::optional<Node> node) {
    if (hovered_ == node) return;
    const auto repaint = [&](std::optional<Node> v) {
        if (v && tree_)
            if (const auto row = rows_.rowOf(*v)) viewport()->update(rowRect(*row));
    };
    repaint(hovered_);
    hovered_ = node;
    repaint(hovered_);
}

void TreeCanvas::setSearch(const QString& text, std::optional<Node> current) {
    search_ = text, match_ = current;
    if (match_) reveal(*match_);
    viewport()->update();
}

QRect TreeCanvas::rowRect(size_t row) const {
    return {0, static_cast<int>(row) * rowHeight - verticalScrollBar()->value(), viewport()->width(),
            rowHeight};
}

std::optional<size_t> TreeCanvas::rowAt(int y) const {
    const int row = (y + verticalScrollBar()->value()) / rowHeight;
    if (y < 0 || row < 0 || static_cast<size_t>(row) >= rows_.size()) return {};
    return static_cast<size_t>(row);
}

void TreeCanvas::fitIndent() {
    // Depends on what is open, not on what is in sight: names must not move sideways while one scrolls.
    constexpr int usual = 14, least = 5, nameAndCount = 190;
    int deepest = 1;
    for (size_t row = 0; row < rows_.size(); ++row)
        deepest = std::max(deepest, tree_->depth(rows_.node(row)));
    indent_ = std::clamp((viewport()->width() - nameAndCount) / deepest, least, usual);
}

void TreeCanvas::updateScrollBar() {
    fitIndent();
    const int content = static_cast<int>(rows_.size()) * rowHeight, page = viewport()->height();
    verticalScrollBar()->setRange(0, std::max(0, content - page));
    verticalScrollBar()->setPageStep(std::max(rowHeight, page - rowHeight));
}

void TreeCanvas::reveal(Node node) {
    if (!tree_ || node >= hierarchy_->size()) return;
    const size_t before = rows_.size();
    rows_.reveal(node);
    updateScrollBar();
    if (rows_.size() != before) Q_EMIT openChanged();
    const QRect box = rowRect(rows_.nearestRow(node));
    QScrollBar* bar = verticalScrollBar();
    const bool inSight = box.top() >= 0 && box.bottom() < viewport()->height();
    if (!inSight) bar->setValue(bar->value() + box.top() - viewport()->height() / 3);
    viewport()->update();
}

void TreeCanvas::setCurrent(Node node) {
    current_ = node;
    viewport()->update();
}

void TreeCanvas::setOpen(Node node, bool open) {
    if (!tree_ || rows_.isOpen(node) == open) return;
    rows_.setOpen(node, open);
    updateScrollBar();
    viewport()->update();
    Q_EMIT openChanged();
}

void TreeCanvas::openToDepth(int depth) {
    if (!tree_) return;
    rows_.openToDepth(depth);
    updateScrollBar();
    viewport()->update();
    Q_EMIT openChanged();
}

void TreeCanvas::setOpenNodes(const std::vector<Node>& nodes) {
    if (!tree_) return;
    rows_.setOpenNodes(nodes);
    updateScrollBar();
    viewport()->update();
}

void TreeCanvas::paintEvent(QPaintEvent* event) {
    QPainter painter(viewport());
    painter.fillRect(event->rect(), colour(Token::Canvas));
    if (!tree_ || rows_.size() == 0) return;
    painter.setRenderHint(QPainter::Antialiasing);
    const auto first =
        static_cast<size_t>(std::max(0, event->rect().top() + verticalScrollBar()->value()) / rowHeight);
    for (size_t row = first; row < rows_.size(); ++row) {
        const QRect box = rowRect(row);
        if (box.top() > event->rect().bottom()) break;
        paintRow(painter, row, box);
    }
}

void TreeCanvas::resizeEvent(QResizeEvent*) {
    updateScrollBar();
}

void TreeCanvas::scrollContentsBy(int, int) {
    viewport()->update();
    const QPoint pointer = viewport()->mapFromGlobal(QCursor::pos());
    if (!viewport()->underMouse() || !viewport()->rect().contains(pointer)) return;
    const auto row = rowAt(pointer.y());
    Q_EMIT hoverMoved(row ? std::optional(rows_.node(*row)) : std::nullopt, pointer);
}

void TreeCanvas::contextMenuEvent(QContextMenuEvent* event) {
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    if (byKey && current_)
        Q_EMIT menuRequested(*current_, event->globalPos());
    else if (const auto row = rowAt(event->y()); !byKey && row)
        Q_EMIT menuRequested(rows_.node(*row), event->globalPos());
}

void TreeCanvas::mousePressEvent(QMouseEvent* event) {
    const auto row = rowAt(event->position().toPoint().y());
    if (!row || event->button() != Qt::LeftButton) return;
    const Node node = rows_.node(*row);
    if (rows_.hasChildren(node) && onChevron(*row, event->position().toPoint().x())) {
        setOpen(node, !rows_.isOpen(node));
        return;
    }
    setCurrent(node);
    Q_EMIT clicked(node, event->modifiers());
}

void TreeCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    const auto row = rowAt(event->position().toPoint().y());
    if (row && event->button() == Qt::LeftButton) setOpen(rows_.node(*row), !rows_.isOpen(rows_.node(*row)));
}

void TreeCanvas::mouseMoveEvent(QMouseEvent* event) {
    const auto row = rowAt(event->position().toPoint().y());
    Q_EMIT hoverMoved(row ? std::optional(rows_.node(*row)) : std::nullopt, event->position().toPoint());
}

bool TreeCanvas::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Leave) Q_EMIT hoverMoved({}, {});
    return QAbstractScrollArea::viewportEvent(event);
}

void TreeCanvas::moveCurrent(std::ptrdiff_t by) {
    if (rows_.size() == 0) return;
    const auto last = static_cast<std::ptrdiff_t>(rows_.size()) - 1;
    const auto now = current_ ? static_cast<std::ptrdiff_t>(rows_.nearestRow(*current_)) : -1;
    const Node node = rows_.node(static_cast<size_t>(std::clamp<std::ptrdiff_t>(now + by, 0, last)));
    setCurrent(node);
    reveal(node);
    Q_EMIT hoverMoved(node, {});
}

void TreeCanvas::keyPressEvent(QKeyEvent* event) {
    const std::ptrdiff_t page = std::max(1, viewport()->height() / rowHeight - 1);
    const auto all = static_cast<std::ptrdiff_t>(rows_.size());
    const bool has = current_ && tree_;
    switch (event->key()) {
        case Qt::Key_Down:
            return moveCurrent(1);
        case Qt::Key_Up:
            return moveCurrent(-1);
        case Qt::Key_PageDown:
            return moveCurrent(page);
        case Qt::Key_PageUp:
            return moveCurrent(-page);
        case Qt::Key_Home:
            return moveCurrent(-all);
        case Qt::Key_End:
            return moveCurrent(all);
        case Qt::Key_Right:
            if (has && rows_.hasChildren(*current_) && !rows_.isOpen(*current_))
                return setOpen(*current_, true);
            return moveCurrent(1);
        case Qt::Key_Left:
            if (has && rows_.isOpen(*current_)) return setOpen(*current_, false);
            if (has && tree_->parent(*current_) != SpanningTree::none) {
                setCurrent(tree_->parent(*current_));
                reveal(*current_);
            }
            return;
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            if (has) Q_EMIT clicked(*current_, event->modifiers());
            return;
        case Qt::Key_Escape:
            Q_EMIT clearRequested();
            return;
        default:
            break;
    }
    const QString text = event->text();
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (plain && !text.isEmpty() && text.front().isPrint()) {
        Q_EMIT typed(text);
    } else {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

}  // namespace horo::views
