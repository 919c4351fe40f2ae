#include "views/kit/PathLine.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>

#include "views/theme/Fonts.h"
#include "views/theme/Theme.h"

namespace horo::views {

void PathLine::setPath(QStringList names, std::vector<ItemId> items) {
    names_ = std::move(names);
    items_ = std::move(items);
    setMouseTracking(true);
    setToolTip(names_.join(QStringLiteral(" › ")));
    update();
}

QSize PathLine::sizeHint() const {
    return {100, lineHeight(FontRole::Meta)};
}

std::vector<PathLine::Piece> PathLine::layOut() const {
    // The root, then as many of the last names as fit; what lies between becomes three dots.
    const QFontMetrics plain(views::font(FontRole::Meta)), strong(views::font(FontRole::Meta, QFont::Medium));
    const QString arrow = QStringLiteral(" › ");
    const auto widthOf = [&](qsizetype i) {
        return (i + 1 == names_.size() ? strong : plain).horizontalAdvance(names_[i]);
    };
    const int arrowWidth = plain.horizontalAdvance(arrow);
    std::vector<Piece> pieces;
    const qsizetype count = names_.size();
    if (count == 0) return pieces;
    qsizetype first = count - 1;
    int used = widthOf(count - 1);
    const int reserve =
        count > 1 ? widthOf(0) + 2 * arrowWidth + plain.horizontalAdvance(QStringLiteral("…")) : 0;
    while (first > 1 && used + arrowWidth + widthOf(first - 1) + reserve <= width())
        used += arrowWidth + widthOf(--first);
    int x = 0;
    const auto put = [&](const QString& text, ItemId item, int wide) {
        pieces.push_back({text, item, QRect(x, 0, wide, height())});
        x += wide;
    };
    if (count > 1) {
        put(names_[0], items_[0], widthOf(0));
        put(arrow, 0, arrowWidth);
        if (first > 1) {
            put(QStringLiteral("…"), 0, plain.horizontalAdvance(QStringLiteral("…")));
            put(arrow, 0, arrowWidth);
        }
    }
    for (qsizetype i = std::max<qsizetype>(first, count > 1 ? 1 : 0); i < count; ++i) {
        put(names_[i], items_[static_cast<size_t>(i)], widthOf(i));
        if (i + 1 < count) put(arrow, 0, arrowWidth);
    }
    return pieces;
}

void PathLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const auto pieces = layOut();
    for (size_t i = 0; i < pieces.size(); ++i) {
        const bool last = i + 1 == pieces.size();
        painter.setFont(last ? views::font(FontRole::Meta, QFont::Medium) : views::font(FontRole::Meta));
        painter.setPen(colour(last ? Token::T1 : Token::T2));
        const QString text = last ? painter.fontMetrics().elidedText(pieces[i].text, Qt::ElideRight,
                                                                     width() - pieces[i].place.left())
                                  : pieces[i].text;
        painter.drawText(pieces[i].place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, text);
    }
}

void PathLine::mousePressEvent(QMouseEvent* event) {
    for (const auto& piece : layOut())
        if (piece.item != 0 && piece.place.contains(event->position().toPoint())) {
            Q_EMIT chosen(piece.item);
            return;
        }
}

void PathLine::mouseMoveEvent(QMouseEvent* event) {
    bool link = false;
    for (const auto& piece : layOut())
        link = link || (piece.item != 0 && piece.place.contains(event->position().toPoint()));
    setCursor(link ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

}  // namespace horo::views
