#include "views/table/TableView.h"

#include <QEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include "core/query/expression.h"
#include "core/query/item_facts.h"
#include "views/kit/Ground.h"
#include "views/kit/ViewHeader.h"
#include "views/table/ColumnsModel.h"
#include "views/table/RowsModel.h"
#include "views/theme/Fonts.h"
#include "views/theme/Icons.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"
#include "views/view/SettingsJson.h"
#include "views/view/ViewClass.h"
#include "views/workspace/ItemPicture.h"

namespace horo::views {

namespace {
/// Beyond this many ranges Qt's selection of rows becomes slow; the counts still tell all.
constexpr qsizetype mostRanges = 5000;
constexpr int figureRows = 30;
constexpr int rowsMeasured = 200;  ///< for the widths of columns
constexpr int filterAfter = 180;   ///< ms after the last key
constexpr int pictureSide = 26;

int widthOf(const RowColumns::Column& column) {
    using Field = RowColumns::Field;
    switch (column.field) {
        case Field::Picture:
            return 52;
        case Field::Name:
            return 150;
        case Field::Id:
        case Field::Class:
        case Field::Path:
            return 140;
        case Field::Label:
        case Field::About:
            return column.isNumber ? 84 : 130;
        default:
            return 76;
    }
}
}  // namespace

ViewType TableView::viewType() {
    return {"table", tr("Table"),     "table", {Kind::Embedding, Kind::Hierarchy, Kind::Table},
            {},      ViewPlace::Below};
}

TableView::TableView(WorkspaceModel& model, ViewState state, QWidget* parent)
    : View(model, std::move(state), parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    header_ = new ViewHeader("table", tr("Table"));
    header_->setButtonsVisible(true, false, true);
    column->addWidget(header_);
    const auto shown =
        this->state().objects.empty() ? nullptr : model.workspace().find(this->state().objects.front());
    rows_ = new RowsModel(this);
    if (shown && shown->kind() == Kind::Table)
        columns_ = new ColumnsModel(this);
    else
        buildFilter();
    buildTable();
    column->addWidget(table_, 1);
    connect(header_, &ViewHeader::exportRequested, this, &View::exportRequested);
    connect(header_, &ViewHeader::linkToggled, this, &View::setLinked);
    connect(rows_, &QAbstractItemModel::layoutChanged, this, &TableView::takeSelection);
    connect(&model, &WorkspaceModel::selectionChanged, this, [this] {
        if (condition_ && condition_->text().contains(QStringLiteral("selected")) && !taking_) filter();
        takeSelection();
    });
    connect(&model, &WorkspaceModel::objectsChanged, this, &TableView::loadObjects);
    connect(&model, &WorkspaceModel::liveChanged, this, [this](const std::string& id) {
        if (id != objectId_) return;
        if (const Payload live = this->model().payloadOf(id); kindOf(live) == Kind::Embedding)
            rows_->setNumbers(std::get<std::shared_ptr<const Embedding>>(live));
    });
    loadObjects();
    applySettings(this->state().settings);
}

void TableView::buildFilter() {
    condition_ = new QLineEdit;
    condition_->setFont(views::font(FontRole::Mono));
    condition_->setPlaceholderText(tr("Filter"));
    condition_->setAccessibleName(tr("Condition on the rows"));
    condition_->setClearButtonEnabled(true);
    condition_->setMinimumWidth(120);
    condition_->setMaximumWidth(300);
    condition_->addAction(icon(QStringLiteral("filter"), Token::T3), QLineEdit::LeadingPosition);
    header_->setOwnControl(condition_);
    auto* still = new QTimer(this);
    still->setSingleShot(true);
    still->setInterval(filterAfter);
    connect(condition_, &QLineEdit::textEdited, still, qOverload<>(&QTimer::start));
    connect(still, &QTimer::timeout, this, [this] {
        filter();
        store(tr("Filter the table"), {{"filter", condition_->text().toStdString()}},
              QStringLiteral("filter"));
    });
}

void TableView::buildTable() {
    table_ = new QTableView;
    table_->setModel(&shownModel());
    table_->setFrameShape(QFrame::NoFrame);
    table_->setSortingEnabled(true);
    table_->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    table_->setShowGrid(false);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table_->setMouseTracking(true);
    table_->setWordWrap(false);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setMinimumSectionSize(metrics::rowHeight);
    table_->verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table_->setIconSize({pictureSide, pictureSide});
    table_->setAccessibleName(tr("Rows"));
    setGround(*table_, Token::Canvas);
    table_->viewport()->installEventFilter(this);
    connect(table_, &QTableView::entered, this, [this](const QModelIndex& index) {
        if (!isLinked()) return;
        const auto named = columns_ ? itemsNamedIn(index.row()) : std::vector{rows_->itemAt(index.row())};
        model().hover(named.empty() ? 0 : named.front());
    });
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TableView::giveSelection);
}

void TableView::loadObjects() {
    if (state().objects.empty()) return;
    objectId_ = state().objects.front();
    const auto object = model().workspace().find(objectId_);
    if (!object || object == loaded_) return;
    loaded_ = object;
    header_->setObjectText(QString::fromStdString(object->name));
    if (columns_) {
        columns_->setTable(object->as<Table>());
        showCounts();
        return fitColumns();
    }
    const auto related = model().workspace().hierarchyOf(*object);
    const auto embedding = object->as<Embedding>();
    const auto hierarchy = object->kind() == Kind::Hierarchy ? object->as<Hierarchy>()
                           : related                         ? related->as<Hierarchy>()
                                                             : nullptr;
    const bool pictures = embedding && embedding->rows() > 0 &&
                          !itemPicture(model().workspace(), embedding->items->id(0)).isNull();
    rows_->setRows(RowColumns(hierarchy, embedding, pictures),
                   [this](ItemId item) { return itemPicture(model().workspace(), item); });
    table_->verticalHeader()->setDefaultSectionSize(pictures ? pictureSide + 6 : metrics::rowHeight);
    filter();
    for (int c = 0; c < rows_->columnCount(); ++c)
        table_->setColumnWidth(c, widthOf(rows_->column(c)));
    takeSelection();
}

void TableView::filter() {
    const QString text = condition_ ? condition_->text().trimmed() : QString();
    std::vector<char> kept;
    QString fault;
    if (!text.isEmpty() && loaded_) {
        const auto facts = ItemFacts::of(model().workspace(), *loaded_);
        const auto condition = Expression::parse(text.toStdString());
        auto chosen = condition ? condition->select(*facts) : Result<std::vector<char>>(condition.error());
        if (chosen)
            kept = std::move(*chosen);
        else
            fault = QString::fromStdString(chosen.error().text());
    }
    if (condition_) {
        condition_->setToolTip(fault.isEmpty() ? tr("Rows that fulfil it stay: label = 'Shirt' and selected. "
                                                    "Select where... (Ctrl+Shift+F) lists what can be asked.")
                                               : fault);
        header_->setRemark(fault.isEmpty() ? QString() : tr("not understood"));
    }
    if (fault.isEmpty()) {
        taking_ = true;
        rows_->setFilter(std::move(kept));
        taking_ = false;
        takeSelection();
    }
    showCounts();
}

void TableView::showCounts() {
    const int count = shownModel().rowCount();
    header_->setCounts(count, columns_ ? count : static_cast<qint64>(rows_->total()));
}

QAbstractItemModel& TableView::shownModel() const {
    return columns_ ? static_cast<QAbstractItemModel&>(*columns_) : *rows_;
}

void TableView::fitColumns() {
    constexpr int padding = 26;
    const QFontMetrics head(table_->horizontalHeader()->font()), body(table_->font());
    const int rows = std::min(columns_->rowCount(), rowsMeasured);
    for (int c = 0; c < columns_->columnCount(); ++c) {
        int width =
            head.horizontalAdvance(columns_->headerData(c, Qt::Horizontal, Qt::DisplayRole).toString());
        for (int r = 0; r < rows; ++r)
            width = std::max(width, body.horizontalAdvance(columns_->index(r, c).data().toString()));
        table_->setColumnWidth(c, std::clamp(width + padding, 64, 280));
    }
}

void TableView::applySettings(const nlohmann::json& settings) {
    int column = -1;
    bool descending = false;
    std::string text;
    take(settings, "sort", column), take(settings, "descending", descending), take(settings, "filter", text);
    if (column >= 0) table_->sortByColumn(column, descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    if (!condition_ || condition_->text() == QString::fromStdString(text)) return;
    condition_->setText(QString::fromStdString(text));
    filter();
}

void TableView::takeSelection() {
    if (columns_ || !isLinked() || taking_) return;
    taking_ = true;
    std::vector<int> rows;
    for (const ItemId item : model().selection().ids())
        if (const int row = rows_->rowOfItem(item); row >= 0) rows.push_back(row);
    std::ranges::sort(rows);
    QItemSelection selection;
    for (size_t i = 0; i < rows.size();) {
        size_t j = i;
        while (j + 1 < rows.size() && rows[j + 1] == rows[j] + 1)
            ++j;
        if (selection.size() < mostRanges)
            selection.select(rows_->index(rows[i], 0), rows_->index(rows[j], rows_->columnCount() - 1));
        i = j + 1;
    }
    table_->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (model().selection().origin() != "table") frameSelection();
    taking_ = false;
}

std::vector<ItemId> TableView::itemsNamedIn(int row) const {
    std::vector<ItemId> items;
    for (const std::string& text : columns_->textsOf(row))
        for (const auto& object : model().workspace().objects) {
            const auto hierarchy = object->as<Hierarchy>();
            const auto embedding = object->as<Embedding>();
            const auto all = hierarchy ? hierarchy->items() : embedding ? embedding->items : nullptr;
            const auto found = all ? all->rowOf(std::string_view(text)) : std::nullopt;
            if (!found) continue;
            items.push_back(all->id(*found));
            break;
        }
    return items;
}

void TableView::giveSelection() {
    if (!isLinked() || taking_) return;
    taking_ = true;
    std::vector<ItemId> items;
    for (const auto& range : table_->selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row) {
            const auto named = columns_ ? itemsNamedIn(row) : std::vector{rows_->itemAt(row)};
            items.insert(items.end(), named.begin(), named.end());
        }
    if (columns_) {
        // Rows that name nothing that is open leave the selection alone.
        const ItemId first = items.empty() ? 0 : items.front();
        if (!items.empty()) model().select(Selection(std::move(items), "table", first));
        taking_ = false;
        return;
    }
    const ItemId focus = items.size() == 1 ? items.front() : rows_->itemAt(table_->currentIndex().row());
    model().select(Selection(std::move(items), "table", focus));
    taking_ = false;
}

void TableView::frameSelection() {
    ItemId item = model().selection().focus();
    if (item == 0 && !model().selection().empty()) item = model().selection().ids().front();
    if (const int row = rows_->rowOfItem(item); row >= 0)
        table_->scrollTo(rows_->index(row, 0), QAbstractItemView::PositionAtCenter);
}

bool TableView::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Leave && isLinked()) model().hover(0);
    return View::eventFilter(watched, event);
}

Figure TableView::figure() const {
    const QAbstractItemModel& shown = shownModel();
    const int first = std::max(0, table_->rowAt(0));
    const int count = std::min(figureRows, shown.rowCount() - first);
    const int columns = std::min(8, shown.columnCount());
    std::vector<QStringList> lines(1);
    std::vector<Qt::Alignment> sides;
    for (int c = 0; c < columns; ++c) {
        lines[0] << shown.headerData(c, Qt::Horizontal, Qt::DisplayRole).toString();
        const auto side = shown.headerData(c, Qt::Horizontal, Qt::TextAlignmentRole);
        sides.push_back(side.value<Qt::Alignment>() & Qt::AlignHorizontal_Mask);
    }
    for (int r = first; r < first + count; ++r) {
        QStringList line;
        for (int c = 0; c < columns; ++c)
            line << shown.data(shown.index(r, c), Qt::DisplayRole).toString();
        lines.push_back(line);
    }
    Figure figure;
    constexpr double lineStep = 12;
    figure.preferredSize = {480, lineStep * static_cast<double>(lines.size())};
    figure.paint = [lines, sides, columns](QPainter& painter, QSizeF size) {
        QFont plain = views::font(FontRole::Base);
        plain.setPointSizeF(7);
        const double width = size.width() / std::max(1, columns);
        for (size_t r = 0; r < lines.size(); ++r) {
            plain.setWeight(r == 0 ? QFont::DemiBold : QFont::Normal);
            painter.setFont(plain);
            painter.setPen(Theme::builtIn(false).colour(Token::T1));
            for (int c = 0; c < columns; ++c)
                painter.drawText(QRectF(c * width, static_cast<double>(r) * lineStep, width - 6, lineStep),
                                 Qt::AlignVCenter | sides[static_cast<size_t>(c)],
                                 painter.fontMetrics().elidedText(lines[r][c], Qt::ElideRight,
                                                                  static_cast<int>(width - 6)));
        }
    };
    figure.caption = tr("Rows %L1 to %L2 of %L3.").arg(first + 1).arg(first + count).arg(shown.rowCount());
    return figure;
}

HOROCYCLE_VIEW(TableView);

}  // namespace horo::views
