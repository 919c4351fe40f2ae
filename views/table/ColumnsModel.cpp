#include "views/table/ColumnsModel.h"

#include <QLocale>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "views/kit/NumberText.h"

namespace horo::views {

namespace {

constexpr int digits = 6;

QString numberText(double value) {
    if (!std::isfinite(value)) return QStringLiteral("–");
    const bool whole = value == std::floor(value) && std::abs(value) < 1e15;
    if (whole) return countText(static_cast<qint64>(value));
    return QLocale::c().toString(value, 'g', digits).replace(QLatin1Char('-'), QChar(0x2212));
}

}  // namespace

void ColumnsModel::setTable(std::shared_ptr<const Table> table) {
    beginResetModel();
    table_ = std::move(table);
    order_.resize(table_ ? table_->rows() : 0);
    std::iota(order_.begin(), order_.end(), size_t{0});
    endResetModel();
}

std::vector<std::string> ColumnsModel::textsOf(int row) const {
    std::vector<std::string> texts;
    if (!table_ || row < 0 || row >= rowCount()) return texts;
    for (const Column& column : table_->columns)
        if (const auto* values = std::get_if<std::vector<std::string>>(&column.values))
            texts.push_back((*values)[order_[static_cast<size_t>(row)]]);
    return texts;
}

int ColumnsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(order_.size());
}

int ColumnsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || !table_ ? 0 : static_cast<int>(table_->columns.size());
}

bool ColumnsModel::isNumeric(int column) const {
    return std::holds_alternative<std::vector<double>>(table_->columns[static_cast<size_t>(column)].values);
}

QVariant ColumnsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const bool numeric = isNumeric(index.column());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((numeric ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    const auto& values = table_->columns[static_cast<size_t>(index.column())].values;
    const size_t row = order_[static_cast<size_t>(index.row())];
    if (numeric) return numberText(std::get<std::vector<double>>(values)[row]);
    return QString::fromStdString(std::get<std::vector<std::string>>(values)[row]);
}

QVariant ColumnsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section >= columnCount()) return {};
    if (role == Qt::DisplayRole) {
        const std::string& name = table_->columns[static_cast<size_t>(section)].name;
        return name.empty() ? tr("Column %1").arg(section + 1) : QString::fromStdString(name);
    }
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((isNumeric(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

void ColumnsModel::sort(int column, Qt::SortOrder direction) {
    if (column < 0 || column >= columnCount()) return;
    Q_EMIT layoutAboutToBeChanged();
    std::iota(order_.begin(), order_.end(), size_t{0});
    const auto arrange = [&](const auto& before) {
        std::ranges::stable_sort(order_, [&](size_t a, size_t b) {
            return direction == Qt::AscendingOrder ? before(a, b) : before(b, a);
        });
    };
    const auto& values = table_->columns[static_cast<size_t>(column)].values;
    if (const auto* numbers = std::get_if<std::vector<double>>(&values))
        arrange([&](size_t a, size_t b) {
            // What is not defined counts as less than all numbers.
            const double x = (*numbers)[a], y = (*numbers)[b];
            return std::isnan(x) ? !std::isnan(y) : x < y;
        });
    else
        arrange([&texts = std::get<std::vector<std::string>>(values)](size_t a, size_t b) {
            return texts[a] < texts[b];
        });
    Q_EMIT layoutChanged();
}

}  // namespace horo::views
