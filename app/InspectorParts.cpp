#include "app/InspectorParts.h"

#include <QMouseEvent>
#include <QPainter>

#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"

namespace horo::app {

using namespace views;

void NumberStrip::setEntries(std::vector<Entry> entries) {
    entries_ = std::move(entries);
    updateGeometry();
    update();
}

QSize NumberStrip::sizeHint() const {
    return {200, lineHeight(FontRole::Meta) + lineHeight(FontRole::Base)};
}

void NumberStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (entries_.empty()) return;
    const QFont nameFont = views::font(FontRole::Meta),
                valueFont = views::font(FontRole::Base, QFont::Medium), plain = views::font(FontRole::Base);
    // Each column gets what it needs and an equal part of what is left.
    std::vector<int> widths;
    int needed = 0;
    for (const auto& entry : entries_) {
        const int remark =
            entry.remark.isEmpty() ? 0 : QFontMetrics(plain).horizontalAdvance(entry.remark) + 4;
        widths.push_back(std::max(QFontMetrics(nameFont).horizontalAdvance(entry.name),
                                  QFontMetrics(valueFont).horizontalAdvance(entry.value) + remark));
        needed += widths.back();
    }
    const int gap = std::max(6, (width() - needed) / static_cast<int>(entries_.size()));
    const int nameHeight = lineHeight(FontRole::Meta);
    int x = 0;
    for (size_t i = 0; i < entries_.size(); ++i) {
        const auto& entry = entries_[i];
        painter.setFont(nameFont);
        painter.setPen(colour(Token::T3));
        painter.drawText(QRect(x, 0, widths[i], nameHeight), Qt::AlignLeft | Qt::AlignVCenter, entry.name);
        painter.setFont(valueFont);
        painter.setPen(colour(Token::T1));
        const QRect line(x, nameHeight, widths[i], height() - nameHeight);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, entry.value);
        painter.setFont(plain);
        painter.setPen(colour(Token::T3));
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, entry.remark);
        x += widths[i] + gap;
    }
}

NeighbourList::NeighbourList(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
}

void NeighbourList::setEntries(std::vector<Entry> entries) {
    entries_ = std::move(entries);
    updateGeometry();
    update();
}

void NeighbourList::setHovered(ItemId item) {
    if (item == hovered_) return;
    hovered_ = item;
    update();
}

QSize NeighbourList::sizeHint() const {
    return {100, static_cast<int>(entries_.size()) * metrics::rowHeight};
}

void NeighbourList::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    constexpr int dotWidth = 12;
    for (size_t i = 0; i < entries_.size(); ++i) {
        const auto& entry = entries_[i];
        const QRect row(0, static_cast<int>(i) * metrics::rowHeight, width(), metrics::rowHeight);
        if (entry.item == hovered_ && hovered_ != 0) painter.fillRect(row, colour(Token::Hover));
        const int left = entry.picture.isNull() ? 0 : row.height() + 2;
        if (left > 0) {
            QRect place(0, row.top() + 1, row.height() - 2, row.height() - 2);
            painter.setRenderHint(QPainter::SmoothPixmapTransform);
            painter.drawPixmap(place, entry.picture);
        }
        const QPointF centre(left + 4.5, row.center().y() + 0.5);
        painter.setPen(entry.inBoth ? QPen(Qt::NoPen) : QPen(entry.colour, 1.2));
        painter.setBrush(entry.inBoth ? QBrush(entry.colour) : QBrush(Qt::NoBrush));
        painter.drawEllipse(centre, 3, 3);
        painter.setFont(views::font(FontRole::Base));
        const int valueWidth = painter.fontMetrics().horizontalAdvance(entry.value);
        const QRect name = row.adjusted(left + dotWidth, 0, -valueWidth - 8, 0);
        painter.setPen(colour(Token::T1));
        painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(entry.name, Qt::ElideRight, name.width()));
        painter.setPen(colour(Token::T3));
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, entry.value);
    }
}

const NeighbourList::Entry* NeighbourList::at(const QPoint& point) const {
    const auto row = static_cast<size_t>(std::max(0, point.y() / metrics::rowHeight));
    return point.y() >= 0 && row < entries_.size() ? &entries_[row] : nullptr;
}

void NeighbourList::mousePressEvent(QMouseEvent* event) {
    if (const auto* entry = at(event->position().toPoint())) Q_EMIT chosen(entry->item);
}

void NeighbourList::mouseMoveEvent(QMouseEvent* event) {
    const auto* entry = at(event->position().toPoint());
    setToolTip(entry ? entry->name : QString());
    Q_EMIT hovered(entry ? entry->item : 0);
}

void NeighbourList::leaveEvent(QEvent*) {
    Q_EMIT hovered(0);
}

}  // namespace horo::app
