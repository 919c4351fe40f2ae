// Rows in columns: sort, select, hover, all linked.
#pragma once

#include "views/view/ViewFactory.h"

class QTableView;

namespace horo::views {

class RowsModel;
class ViewHeader;

/// Objects of its state: an embedding or a hierarchy; the other one is found by provenance.
class TableView : public View {
    Q_OBJECT
public:
    static ViewType viewType();
    TableView(WorkspaceModel& model, ViewState state, QWidget* parent = nullptr);

    void applySettings(const nlohmann::json& settings) override;
    Figure figure() const override;
    void frameSelection() override;

private:
    void loadObjects();
    void takeSelection();
    void giveSelection();
    bool eventFilter(QObject* watched, QEvent* event) override;

    RowsModel* rows_;
    QTableView* table_;
    ViewHeader* header_;
    std::string objectId_;
    std::shared_ptr<const Object> loaded_;
    bool taking_ = false;
};

}  // namespace horo::views
