#include "views/tangle/TangleCells.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "views/theme/Fonts.h"
#include "views/theme/Mixing.h"

namespace horo::views {

TangleCells::TangleCells(QPainter& painter, const TangleScene& scene, const TangleInk& ink, Side side)
    : painter_(painter),
      scene_(scene),
      ink_(ink),
      side_(side),
      layout_(scene.side(side)),
      chosen_(layout_.cells().size(), 0) {
    const auto& selected = ink.selected[static_cast<size_t>(side)];
    for (Node v = 0; v < selected.size(); ++v)
        if (const auto cell = selected[v] ? layout_.cellOf(v) : std::nullopt) chosen_[*cell] = 1;
    for (const SideCell& cell : layout_.cells())
        start_.push_back(scene.innerEdge(side, cell));
}

QColor TangleCells::own(const SideCell& cell) const {
    const Node v = cell.node == OrderedTree::whole || side_ == Side::A
                       ? cell.node
                       : scene_.pair().partner(Side::B, cell.node);
    if (v >= ink_.coloursOfA.size()) return ink_.theme.colour(Token::PairNeither);
    return QColor::fromRgb(ink_.coloursOfA[v]);
}

bool TangleCells::isNeutral(const SideCell& cell) const {
    return cell.node == OrderedTree::whole || own(cell).rgb() == ink_.theme.colour(Token::T1).rgb();
}

bool TangleCells::isOnly(uint32_t cell) const {
    const auto counts = scene_.statuses(side_, cell);
    return counts[2] > 0 && counts[0] + counts[1] == 0;
}

QColor TangleCells::fill(const QColor& own, bool neutral, uint32_t cell) const {
    const QColor canvas = ink_.theme.colour(Token::Canvas);
    const QColor full =
        neutral ? ink_.theme.colour(Token::Hover) : mixed(own, canvas, ink_.theme.isDark() ? .12 : .18);
    return ink_.anySelected() && !chosen_[cell] ? mixed(full, canvas, .55) : full;
}

QColor TangleCells::branchFill(uint32_t cell) const {
    const SideCell& shape = layout_.cells()[cell];
    return fill(own(shape), isNeutral(shape), cell);
}

void TangleCells::hatch(const QRectF& box, const QColor& colour) {
    painter_.fillRect(box, mixed(colour, ink_.theme.colour(Token::Canvas), .84));
    painter_.setPen(QPen(colour, 1));
    const bool low = box.height() < 6;
    const double step = low ? 4 : 5, lean = low ? 0 : box.height();
    // Each line is cut at the box by hand: vector formats drop clips.
    for (double x = box.left() + step / 2 - lean; x < box.right(); x += step) {
        const double from = std::max(x, box.left()), to = std::min(x + lean, box.right());
        if (low)
            painter_.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()));
        else if (from < to)
            painter_.drawLine(QPointF(from, box.bottom() - (from - x)), QPointF(to, box.bottom() - (to - x)));
    }
    if (low) return;
    painter_.setBrush(Qt::NoBrush);
    painter_.drawRect(box.adjusted(.5, .5, -.5, -.5));
}

void TangleCells::statusArea(uint32_t cell, const QRectF& box) {
    const auto counts = scene_.statuses(side_, cell);
    const double all = std::max(counts[0] + counts[1] + counts[2], 1u);
    if (layout_.cells()[cell].node == OrderedTree::whole) painter_.fillRect(box, fill({}, true, cell));
    // From the outer edge inward: as they are, moved, only here.
    double at = 0;
    for (size_t i = 0; i < counts.size(); ++i) {
        const double wide = box.width() * counts[i] / all;
        if (wide <= 0) continue;
        const double left = side_ == Side::A ? box.left() + at : box.right() - at - wide;
        const QRectF part(left, box.top(), wide, box.height());
        at += wide;
        if (i == static_cast<size_t>(NodeStatus::Only))
            hatch(part, fill(ink_.pairColour(side_), false, cell));
        else
            painter_.fillRect(part, i == 0 ? fill(ink_.theme.colour(Token::PairBoth), false, cell)
                                           : fill(ink_.pairColour(side_), false, cell));
    }
}

void TangleCells::area(uint32_t cell) {
    const QRectF whole = scene_.box(side_, layout_.cells()[cell]);
    // Cells of some height stand apart by a line of canvas.
    const QRectF box = std::min(whole.height(), whole.width()) < 4 ? whole : whole.adjusted(.5, .5, -.5, -.5);
    if (ink_.coloursOfA.empty()) return statusArea(cell, box);
    if (isOnly(cell)) return hatch(box, branchFill(cell));
    painter_.fillRect(box, branchFill(cell));
}

void TangleCells::areas() {
    painter_.setRenderHint(QPainter::Antialiasing, false);
    for (uint32_t i = 0; i < layout_.cells().size(); ++i)
        area(i);
    painter_.setRenderHint(QPainter::Antialiasing);
}

void TangleCells::outlines() {
    painter_.setBrush(Qt::NoBrush);
    painter_.setPen(QPen(ink_.theme.colour(Token::Ink), 1.1));
    const auto& cells = layout_.cells();
    for (uint32_t i = 0; i < cells.size(); ++i)
        // Inside a selected subtree its own outline says enough.
        if (chosen_[i] && !(cells[i].parent >= 0 && chosen_[static_cast<size_t>(cells[i].parent)]))
            painter_.drawRect(scene_.box(side_, cells[i]));
    const Node focus = ink_.focus[static_cast<size_t>(side_)];
    const auto at = focus == OrderedTree::whole ? std::nullopt : layout_.cellOf(focus);
    if (!at) return;
    QPen pen(ink_.theme.colour(Token::Ink), 2);
    // Dashed where the node itself is too small or too deep to be seen.
    if (cells[*at].node != focus) pen.setDashPattern({3, 2});
    painter_.setPen(pen);
    painter_.drawRect(scene_.box(side_, cells[*at]));
}

void TangleCells::labels() {
    QFont text = font(FontRole::Meta);
    text.setPixelSize(std::max(1, static_cast<int>(ink_.textPixels)));
    painter_.setFont(text);
    lineHeight_ = std::ceil(QFontMetricsF(text, painter_.device()).height());
    for (uint32_t i = 0; i < layout_.cells().size(); ++i) {
        const SideCell& cell = layout_.cells()[i];
        if (cell.merged || cell.node == OrderedTree::whole) continue;
        const QRectF box = scene_.box(side_, cell);
        if (box.height() < lineHeight_ - 2) continue;
        if (box.width() >= 3 * lineHeight_)
            labelInside(i, box);
        else if (!cell.open)
            labelBeside(i, box);
    }
}

void TangleCells::labelInside(uint32_t cell, const QRectF& box) {
    const QFontMetricsF metrics(painter_.font(), painter_.device());
    const QString name = QString::fromStdString(layout_.tree().hierarchy().label(layout_.cells()[cell].node));
    const QString text = metrics.elidedText(name, Qt::ElideRight, box.width() - 12);
    // Three letters say something, one and an ellipsis nothing.
    if (text.isEmpty() || (text != name && text.size() < 5)) return;
    const QRectF place = box.adjusted(6, 0, -6, 0);
    const auto counts = scene_.statuses(side_, cell);
    const bool patterned = counts[2] > 0 || (ink_.coloursOfA.empty() && counts[0] > 0 && counts[1] > 0);
    if (patterned) {
        const QRectF ground(place.left() - 2, box.center().y() - lineHeight_ / 2 + 1,
                            metrics.horizontalAdvance(text) + 4, lineHeight_ - 2);
        painter_.fillRect(ground, ink_.theme.colour(Token::Halo, .88));
    }
    const bool status = ink_.coloursOfA.empty();
    const QColor ground = !status         ? branchFill(cell)
                          : counts[1] > 0 ? fill(ink_.pairColour(side_), false, cell)
                                          : fill(ink_.theme.colour(Token::PairBoth), false, cell);
    painter_.setPen(patterned ? ink_.theme.colour(Token::T1) : textOn(ground));
    painter_.drawText(place, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextDontClip, text);
}

void TangleCells::labelBeside(uint32_t cell, const QRectF& box) {
    const double room = scene_.sideWidth() - layout_.cells()[cell].x1 - 12;
    if (room < 3 * lineHeight_) return;
    const QFontMetricsF metrics(painter_.font(), painter_.device());
    const QString name = QString::fromStdString(layout_.tree().hierarchy().label(layout_.cells()[cell].node));
    const QString text = metrics.elidedText(name, Qt::ElideRight, room);
    const double width = metrics.horizontalAdvance(text);
    const double left = side_ == Side::A ? box.right() + 5 : box.left() - 5 - width;
    painter_.setPen(ink_.theme.colour(ink_.anySelected() && !chosen_[cell] ? Token::T3 : Token::T1));
    painter_.drawText(QRectF(left, box.top(), width, box.height()),
                      static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextDontClip, text);
    start_[cell] = side_ == Side::A ? left + width + 5 : left - 5;
}

}  // namespace horo::views
