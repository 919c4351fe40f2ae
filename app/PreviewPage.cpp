#include "app/PreviewPage.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollArea>
#include <QSettings>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "app/InspectorParts.h"
#include "views/kit/Buttons.h"
#include "views/kit/Capitalised.h"
#include "views/kit/FormRow.h"
#include "views/kit/Ground.h"
#include "views/kit/Label.h"
#include "views/kit/MenuButton.h"
#include "views/kit/Notice.h"
#include "views/kit/NumberText.h"
#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"

namespace horo::app {

using namespace views;

namespace {

constexpr int pageWidth = 860, namesShown = 6;
constexpr const char* doubtfulOnly = "previewOnlyWhereDoubtful";

void clear(QLayout& layout) {
    while (QLayoutItem* item = layout.takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

QString counted(size_t count) {
    return countText(static_cast<qint64>(count));
}

/// "a, b, c and 12 more".
QString listed(const Found& found) {
    QStringList names;
    for (size_t i = 0; i < found.first.size() && i < namesShown; ++i)
        names << QString::fromStdString(found.first[i]);
    const auto more = static_cast<qint64>(found.count) - names.size();
    const QString list = names.join(QStringLiteral(", "));
    return more > 0 ? QObject::tr("%1 and %2 more").arg(list, countText(more)) : list;
}

/// A table to look at: no grid, no editing, no selection.
void makeCalm(QTableWidget& table) {
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    table.horizontalHeader()->setHighlightSections(false);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setFrameShape(QFrame::NoFrame);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setSelectionMode(QAbstractItemView::NoSelection);
    table.setFocusPolicy(Qt::NoFocus);
    table.setAccessibleName(QObject::tr("First rows"));
    setGround(table, Token::Canvas);
}

}  // namespace

PreviewPage::PreviewPage(QWidget* parent) : QWidget(parent) {
    setGround(*this, Token::Panel);
    setAccessibleName(tr("What was understood"));
    auto* outer = new QHBoxLayout(this);
    outer->setContentsMargins(24, 32, 24, 20);
    auto* page = new QWidget;
    page->setMaximumWidth(pageWidth);
    outer->addStretch(1);
    outer->addWidget(page, 100);
    outer->addStretch(1);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);

    title_ = new Label({}, FontRole::Display);
    about_ = new Label({}, FontRole::Base, Token::T2);
    column->addWidget(title_);
    column->addSpacing(4);
    column->addWidget(about_);
    column->addSpacing(20);
    facts_ = new NumberStrip;
    column->addWidget(facts_);
    column->addSpacing(16);
    choices_ = new QVBoxLayout;
    choices_->setSpacing(4);
    column->addLayout(choices_);
    column->addSpacing(12);
    notices_ = new QVBoxLayout;
    notices_->setSpacing(metrics::controlGap);
    column->addLayout(notices_);
    column->addSpacing(12);
    rowsTitle_ = new Label(tr("First rows"), FontRole::Title);
    column->addWidget(rowsTitle_);
    column->addSpacing(6);
    rows_ = new QTableWidget(0, 3);
    rows_->setHorizontalHeaderLabels({tr("Line"), tr("In the file"), tr("Became")});
    rows_->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (const int c : {1, 2})
        rows_->horizontalHeaderItem(c)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    rows_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    rows_->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    rows_->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    vectors_ = new QTableWidget;
    for (QTableWidget* table : {rows_, vectors_})
        makeCalm(*table);
    column->addWidget(rows_, 1);
    column->addWidget(vectors_, 1);
    column->addSpacing(16);

    auto* foot = new QHBoxLayout;
    foot->setSpacing(metrics::controlGap);
    take_ = new PrimaryButton(tr("Take it"));
    auto* leave = new PlainButton(tr("Leave it"));
    auto* only = new QCheckBox(tr("Ask only where something is doubtful"));
    only->setChecked(onlyWhereDoubtful());
    foot->addWidget(only);
    foot->addStretch(1);
    foot->addWidget(leave);
    foot->addWidget(take_);
    column->addLayout(foot);
    connect(only, &QCheckBox::toggled, this, [](bool on) { QSettings().setValue(doubtfulOnly, on); });
    connect(take_, &QPushButton::clicked, this, &PreviewPage::taken);
    connect(leave, &QPushButton::clicked, this, &PreviewPage::left);
    setFocusProxy(take_);
}

bool PreviewPage::onlyWhereDoubtful() {
    return QSettings().value(doubtfulOnly, false).toBool();
}

bool PreviewPage::isPlain(const Preview& preview) {
    if (preview.error || !preview.opened || !preview.warnings.empty()) return false;
    const bool inferred = std::ranges::any_of(preview.choices, [](const ReadingChoice& choice) {
        return choice.key != "format" && choice.by != "stated" && choice.by != "usual" &&
               choice.by != "said by the file";
    });
    if (preview.embedding) return !inferred;
    if (!preview.outline) return true;
    const Outline& outline = *preview.outline;
    return !inferred && outline.orphans.count == 0 && outline.duplicateEdges.count == 0 &&
           outline.selfEdges.count == 0;
}

void PreviewPage::setPreview(std::shared_ptr<const Preview> preview) {
    preview_ = std::move(preview);
    const QString source = QString::fromStdString(preview_->source);
    title_->setText(source.section('/', -1).section('?', 0, 0));
    about_->setText(
        preview_->isWhole
            ? tr("Read as %1. Nothing has been taken yet.").arg(QString::fromStdString(preview_->format))
            : tr("Read as %1; only the beginning of this large file was looked at. Nothing has been taken "
                 "yet.")
                  .arg(QString::fromStdString(preview_->format)));
    take_->setMissing(preview_->error ? tr("It cannot be taken as it is.") : QString());
    fillFacts();
    fillChoices();
    fillNotices();
    fillRows();
    fillVectors();
}

void PreviewPage::fillFacts() {
    facts_->setVisible(preview_->outline.has_value() || preview_->embedding.has_value());
    if (preview_->embedding) {
        const EmbeddingOutline& e = *preview_->embedding;
        facts_->setEntries({{tr("rows"), counted(e.rows), {}},
                            {tr("numbers a row"), counted(e.columns), {}},
                            {tr("precision"), e.isDouble ? tr("64 bits") : tr("32 bits"), {}},
                            {tr("not finite"), counted(e.nonFinite), {}},
                            {tr("repeated ids"), counted(e.repeatedIds), {}},
                            {tr("labels"), counted(e.differentLabels), {}}});
    }
    if (!preview_->outline) return;
    const Outline& o = *preview_->outline;
    const QString dash = QStringLiteral("–");
    facts_->setEntries({{tr("nodes"), counted(o.nodes), {}},
                        {tr("edges"), counted(o.edges), {}},
                        {tr("roots"), counted(o.roots.count), {}},
                        {tr("leaves"), counted(o.leaves), {}},
                        {tr("deepest level"), o.maxDepth ? countText(*o.maxDepth) : dash, {}},
                        {tr("several parents"), counted(o.severalParents.count), {}}});
}

void PreviewPage::fillChoices() {
    clear(*choices_);
    for (const ReadingChoice& choice : preview_->choices) {
        auto* button =
            new MenuButton(QString::fromStdString(choice.by == "usual" ? std::string() : choice.by));
        button->setValue(QString::fromStdString(choice.value));
        auto* menu = new QMenu(button);
        for (const std::string& value : choice.alternatives) {
            QAction* action =
                menu->addAction(QString::fromStdString(value), this, [this, key = choice.key, value] {
                    if (const auto source = Source::parse(preview_->source))
                        Q_EMIT readAgain(QString::fromStdString(withOption(*source, key, value)));
                });
            action->setCheckable(true);
            action->setChecked(value == choice.value);
        }
        button->setMenu(menu);
        button->setEnabled(choice.alternatives.size() > 1);
        auto* holder = new QWidget;
        auto* row = new QHBoxLayout(holder);
        row->setContentsMargins(0, 0, 0, 0);
        row->addWidget(button);
        row->addStretch(1);
        const QString name = QString::fromStdString(choice.key).replace('_', ' ');
        choices_->addWidget(new FormRow(capitalised(name), holder));
    }
}

void PreviewPage::fillNotices() {
    clear(*notices_);
    const auto say = [&](Tone tone, const char* icon, const QString& text) {
        // Names come out of the file: what looks like markup is shown as it stands.
        const QString shown =
            Qt::mightBeRichText(text) ? QStringLiteral("<span>%1</span>").arg(text.toHtmlEscaped()) : text;
        notices_->addWidget(new Notice(tone, QString::fromLatin1(icon), shown));
    };
    if (preview_->error) say(Tone::Error, "error", QString::fromStdString(preview_->error->text()));
    if (preview_->outline) {
        const Outline& o = *preview_->outline;
        const auto name = [&](const Found& found, const QString& text) {
            if (found.count > 0) say(Tone::Warn, "warning", text.arg(counted(found.count), listed(found)));
        };
        if (o.cycles.count > 1)
            say(Tone::Error, "error", tr("%1 cycles: %2").arg(counted(o.cycles.count), listed(o.cycles)));
        if (o.roots.count > 1) name(o.roots, tr("%1 roots: %2"));
        name(o.orphans, tr("%1 nodes without any edge: %2"));
        name(o.duplicateEdges, tr("%1 repeated edges count once: %2"));
        name(o.selfEdges, tr("%1 edges from a node to itself are left out: %2"));
    }
    for (const std::string& warning : preview_->warnings) {
        const QString text = QString::fromStdString(warning);
        const bool said =
            preview_->outline && (text.contains(" self edge") || text.contains(" duplicate edge"));
        if (!said) say(Tone::Warn, "warning", text);  // the outline names their lines, too
    }
}

void PreviewPage::fillRows() {
    rows_->setRowCount(0);
    rows_->setVisible(!preview_->rows.empty());
    rowsTitle_->setVisible(!preview_->rows.empty() || preview_->embedding.has_value());
    for (const UnderstoodRow& row : preview_->rows) {
        const int at = rows_->rowCount();
        rows_->insertRow(at);
        auto* line = new QTableWidgetItem(row.line > 0 ? counted(row.line) : QString());
        line->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        line->setForeground(colour(Token::T3));
        auto* text =
            new QTableWidgetItem(QString::fromStdString(row.text).replace('\t', QStringLiteral(" ⇥ ")));
        text->setFont(views::font(FontRole::Mono));
        auto* became = new QTableWidgetItem(QString::fromStdString(row.became));
        if (row.became.empty()) became->setText(QStringLiteral("–"));
        rows_->setItem(at, 0, line);
        rows_->setItem(at, 1, text);
        rows_->setItem(at, 2, became);
    }
}

void PreviewPage::fillVectors() {
    vectors_->clear();
    vectors_->setVisible(preview_->embedding.has_value());
    if (!preview_->embedding) return;
    const EmbeddingOutline& e = *preview_->embedding;
    vectors_->setColumnCount(static_cast<int>(e.header.size()));
    vectors_->setRowCount(static_cast<int>(e.firstRows.size()));
    for (int c = 0; c < vectors_->columnCount(); ++c) {
        const auto column = static_cast<size_t>(c);
        auto* name = new QTableWidgetItem(QString::fromStdString(e.header[column]));
        const auto side = column < e.firstNumber ? Qt::AlignLeft : Qt::AlignRight;
        name->setTextAlignment(side | Qt::AlignVCenter);
        vectors_->setHorizontalHeaderItem(c, name);
        for (int r = 0; r < vectors_->rowCount(); ++r) {
            auto* cell =
                new QTableWidgetItem(QString::fromStdString(e.firstRows[static_cast<size_t>(r)][column]));
            cell->setTextAlignment(side | Qt::AlignVCenter);
            vectors_->setItem(r, c, cell);
        }
    }
    vectors_->resizeColumnsToContents();
}

void PreviewPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return Q_EMIT left();
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !preview_->error)
        return Q_EMIT taken();
    QWidget::keyPressEvent(event);
}

}  // namespace horo::app
