#include "views/tangle/MovedModel.h"

#include <algorithm>

namespace horo::views {

namespace {

QString parentNames(const Hierarchy& hierarchy, Node v) {
    QStringList names;
    for (const Node parent : hierarchy.parents(v))
        names << QString::fromStdString(hierarchy.label(parent));
    return names.isEmpty() ? QStringLiteral("–") : names.join(QStringLiteral("; "));
}

}  // namespace

void MovedModel::setPair(std::shared_ptr<const HierarchyPair> pair) {
    beginResetModel();
    pair_ = std::move(pair);
    order_ = pair_ ? pair_->nodes().moved : std::vector<Node>();
    endResetModel();
}

int MovedModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(order_.size());
}

QString MovedModel::text(Node v, int column) const {
    if (column == 0) return QString::fromStdString(pair_->hierarchy(Side::A).label(v));
    if (column == 1) return parentNames(pair_->hierarchy(Side::A), v);
    return parentNames(pair_->hierarchy(Side::B), pair_->partner(Side::A, v));
}

QVariant MovedModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) return {};
    return text(node(index.row()), index.column());
}

QVariant MovedModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    return section == 0 ? tr("Moved") : section == 1 ? tr("Parent in A") : tr("Parent in B");
}

void MovedModel::sort(int column, Qt::SortOrder order) {
    if (!pair_ || column < 0) return;
    Q_EMIT layoutAboutToBeChanged();
    std::vector<std::pair<QString, Node>> rows;
    for (const Node v : pair_->nodes().moved)
        rows.emplace_back(text(v, column), v);
    std::stable_sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) {
        const int difference = a.first.compare(b.first, Qt::CaseInsensitive);
        return order == Qt::AscendingOrder ? difference < 0 : difference > 0;
    });
    std::vector<int> place(pair_->hierarchy(Side::A).size(), -1);
    const std::vector<Node> before = order_;
    for (size_t i = 0; i < rows.size(); ++i) {
        order_[i] = rows[i].second;
        place[order_[i]] = static_cast<int>(i);
    }
    QModelIndexList now;
    for (const QModelIndex& index : persistentIndexList())
        now << this->index(place[before[static_cast<size_t>(index.row())]], index.column());
    changePersistentIndexList(persistentIndexList(), now);
    Q_EMIT layoutChanged();
}

}  // namespace horo::views
