// Rows of an embedding or a hierarchy as a table to sort and to filter.
#pragma once

#include <QAbstractTableModel>
#include <QCache>
#include <QPixmap>
#include <functional>
#include <vector>

#include "views/table/RowColumns.h"

namespace horo::views {

/// Sorting and filtering permute row numbers; the data is never copied.
class RowsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using PictureOf = std::function<QImage(ItemId)>;

    explicit RowsModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
    void setRows(RowColumns rows, PictureOf pictureOf);
    /// Other numbers for the same rows: the order stays as it is while a run moves them.
    void setNumbers(std::shared_ptr<const Embedding> embedding);
    /// One yes or no a row of the data; empty = all rows.
    void setFilter(std::vector<char> kept);

    size_t total() const { return rows_.rows(); }
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    const RowColumns::Column& column(int section) const {
        return rows_.columns()[static_cast<size_t>(section)];
    }
    ItemId itemAt(int row) const;
    int rowOfItem(ItemId item) const;  ///< -1 where it has none, or is filtered out

private:
    void arrange();
    QPixmap picture(size_t row) const;

    RowColumns rows_;
    PictureOf pictureOf_;
    mutable QCache<size_t, QPixmap> pictures_{500};
    std::vector<char> kept_;
    std::vector<uint32_t> order_;  ///< row of the table -> row of the data
    std::vector<int> place_;       ///< and back; -1 = filtered out
    int sortColumn_ = -1;
    Qt::SortOrder sortOrder_ = Qt::AscendingOrder;
};

}  // namespace horo::views
