#include "RadiiView.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "views/chart/AxisSteps.h"
#include "views/kit/NumberText.h"
#include "views/kit/ViewHeader.h"
#include "views/theme/Fonts.h"
#include "views/theme/Theme.h"

namespace radii {

namespace {
constexpr double left = 44, right = 16, top = 20, bottom = 28;  ///< room for the axes
}

ViewType RadiiView::viewType() {
    return {"radii", tr("Radii"), "chart", {Kind::Embedding}, {}};
}

RadiiView::RadiiView(WorkspaceModel& model, ViewState state, QWidget* parent)
    : PaintedView(model, std::move(state), viewType(), parent) {}

void RadiiView::load(const Payload& object) {
    embedding_ = std::get<std::shared_ptr<const Embedding>>(object);
    const size_t rows = embedding_->rows();
    std::vector<double> radius(rows);
    for (size_t i = 0; i < rows; ++i)
        radius[i] = embedding_->manifold.radius(embedding_->row(i));
    order_.resize(rows);
    std::iota(order_.begin(), order_.end(), 0);
    std::ranges::stable_sort(order_, {}, [&](size_t row) { return radius[row]; });
    radii_.clear();
    for (const size_t row : order_)
        radii_.push_back(radius[row]);
    header().setCounts(static_cast<qint64>(rows), static_cast<qint64>(rows));
}

QPointF RadiiView::place(size_t rank, QSizeF size) const {
    const double most = std::max(radii_.back(), 1e-12),
                 ranks = std::max<double>(1, static_cast<double>(radii_.size()) - 1);
    return {left + (size.width() - left - right) * static_cast<double>(rank) / ranks,
            size.height() - bottom - (size.height() - top - bottom) * radii_[rank] / most};
}

void RadiiView::paint(QPainter& painter, QSizeF size, const Theme& theme) const {
    if (radii_.empty()) return;
    painter.setFont(views::font(FontRole::Tick));
    const double most = std::max(radii_.back(), 1e-12);
    const int ticks = std::max(2, static_cast<int>(size.height() / 40));
    const AxisSteps axis = AxisSteps::between(0, most, ticks);
    for (const double value : axis.ticks()) {
        const double y = size.height() - bottom - (size.height() - top - bottom) * value / most;
        painter.setPen(theme.colour(value == 0 ? Token::Line2 : Token::Grid));
        painter.drawLine(QPointF(left, y), QPointF(size.width() - right, y));
        painter.setPen(theme.colour(Token::T3));
        painter.drawText(QRectF(0, y - 8, left - 6, 16), Qt::AlignRight | Qt::AlignVCenter, axis.text(value));
    }
    painter.drawText(QRectF(left, 2, size.width() - left, 16), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("distance to the origin"));
    painter.drawText(QRectF(left, size.height() - bottom + 8, size.width() - left - right, 16),
                     Qt::AlignRight | Qt::AlignVCenter, tr("rows, nearest first"));
    const double radius = std::clamp(5.2 - std::log10(static_cast<double>(radii_.size())), 1.2, 4.0);
    for (size_t rank = 0; rank < radii_.size(); ++rank) {
        const ItemId item = embedding_->items->id(order_[rank]);
        const bool selected = isSelected(item);
        painter.setPen(selected ? QPen(theme.colour(Token::Ink), 1.1) : QPen(Qt::NoPen));
        painter.setBrush(theme.colour(Token::Accent, selected ? 1 : .6));
        painter.drawEllipse(place(rank, size), selected ? std::max(radius, 3.0) : radius,
                            selected ? std::max(radius, 3.0) : radius);
        if (!isHovered(item)) continue;
        painter.setPen(QPen(theme.colour(Token::Accent), 1.6));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(place(rank, size), radius + 5, radius + 5);
    }
}

ItemId RadiiView::itemAt(QPointF at, QSizeF size) const {
    ItemId nearest = 0;
    double least = 10 * 10;
    for (size_t rank = 0; rank < radii_.size(); ++rank) {
        const QPointF way = place(rank, size) - at;
        if (const double distance = QPointF::dotProduct(way, way); distance < least)
            least = distance, nearest = embedding_->items->id(order_[rank]);
    }
    return nearest;
}

std::vector<ItemId> RadiiView::itemsIn(QRectF box, QSizeF size) const {
    std::vector<ItemId> items;
    for (size_t rank = 0; rank < radii_.size(); ++rank)
        if (box.contains(place(rank, size))) items.push_back(embedding_->items->id(order_[rank]));
    return items;
}

HoverContent RadiiView::describe(ItemId item) const {
    HoverContent content;
    const auto row = embedding_->items->rowOf(item);
    if (!row) return content;
    content.name = QString::fromStdString(embedding_->items->name(*row));
    content.numbers = {{tr("radius"), fixedText(embedding_->manifold.radius(embedding_->row(*row)), 3)}};
    return content;
}

QString RadiiView::caption() const {
    return tr("Distance of each of %1 rows to the origin, in order.")
        .arg(countText(static_cast<qint64>(radii_.size())));
}

HOROCYCLE_VIEW(RadiiView);

}  // namespace radii
