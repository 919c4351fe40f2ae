// How one row of the tree looks.
#include <QFontMetrics>
#include <QPainter>

#include "views/kit/NumberText.h"
#include "views/theme/Fonts.h"
#include "views/theme/Icons.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"
#include "views/tree/TreeCanvas.h"
#include "views/tree/TreeSearch.h"

namespace horo::views {

namespace {

constexpr int chevronLeft = 6, swatchMiddle = 29, nameLeft = 39, rightMargin = 12;

}  // namespace

bool TreeCanvas::onChevron(size_t row, int x) const {
    const int left = tree_->depth(rows_.node(row)) * indent_ + chevronLeft;
    return x >= left - 6 && x < left + metrics::chevronSize + 4;
}

QString TreeCanvas::alsoUnder(Node node) const {
    const auto parents = hierarchy_->parents(node);
    if (parents.size() < 2) return {};
    QStringList others;
    for (const Node parent : parents)
        if (parent != tree_->parent(node)) others << QString::fromStdString(hierarchy_->label(parent));
    return others.isEmpty() ? QString() : tr("also under %1").arg(others.join(QStringLiteral(", ")));
}

void TreeCanvas::paintRow(QPainter& painter, size_t row, const QRect& box) const {
    const Node node = rows_.node(row);
    const bool selected = anySelected_ && selected_[node], focus = focus_ == node;
    const Theme& theme = Theme::current();
    if (focus) {
        painter.fillRect(box, theme.colour(Token::AccentSoft));
        painter.fillRect(QRect(box.left(), box.top(), 2, box.height()), theme.colour(Token::Accent));
    } else if (selected) {
        painter.fillRect(box, theme.colour(Token::AccentSoft, 0.45));
    }
    if (hovered_ == node && !focus) painter.fillRect(box, theme.colour(Token::Hover));
    if (current_ == node && hasFocus()) {
        painter.setPen(theme.colour(Token::AccentLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(box).adjusted(2.5, 0.5, -0.5, -0.5));
    }

    const int left = tree_->depth(node) * indent_, middle = box.center().y() + 1;
    if (rows_.hasChildren(node)) {
        const int size = metrics::chevronSize;
        paintIcon(painter, QRectF(left + chevronLeft, middle - size / 2.0, size, size),
                  rows_.isOpen(node) ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"),
                  theme.colour(Token::T3));
    }
    const QColor swatch = node < colours_.size() ? QColor::fromRgba(colours_[node]) : theme.colour(Token::T3);
    painter.setBrush(swatch);
    painter.setPen(selected ? QPen(theme.colour(Token::Ink), 1.4) : QPen(Qt::NoPen));
    const double radius = selected ? 4.8 : 4.3;
    painter.drawEllipse(QPointF(left + swatchMiddle, middle), radius, radius);

    int right = box.right() - rightMargin;
    if (rows_.hasChildren(node)) {
        painter.setFont(horo::views::font(FontRole::Base));
        painter.setPen(theme.colour(Token::T3));
        const QString count = countText(tree_->hierarchyLeaves(node));
        const int width = painter.fontMetrics().horizontalAdvance(count);
        painter.drawText(QRect(right - width, box.top(), width, box.height()),
                         Qt::AlignVCenter | Qt::AlignRight, count);
        right -= width + 8;
    }
    const int nameEnd =
        paintName(painter, node, QRect(left + nameLeft, box.top(), right - left - nameLeft, box.height()));
    const QString others = alsoUnder(node);
    if (others.isEmpty() || right - nameEnd < 70) return;
    painter.setFont(horo::views::font(FontRole::Meta));
    painter.setPen(theme.colour(Token::T3));
    const QRect rest(nameEnd + 8, box.top(), right - nameEnd - 8, box.height());
    painter.drawText(rest, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(others, Qt::ElideRight, rest.width()));
}

int TreeCanvas::paintName(QPainter& painter, Node node, const QRect& room) const {
    const bool strong = focus_ == node || (tree_->depth(node) <= level_ && rows_.hasChildren(node));
    painter.setFont(strong ? horo::views::font(FontRole::Base, QFont::DemiBold)
                           : horo::views::font(FontRole::Base));
    const QFontMetrics metrics = painter.fontMetrics();
    const QString label = QString::fromStdString(hierarchy_->label(node));
    const QString shown = metrics.elidedText(label, Qt::ElideRight, std::max(room.width(), 12));
    const qsizetype at = matchIn(shown, search_);
    if (at >= 0) {
        const int before = metrics.horizontalAdvance(shown.left(at));
        const int width = metrics.horizontalAdvance(shown.mid(at, search_.trimmed().size()));
        const int base = room.top() + (room.height() + metrics.ascent() - metrics.descent()) / 2;
        const QRect mark(room.left() + before, base - metrics.ascent(), width, metrics.ascent() + 3);
        if (match_ == node) painter.fillRect(mark, colour(Token::AccentSoft));
        painter.fillRect(QRect(mark.left(), base + 2, width, 1), colour(Token::Accent));
    }
    painter.setPen(colour(Token::T1));
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, shown);
    return room.left() + metrics.horizontalAdvance(shown);
}

}  // namespace horo::views
