#include "views/table/RowsModel.h"

#include <QLocale>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "views/theme/Fonts.h"
#include "views/theme/Theme.h"

namespace horo::views {

namespace {
constexpr size_t coordinatesShown = 64;
}

void RowsModel::setData(std::shared_ptr<const Hierarchy> hierarchy,
                        std::shared_ptr<const Embedding> embedding) {
    beginResetModel();
    hierarchy_ = std::move(hierarchy);
    embedding_ = std::move(embedding);
    look_ = HierarchyLook::of(hierarchy_);
    columns_.clear();
    order_.clear();
    nodes_.clear();
    if (hierarchy_ || embedding_) {
        columns_.push_back({Field::Name, 0, tr("Name")});
        if (hierarchy_) {
            columns_.push_back({Field::Id, 0, tr("Id")});
            columns_.push_back({Field::Depth, 0, tr("Depth")});
            columns_.push_back({Field::Children, 0, tr("Children")});
            columns_.push_back({Field::Leaves, 0, tr("Leaves")});
        }
        if (embedding_) {
            columns_.push_back(
                {Field::Radius, 0, embedding_->manifold.isHyperbolic() ? tr("Radius ρ") : tr("Norm")});
            for (size_t c = 0; c < std::min(embedding_->columns(), coordinatesShown); ++c)
                columns_.push_back({Field::Coordinate, c, QStringLiteral("x%1").arg(c)});
        }
        const size_t rows = items().size();
        order_.resize(rows);
        std::iota(order_.begin(), order_.end(), 0u);
        place_ = order_;
        nodes_.assign(rows, SpanningTree::none);
        if (hierarchy_)
            for (size_t row = 0; row < rows; ++row)
                if (const auto node = hierarchy_->items()->rowOf(items().id(row)))
                    nodes_[row] = static_cast<Node>(*node);
    }
    endResetModel();
}

void RowsModel::setPicture(std::shared_ptr<const Embedding> embedding) {
    if (!embedding_ || !embedding || embedding->rows() != embedding_->rows()) return;
    embedding_ = std::move(embedding);
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int RowsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(order_.size());
}
int RowsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(columns_.size());
}

double RowsModel::number(const ColumnKind& column, size_t row) const {
    const Node node = nodes_[row];
    switch (column.field) {
        case Field::Depth:
            return node == SpanningTree::none ? std::nan("") : hierarchy_->depth(node);
        case Field::Children:
            return node == SpanningTree::none ? std::nan("")
                                              : static_cast<double>(hierarchy_->children(node).size());
        case Field::Leaves:
            return node == SpanningTree::none ? std::nan("") : look_->tree().hierarchyLeaves(node);
        case Field::Radius:
            return embedding_->radius(row);
        case Field::Coordinate:
            return embedding_->vectors.at(row, column.coordinate);
        case Field::Name:
        case Field::Id:
            break;
    }
    return 0;
}

std::string RowsModel::text(const ColumnKind& column, size_t row) const {
    const Node node = nodes_[row];
    if (column.field == Field::Name && node != SpanningTree::none) return hierarchy_->label(node);
    return items().name(row);
}

QVariant RowsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const ColumnKind& column = columns_[static_cast<size_t>(index.column())];
    const size_t row = order_[static_cast<size_t>(index.row())];
    const bool texts = column.field == Field::Name || column.field == Field::Id;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((texts ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ForegroundRole && column.field == Field::Id) return colour(Token::T3);
    if (role == Qt::ToolTipRole && column.field == Field::Name && nodes_[row] != SpanningTree::none)
        return QString::fromStdString(hierarchy_->gloss(nodes_[row]));
    if (role != Qt::DisplayRole) return {};
    if (texts) return QString::fromStdString(text(column, row));
    const double value = number(column, row);
    if (!std::isfinite(value)) return QStringLiteral("–");
    const bool whole = column.field != Field::Radius && column.field != Field::Coordinate;
    return QLocale::c().toString(value, 'f', whole ? 0 : 4).replace('-', QChar(0x2212));
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole)
        return columns_[static_cast<size_t>(section)].title;
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            (columns_[static_cast<size_t>(section)].field <= Field::Id ? Qt::AlignLeft : Qt::AlignRight) |
            Qt::AlignVCenter);
    return {};
}

void RowsModel::sort(int section, Qt::SortOrder direction) {
    if (section < 0 || section >= columnCount()) return;
    Q_EMIT layoutAboutToBeChanged();
    const ColumnKind& column = columns_[static_cast<size_t>(section)];
    const auto arrange = [&](const auto& keys) {
        std::iota(order_.begin(), order_.end(), 0u);
        std::ranges::stable_sort(order_, [&](uint32_t a, uint32_t b) {
            return direction == Qt::AscendingOrder ? keys[a] < keys[b] : keys[b] < keys[a];
        });
    };
    if (column.field == Field::Name || column.field == Field::Id) {
        std::vector<std::string> keys(order_.size());
        for (size_t row = 0; row < keys.size(); ++row)
            keys[row] = text(column, row);
        arrange(keys);
    } else {
        std::vector<double> keys(order_.size());
        for (size_t row = 0; row < keys.size(); ++row) {
            keys[row] = number(column, row);
            if (std::isnan(keys[row])) keys[row] = -std::numeric_limits<double>::infinity();
        }
        arrange(keys);
    }
    for (uint32_t i = 0; i < order_.size(); ++i)
        place_[order_[i]] = i;
    Q_EMIT layoutChanged();
}

ItemId RowsModel::itemAt(int row) const {
    return row >= 0 && row < rowCount() ? items().id(order_[static_cast<size_t>(row)]) : 0;
}

int RowsModel::rowOfItem(ItemId item) const {
    if (order_.empty()) return -1;
    const auto row = items().rowOf(item);
    return row ? static_cast<int>(place_[*row]) : -1;
}

}  // namespace horo::views
