// The columns of a table, to read and to sort.
#pragma once

#include <QAbstractTableModel>
#include <memory>
#include <string>
#include <vector>

#include "core/data/table.h"

namespace horo::views {

/// Sorting permutes row numbers; the table itself is never copied.
class ColumnsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit ColumnsModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
    void setTable(std::shared_ptr<const Table> table);

    /// The texts of a row, which may name items.
    std::vector<std::string> textsOf(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    bool isNumeric(int column) const;

    std::shared_ptr<const Table> table_;
    std::vector<size_t> order_;  ///< row on the screen -> row of the table
};

}  // namespace horo::views
