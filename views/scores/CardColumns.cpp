#include "views/scores/CardColumns.h"

#include <QtWidgets/QWidget>
#include <algorithm>
#include <span>

namespace horo::views {

CardColumns::CardColumns(int columnWidth, int gap, QWidget* parent)
    : QLayout(parent), columnWidth_(columnWidth), gap_(gap) {}

CardColumns::~CardColumns() {
    qDeleteAll(items_);
}

void CardColumns::clear() {
    while (QLayoutItem* item = takeAt(0)) {
        delete item->widget();
        delete item;
    }
    invalidate();
}

QLayoutItem* CardColumns::takeAt(int index) {
    return index >= 0 && index < items_.size() ? items_.takeAt(index) : nullptr;
}

void CardColumns::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int CardColumns::arrange(const QRect& rect, bool apply) const {
    const QMargins margins = contentsMargins();
    const QRect inner = rect.marginsRemoved(margins);
    const int fitting = std::max(1, (inner.width() + gap_) / (columnWidth_ + gap_));
    const int columns = std::min(fitting, std::max(1, static_cast<int>(items_.size())));
    // Cards do not grow without end where they are few.
    const int width = std::min((inner.width() - gap_ * (columns - 1)) / columns, columnWidth_ * 3 / 2);
    std::vector<int> heights(static_cast<size_t>(columns), 0);
    for (QLayoutItem* item : items_) {
        const int needed = item->minimumSize().width();
        const auto spanned = static_cast<size_t>(std::clamp((needed - 1) / (width + gap_) + 1, 1, columns));
        // Where its upper edge comes to lie highest.
        size_t first = 0;
        const auto edge = [&](size_t start) {
            return std::ranges::max(std::span(heights).subspan(start, spanned));
        };
        for (size_t start = 1; start + spanned <= heights.size(); ++start)
            if (edge(start) < edge(first)) first = start;
        const int top = edge(first), whole = static_cast<int>(spanned) * (width + gap_) - gap_;
        const int height =
            item->hasHeightForWidth() ? item->heightForWidth(whole) : item->sizeHint().height();
        if (apply)
            item->setGeometry(
                {inner.left() + static_cast<int>(first) * (width + gap_), inner.top() + top, whole, height});
        std::ranges::fill(std::span(heights).subspan(first, spanned), top + height + gap_);
    }
    return std::max(0, *std::ranges::max_element(heights) - gap_) + margins.top() + margins.bottom();
}

}  // namespace horo::views
