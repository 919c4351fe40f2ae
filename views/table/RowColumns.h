// What a table can say of the rows of an embedding or a hierarchy, column by column; nothing is copied.
#pragma once

#include <QString>
#include <memory>
#include <vector>

#include "core/data/row_nodes.h"
#include "views/workspace/HierarchyLook.h"

namespace horo::views {

/// A picture where rows have one; name and id; class and path of rows that belong to nodes; depth, children,
/// leaves of those that are nodes; the other columns of an embedding's file; radius and coordinates.
class RowColumns {
public:
    enum class Field {
        Picture,
        Name,
        Id,
        Class,
        Path,
        Depth,
        Children,
        Leaves,
        Label,
        About,
        Radius,
        Coordinate
    };
    struct Column {
        Field field;
        size_t index = 0;  ///< of the column of the file, or the coordinate
        QString title;
        bool isNumber = false;
    };

    RowColumns() = default;
    /// One of them may be null. `hasPictures`: the workspace has a picture of the rows.
    RowColumns(std::shared_ptr<const Hierarchy> hierarchy, std::shared_ptr<const Embedding> embedding,
               bool hasPictures);

    const std::vector<Column>& columns() const { return columns_; }
    size_t rows() const { return items_ ? items_->size() : 0; }
    const Items& items() const { return *items_; }
    /// Other numbers for the same rows.
    void setNumbers(std::shared_ptr<const Embedding> embedding);

    /// NaN where there is none.
    double number(const Column& column, size_t row) const;
    std::string text(const Column& column, size_t row) const;
    /// As it stands in a cell.
    QString cell(const Column& column, size_t row) const;
    /// The node that a row is or belongs to, or RowNodes::none.
    Node nodeOf(size_t row) const;
    const HierarchyLook* look() const { return look_.get(); }

private:
    void addNodeColumns();
    void addRowColumns();
    std::string pathOf(Node node) const;

    std::shared_ptr<const Items> items_;
    std::shared_ptr<const Hierarchy> hierarchy_;
    std::shared_ptr<const HierarchyLook> look_;
    std::shared_ptr<const Embedding> embedding_;
    RowNodes nodes_;  ///< empty where the rows are the nodes
    std::vector<Column> columns_;
};

}  // namespace horo::views
