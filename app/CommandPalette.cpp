#include "app/CommandPalette.h"

#include <QAction>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>

#include "app/Wording.h"
#include "core/method/registry.h"
#include "views/kit/Ground.h"
#include "views/kit/SearchField.h"
#include "views/theme/Fonts.h"
#include "views/theme/Icons.h"
#include "views/theme/Metrics.h"
#include "views/theme/Shapes.h"
#include "views/theme/Theme.h"

namespace horo::app {

using namespace views;

namespace {

constexpr int remarkRole = Qt::UserRole;
constexpr int iconRole = Qt::UserRole + 1;
constexpr size_t mostRows = 14;
constexpr int paletteWidth = 560;
constexpr int paletteRow = 28;

/// Names that begin with the text come first, then those with a word that does, those that hold it, and what
/// is found by its remark.
int rankOf(const QString& name, const QString& text) {
    if (name.startsWith(text, Qt::CaseInsensitive)) return 0;
    if (name.contains(' ' + text, Qt::CaseInsensitive)) return 1;
    return name.contains(text, Qt::CaseInsensitive) ? 2 : 3;
}

bool holdsAll(const QString& text, const QStringList& words) {
    return std::ranges::all_of(words,
                               [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

/// Name at the left, kind or shortcut in grey at the right.
class EntryDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {100, paletteRow};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        if (option.state & QStyle::State_Selected)
            paintBox(*painter, option.rect.adjusted(4, 1, -4, -1), metrics::fieldRadius,
                     colour(Token::AccentSoft));
        const QRect inner = option.rect.adjusted(14, 0, -14, 0);
        const QRectF place(inner.left(), inner.center().y() - 7, 14, 14);
        paintIcon(*painter, place, index.data(iconRole).toString(), colour(Token::T2));
        painter->setFont(font(FontRole::Meta));
        const QString remark = index.data(remarkRole).toString();
        const int remarkWidth = std::min(painter->fontMetrics().horizontalAdvance(remark), inner.width() / 2);
        painter->setPen(colour(Token::T3));
        painter->drawText(inner, Qt::AlignRight | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(remark, Qt::ElideMiddle, remarkWidth));
        painter->setFont(font(FontRole::Base));
        painter->setPen(colour(Token::T1));
        const QRect name = inner.adjusted(24, 0, -remarkWidth - 12, 0);
        painter->drawText(
            name, Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, name.width()));
    }
};

}  // namespace

CommandPalette::CommandPalette(WorkspaceModel& model, QWidget* window) : QWidget(window), model_(model) {
    hide();
    auto* column = new QVBoxLayout(this);
    const int margin = shadowMargin();
    column->setContentsMargins(margin + 8, margin + 8, margin + 8, margin + 8);
    column->setSpacing(6);
    field_ = new SearchField(tr("Find a command, method, object or node"));
    column->addWidget(field_);
    rows_ = new QStandardItemModel(this);
    list_ = new QListView;
    list_->setModel(rows_);
    list_->setItemDelegate(new EntryDelegate(list_));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setMouseTracking(true);
    list_->setAccessibleName(tr("What was found"));
    setGround(*list_, Token::Raise);
    column->addWidget(list_);
    connect(field_, &QLineEdit::textChanged, this, &CommandPalette::find);
    connect(list_, &QListView::clicked, this, &CommandPalette::choose);
    field_->installEventFilter(this);
    window->installEventFilter(this);
}

void CommandPalette::open() {
    field_->clear();
    find({});
    show();
    raise();
    field_->setFocus();
}

void CommandPalette::place() {
    const int margin = shadowMargin();
    const int width = std::min(paletteWidth, parentWidget()->width() - 40) + 2 * margin;
    const int rows = static_cast<int>(std::clamp<size_t>(entries_.size(), 1, mostRows));
    const int height = rows * paletteRow + metrics::fieldHeight + 28 + 2 * margin;
    setGeometry((parentWidget()->width() - width) / 2, 56 - margin, width,
                std::min(height, parentWidget()->height() - 80));
}

std::vector<PaletteEntry> CommandPalette::matches(const QString& text) {
    std::vector<PaletteEntry> found;
    const QStringList words = text.split(' ', Qt::SkipEmptyParts);
    const auto fits = [&](const QString& name) { return holdsAll(name, words); };
    for (QAction* action : actions_) {
        const QString name = action->text().remove('&').remove(QStringLiteral("..."));
        if (!action->isEnabled() || !fits(name)) continue;
        found.push_back({"chevron-right", name, action->shortcut().toString(QKeySequence::NativeText),
                         [action] { action->trigger(); }});
    }
    for (const auto& entry : Registry::global().entries()) {
        const Declaration& d = entry.method->declaration();
        const QString name = QString::fromStdString(d.title), id = QString::fromStdString(d.id);
        // A method is found by what it does, too.
        if (fits(name + ' ' + id + ' ' + QString::fromStdString(d.summary)))
            found.push_back({"run", name, id, [this, id] { Q_EMIT methodChosen(id.toStdString()); }});
    }
    for (const auto& object : model_.workspace().objects)
        if (const QString name = QString::fromStdString(object->name); fits(name))
            found.push_back({iconOf(*object), name, kindTitle(object->kind()),
                             [this, id = object->id] { Q_EMIT objectChosen(id); }});
    std::ranges::stable_sort(found, {}, [&](const PaletteEntry& entry) { return rankOf(entry.name, text); });
    if (text.size() < 2) return found;
    // Names that begin with the text come before those that only hold it.
    std::vector<PaletteEntry> holding;
    for (const auto& object : model_.workspace().objects) {
        const auto hierarchy = object->as<Hierarchy>();
        if (!hierarchy) continue;
        const std::string wanted = text.toLower().toStdString();
        for (Node v = 0; v < hierarchy->size() && holding.size() < 200; ++v) {
            const QString label = QString::fromStdString(hierarchy->label(v));
            if (!label.contains(text, Qt::CaseInsensitive)) continue;
            PaletteEntry entry{"tree", label, QString::fromStdString(hierarchy->name(v)),
                               [this, item = hierarchy->items()->id(v)] { Q_EMIT nodeChosen(item); }};
            if (label.startsWith(text, Qt::CaseInsensitive))
                found.push_back(std::move(entry));
            else
                holding.push_back(std::move(entry));
            if (found.size() > 100) break;
        }
    }
    found.insert(found.end(), std::make_move_iterator(holding.begin()),
                 std::make_move_iterator(holding.end()));
    return found;
}

void CommandPalette::find(const QString& text) {
    entries_ = matches(text.trimmed());
    if (entries_.size() > 100) entries_.resize(100);
    rows_->clear();
    for (const auto& entry : entries_) {
        auto* item = new QStandardItem(entry.name);
        item->setData(entry.remark, remarkRole);
        item->setData(entry.icon, iconRole);
        rows_->appendRow(item);
    }
    if (entries_.empty()) {
        auto* nothing = new QStandardItem(tr("Nothing is called so; try a word of what it does"));
        nothing->setFlags(Qt::NoItemFlags);
        nothing->setData(QStringLiteral("search"), iconRole);
        rows_->appendRow(nothing);
    } else {
        list_->setCurrentIndex(rows_->index(0, 0));
    }
    place();
}

void CommandPalette::choose() {
    const auto row = static_cast<size_t>(list_->currentIndex().row());
    if (row >= entries_.size()) return;
    const auto run = entries_[row].run;
    hide();
    run();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize && isVisible()) hide();
        return false;
    }
    if (event->type() == QEvent::FocusOut && isVisible()) {
        hide();
        return false;
    }
    if (event->type() != QEvent::KeyPress) return false;
    const int row = list_->currentIndex().row();
    switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Down:
            list_->setCurrentIndex(rows_->index(std::min(row + 1, rows_->rowCount() - 1), 0));
            return true;
        case Qt::Key_Up:
            list_->setCurrentIndex(rows_->index(std::max(row - 1, 0), 0));
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            choose();
            return true;
        case Qt::Key_Escape:
            hide();
            return true;
        default:
            return false;
    }
}

void CommandPalette::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const int margin = shadowMargin();
    const QRect card = rect().adjusted(margin, margin, -margin, -margin);
    paintShadow(painter, card, metrics::cardRadius);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBox(painter, card, metrics::cardRadius, colour(Token::Raise), colour(Token::Line2));
}

}  // namespace horo::app
