#include "views/tangle/MovedList.h"

#include <QApplication>
#include <QHeaderView>

#include "views/kit/Ground.h"
#include "views/tangle/MovedModel.h"
#include "views/theme/Metrics.h"

namespace horo::views {

MovedList::MovedList(QWidget* parent) : QTableView(parent), rows_(new MovedModel(this)) {
    setModel(rows_);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setMouseTracking(true);
    setWordWrap(false);
    setSortingEnabled(true);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    verticalHeader()->setMinimumSectionSize(metrics::rowHeight);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    setVerticalScrollMode(ScrollPerPixel);
    setAccessibleName(tr("Moved nodes"));
    setMinimumWidth(270);
    setGround(*this, Token::Canvas);
    connect(this, &QAbstractItemView::entered, this,
            [this](const QModelIndex& index) { Q_EMIT pointed(rows_->node(index.row())); });
}

void MovedList::setPair(std::shared_ptr<const HierarchyPair> pair) {
    filling_ = true;
    rows_->setPair(std::move(pair));
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    filling_ = false;
}

void MovedList::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    if (!filling_ && current.isValid() && current.row() != previous.row())
        Q_EMIT chosen(rows_->node(current.row()), QApplication::keyboardModifiers());
}

void MovedList::leaveEvent(QEvent* event) {
    QTableView::leaveEvent(event);
    Q_EMIT pointed({});
}

}  // namespace horo::views
