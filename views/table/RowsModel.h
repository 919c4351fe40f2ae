// Rows of an embedding or a hierarchy as a table, without copies of the data.
#pragma once

#include <QAbstractTableModel>
#include <memory>
#include <vector>

#include "views/workspace/HierarchyLook.h"
#include "views/workspace/WorkspaceModel.h"

namespace horo::views {

/// Columns: name, id, depth, leaves, children where there is a hierarchy; radius and the coordinates where
/// there is an embedding. Sorting permutes row numbers.
class RowsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit RowsModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
    void setData(std::shared_ptr<const Hierarchy> hierarchy, std::shared_ptr<const Embedding> embedding);
    /// Other numbers for the same rows: the order stays as it is while a run moves them.
    void setPicture(std::shared_ptr<const Embedding> embedding);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    ItemId itemAt(int row) const;
    int rowOfItem(ItemId item) const;  ///< -1 where it has none

private:
    enum class Field { Name, Id, Depth, Children, Leaves, Radius, Coordinate };
    struct ColumnKind {
        Field field;
        size_t coordinate = 0;
        QString title;
    };
    const Items& items() const { return embedding_ ? *embedding_->items : *hierarchy_->items(); }
    double number(const ColumnKind& column, size_t row) const;
    std::string text(const ColumnKind& column, size_t row) const;

    std::shared_ptr<const Hierarchy> hierarchy_;
    std::shared_ptr<const HierarchyLook> look_;
    std::shared_ptr<const Embedding> embedding_;
    std::vector<ColumnKind> columns_;
    std::vector<uint32_t> order_;  ///< row of the table -> row of the data
    std::vector<uint32_t> place_;  ///< and back
    std::vector<uint32_t> nodes_;  ///< row of the data -> node, or SpanningTree::none
};

}  // namespace horo::views
