// Rows in columns: sort, filter by a condition, select, hover, all linked.
#pragma once

#include "views/view/ViewFactory.h"

class QAbstractItemModel;
class QLineEdit;
class QTableView;

namespace horo::views {

class ColumnsModel;
class RowsModel;
class ViewHeader;

/// Objects of its state: an embedding or a hierarchy (the other one is found by provenance), or a table,
/// whose rows select the items that their texts name.
class TableView : public View {
    Q_OBJECT
public:
    static ViewType viewType();
    TableView(WorkspaceModel& model, ViewState state, QWidget* parent = nullptr);

    void applySettings(const nlohmann::json& settings) override;
    Figure figure() const override;
    void frameSelection() override;

private:
    QAbstractItemModel& shownModel() const;
    void buildTable();
    void buildFilter();
    void loadObjects();
    /// Rows that fulfil the condition stay; one that is wrong says so and changes nothing.
    void filter();
    void showCounts();
    void fitColumns();
    void takeSelection();
    void giveSelection();
    std::vector<ItemId> itemsNamedIn(int row) const;
    bool eventFilter(QObject* watched, QEvent* event) override;

    RowsModel* rows_;
    ColumnsModel* columns_ = nullptr;  ///< in place of rows_ for a table
    QTableView* table_;
    ViewHeader* header_;
    QLineEdit* condition_ = nullptr;
    std::string objectId_;
    std::shared_ptr<const Object> loaded_;
    bool taking_ = false;
};

}  // namespace horo::views
