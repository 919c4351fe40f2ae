#include "views/table/RowsModel.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <limits>

#include "views/theme/Theme.h"

namespace horo::views {

using Field = RowColumns::Field;

namespace {

QPixmap dot(const QColor& colour) {
    constexpr int side = 8, sharp = 2;
    QPixmap pixmap(side * sharp, side * sharp);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(pixmap.rect());
    painter.end();
    pixmap.setDevicePixelRatio(sharp);
    return pixmap;
}

}  // namespace

void RowsModel::setRows(RowColumns rows, PictureOf pictureOf) {
    beginResetModel();
    rows_ = std::move(rows), pictureOf_ = std::move(pictureOf);
    pictures_.clear();
    kept_.clear();
    sortColumn_ = -1;
    arrange();
    endResetModel();
}

void RowsModel::setNumbers(std::shared_ptr<const Embedding> embedding) {
    rows_.setNumbers(std::move(embedding));
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void RowsModel::setFilter(std::vector<char> kept) {
    beginResetModel();
    kept_ = std::move(kept);
    arrange();
    endResetModel();
}

int RowsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(order_.size());
}
int RowsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.columns().size());
}

QPixmap RowsModel::picture(size_t row) const {
    if (const QPixmap* known = pictures_.object(row)) return *known;
    const auto made = QPixmap::fromImage(pictureOf_(rows_.items().id(row)));
    pictures_.insert(row, new QPixmap(made));
    return made;
}

QVariant RowsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const RowColumns::Column& shown = column(index.column());
    const size_t row = order_[static_cast<size_t>(index.row())];
    const Node node = rows_.nodeOf(row);
    switch (role) {
        case Qt::DisplayRole:
            return shown.field == Field::Picture ? QVariant() : rows_.cell(shown, row);
        case Qt::DecorationRole:
            if (shown.field == Field::Picture) return picture(row);
            if (shown.field == Field::Class && node != RowNodes::none)
                return dot(rows_.look()->colour(node, rows_.look()->suggestedLevel()));
            return {};
        case Qt::TextAlignmentRole:
            return QVariant::fromValue((shown.isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        case Qt::ForegroundRole:
            return shown.field == Field::Id || shown.field == Field::Path ? QVariant(colour(Token::T3))
                                                                          : QVariant();
        case Qt::ToolTipRole:
            if (shown.field == Field::Name && node != RowNodes::none)
                return QString::fromStdString(rows_.look()->hierarchy().gloss(node));
            return shown.isNumber ? QVariant() : rows_.cell(shown, row);
        default:
            return {};
    }
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::DisplayRole) return column(section).title;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((column(section).isNumber ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    return {};
}

void RowsModel::arrange() {
    order_.clear();
    for (uint32_t row = 0; row < rows_.rows(); ++row)
        if (kept_.empty() || kept_[row]) order_.push_back(row);
    const auto sortBy = [&](const auto& keys) {
        std::ranges::stable_sort(order_, [&](uint32_t a, uint32_t b) {
            return sortOrder_ == Qt::AscendingOrder ? keys[a] < keys[b] : keys[b] < keys[a];
        });
    };
    if (sortColumn_ >= 0 && column(sortColumn_).isNumber) {
        std::vector<double> keys(rows_.rows());
        for (const uint32_t row : order_) {
            keys[row] = rows_.number(column(sortColumn_), row);
            if (std::isnan(keys[row])) keys[row] = -std::numeric_limits<double>::infinity();
        }
        sortBy(keys);
    } else if (sortColumn_ >= 0 && column(sortColumn_).field != Field::Picture) {
        std::vector<std::string> keys(rows_.rows());
        for (const uint32_t row : order_)
            keys[row] = rows_.text(column(sortColumn_), row);
        sortBy(keys);
    }
    place_.assign(rows_.rows(), -1);
    for (size_t i = 0; i < order_.size(); ++i)
        place_[order_[i]] = static_cast<int>(i);
}

void RowsModel::sort(int section, Qt::SortOrder direction) {
    if (section < 0 || section >= columnCount()) return;
    Q_EMIT layoutAboutToBeChanged();
    sortColumn_ = section, sortOrder_ = direction;
    arrange();
    Q_EMIT layoutChanged();
}

ItemId RowsModel::itemAt(int row) const {
    return row >= 0 && row < rowCount() ? rows_.items().id(order_[static_cast<size_t>(row)]) : 0;
}

int RowsModel::rowOfItem(ItemId item) const {
    if (rows_.rows() == 0) return -1;
    const auto row = rows_.items().rowOf(item);
    return row ? place_[*row] : -1;
}

}  // namespace horo::views
