// The nodes that hang elsewhere in the other hierarchy, as rows.
#pragma once

#include <QAbstractTableModel>

#include "views/tangle/HierarchyPair.h"

namespace horo::views {

/// Columns: name, parents in A, parents in B. Texts are made when they are shown; sorting permutes row
/// numbers.
class MovedModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    void setPair(std::shared_ptr<const HierarchyPair> pair);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : 3; }
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    /// The node of A.
    Node node(int row) const { return order_[static_cast<size_t>(row)]; }

private:
    QString text(Node v, int column) const;

    std::shared_ptr<const HierarchyPair> pair_;
    std::vector<Node> order_;
};

}  // namespace horo::views
