#include "views/drawing/DrawingInk.h"

#include <QPainter>
#include <algorithm>

#include "views/theme/Fonts.h"
#include "views/theme/Mixing.h"

namespace horo::views {

namespace {

class DrawingPainter {
public:
    DrawingPainter(QPainter& painter, const DrawingScene& scene, const std::vector<DrawnCell>& cells,
                   const DrawingInk& ink)
        : painter_(painter),
          scene_(scene),
          cells_(cells),
          ink_(ink),
          drawing_(scene.drawing()),
          size_(scene.size()),
          chosen_(cells.size(), 0) {
        for (Node v = 0; v < ink.selected.size(); ++v)
            if (ink.selected[v]) choose(v);
    }

    void areas() {
        const QColor gap = ink_.theme.colour(Token::Canvas);
        for (const DrawnCell& cell : cells_) {
            const bool fine = fineCell(cell);
            painter_.setPen(fine ? Qt::NoPen : QPen(gap, 1));
            painter_.setBrush(fill(cell));
            drawing_.paint(painter_, cell, size_);
        }
        outlines();
    }

    void nodeLink() {
        for (size_t i = 1; i < cells_.size(); ++i) {
            const DrawnCell& cell = cells_[i];
            if (cell.parent < 0) continue;
            const DrawnCell& above = cells_[static_cast<size_t>(cell.parent)];
            const bool chosen = isChosen(cell);
            QColor colour = cell.level <= 1 ? ink_.theme.colour(Token::Edge) : own(cell);
            colour.setAlphaF(chosen ? 1 : any_ ? .34f : .5f);
            painter_.setPen(QPen(colour, chosen ? 1.6 : cell.level <= 2 ? 1.15 : .75));
            painter_.setBrush(Qt::NoBrush);
            painter_.drawPath(drawing_.edge(above, cell, size_));
        }
        for (size_t i = cells_.size(); i-- > 0;) {
            const DrawnCell& cell = cells_[i];
            const bool chosen = isChosen(cell);
            QColor colour = own(cell);
            colour.setAlphaF(any_ && !chosen ? .8f : 1);
            painter_.setPen(chosen ? QPen(ink_.theme.colour(Token::Ink), 1.1) : QPen(Qt::NoPen));
            painter_.setBrush(colour);
            drawing_.paint(painter_, cell, size_);
        }
        ring();
    }

    void extraParents() {
        const Hierarchy& hierarchy = scene_.tree().hierarchy();
        painter_.setBrush(Qt::NoBrush);
        for (const DrawnCell& cell : cells_) {
            if (cell.node == DrawnTree::whole || cell.merged) continue;
            const Node v = cell.node;
            if (hierarchy.parents(v).size() < 2) continue;
            const bool chosen = isChosen(cell);
            if (ink_.extra == ExtraParents::OfSelection && !chosen) continue;
            for (const Node parent : hierarchy.parents(v)) {
                if (parent == scene_.tree().parent(v)) continue;
                if (const auto place = scene_.cellOf(parent)) extraParent(cells_[*place], cell, chosen);
            }
        }
    }

    void labels() {
        QFont plain = font(FontRole::Meta), strong = font(FontRole::Meta, QFont::DemiBold);
        plain.setPixelSize(std::max(1, static_cast<int>(ink_.textPixels))),
            strong.setPixelSize(plain.pixelSize());
        std::vector<Node> first;
        if (ink_.focus != DrawnTree::whole) first.push_back(ink_.focus);
        for (const PlacedLabel& label : scene_.labels(QFontMetricsF(plain), first)) {
            const DrawnCell& cell = cells_[label.cell];
            painter_.setFont(cell.node == ink_.focus ? strong : plain);
            painter_.save();
            painter_.translate(label.room.middle);
            painter_.rotate(label.room.angle);
            const QRectF box(-label.room.width / 2, -label.room.height / 2, label.room.width,
                             label.room.height);
            if (!label.room.onCell) halo(box, label);
            painter_.setPen(label.room.onCell
                                ? textOn(fill(cell))
                                : ink_.theme.colour(any_ && !isChosen(cell) ? Token::T3 : Token::T1));
            painter_.drawText(box, static_cast<int>(label.room.alignment) | Qt::TextDontClip, label.text);
            painter_.restore();
        }
    }

private:
    /// What is too small to be seen is marked at the cell that stands for it.
    void choose(Node v) {
        any_ = true;
        if (const auto place = scene_.cellOf(v)) chosen_[*place] = 1;
    }

    size_t placeOf(const DrawnCell& cell) const { return static_cast<size_t>(&cell - cells_.data()); }
    bool isChosen(const DrawnCell& cell) const { return chosen_[placeOf(cell)]; }

    bool fineCell(const DrawnCell& cell) const {
        const QRectF box = drawing_.outline(cell, size_).boundingRect();
        return std::min(box.width(), box.height()) < 4;
    }

    QColor own(const DrawnCell& cell) const {
        if (cell.node == DrawnTree::whole || cell.node >= ink_.colours.size())
            return ink_.theme.colour(Token::T3);
        return QColor::fromRgb(ink_.colours[cell.node]);
    }

    QColor fill(const DrawnCell& cell) const {
        const QColor canvas = ink_.theme.colour(Token::Canvas), colour = own(cell);
        const bool neutral =
            cell.node == DrawnTree::whole || colour.rgb() == ink_.theme.colour(Token::T1).rgb();
        QColor full = neutral ? ink_.theme.colour(Token::Hover)
                              : mixed(colour, canvas, ink_.theme.isDark() ? .12 : .18);
        // The colour of a box that holds others is their ground.
        if (!neutral && cell.open && drawing_.nests()) full = mixed(colour, canvas, .72);
        return any_ && !isChosen(cell) ? mixed(full, canvas, .55) : full;
    }

    void outlines() {
        painter_.setBrush(Qt::NoBrush);
        painter_.setPen(QPen(ink_.theme.colour(Token::Ink), 1.1));
        for (const DrawnCell& cell : cells_) {
            // Inside a selected subtree its own outline says enough.
            if (!isChosen(cell) || (cell.parent >= 0 && chosen_[static_cast<size_t>(cell.parent)])) continue;
            painter_.drawPath(drawing_.outline(cell, size_));
        }
        ring();
    }

    void ring() {
        const auto place = ink_.focus == DrawnTree::whole ? std::nullopt : scene_.cellOf(ink_.focus);
        if (!place) return;
        QPen pen(ink_.theme.colour(Token::Ink), drawing_.isNodeLink() ? 1.6 : 2);
        // Dashed where the node itself is too small or too deep to be seen.
        if (cells_[*place].node != ink_.focus) pen.setDashPattern({3, 2});
        painter_.setBrush(Qt::NoBrush);
        painter_.setPen(pen);
        if (drawing_.isNodeLink())
            painter_.drawEllipse(drawing_.middle(cells_[*place], size_), 7, 7);
        else
            painter_.drawPath(drawing_.outline(cells_[*place], size_));
    }

    void extraParent(const DrawnCell& above, const DrawnCell& below, bool chosen) {
        const QPointF from = drawing_.middle(above, size_), to = drawing_.middle(below, size_);
        const QPointF half = (from + to) / 2, way = to - from;
        QPainterPath path(from);
        path.quadTo(half + QPointF(-way.y(), way.x()) * .18, to);
        QPen pen(ink_.theme.colour(chosen ? Token::Ink : Token::T2, chosen ? 1 : .45), chosen ? 1.4 : .8);
        pen.setDashPattern({4, 3});
        painter_.setPen(pen);
        painter_.drawPath(path);
    }

    void halo(const QRectF& box, const PlacedLabel& label) {
        const double free = box.width() - label.width;
        QRectF ground = box.adjusted(0, 1, -free, -1);
        if (label.room.alignment & Qt::AlignRight) ground.moveRight(box.right());
        if (label.room.alignment & Qt::AlignHCenter) ground.moveCenter(box.center());
        painter_.setPen(Qt::NoPen);
        painter_.setBrush(ink_.theme.colour(Token::Halo, .82));
        painter_.drawRoundedRect(ground.adjusted(-2, 0, 2, 0), 3, 3);
    }

    QPainter& painter_;
    const DrawingScene& scene_;
    const std::vector<DrawnCell>& cells_;
    const DrawingInk& ink_;
    const Drawing& drawing_;
    QSizeF size_;
    std::vector<char> chosen_;  ///< by cell
    bool any_ = false;
};

}  // namespace

void paintDrawing(QPainter& painter, const DrawingScene& scene, const std::vector<DrawnCell>& cells,
                  const DrawingInk& ink, bool moving) {
    if (cells.empty()) return;
    DrawingPainter paint(painter, scene, cells, ink);
    painter.setRenderHint(QPainter::Antialiasing, scene.drawing().isRound());
    if (scene.drawing().isNodeLink())
        paint.nodeLink();
    else
        paint.areas();
    painter.setRenderHint(QPainter::Antialiasing);
    if (moving) return;
    if (ink.extra != ExtraParents::None) paint.extraParents();
    if (ink.labels) paint.labels();
}

void paintHovered(QPainter& painter, const DrawingScene& scene, size_t cell, const Theme& theme) {
    if (cell >= scene.cells().size()) return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.colour(Token::Accent), 1.6));
    const DrawnCell& shape = scene.cells()[cell];
    if (scene.drawing().isNodeLink())
        painter.drawEllipse(scene.drawing().middle(shape, scene.size()), 8, 8);
    else
        painter.drawPath(scene.drawing().outline(shape, scene.size()));
}

}  // namespace horo::views
