// The list of moved nodes beside two facing hierarchies.
#pragma once

#include <QTableView>

#include "views/tangle/HierarchyPair.h"

namespace horo::views {

class MovedModel;

class MovedList : public QTableView {
    Q_OBJECT
public:
    explicit MovedList(QWidget* parent = nullptr);
    void setPair(std::shared_ptr<const HierarchyPair> pair);

Q_SIGNALS:
    /// A row was clicked, or reached by the keyboard.
    void chosen(horo::Node ofA, Qt::KeyboardModifiers modifiers);
    void pointed(std::optional<horo::Node> ofA);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void leaveEvent(QEvent* event) override;

private:
    MovedModel* rows_;
    bool filling_ = false;
};

}  // namespace horo::views
