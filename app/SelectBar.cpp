#include "app/SelectBar.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QRegularExpression>
#include <QStringListModel>

#include "core/query/expression.h"
#include "views/kit/Buttons.h"
#include "views/kit/Label.h"
#include "views/kit/NumberText.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"

namespace horo::app {

using namespace views;

namespace {

constexpr int askAfter = 120;  ///< ms after the last key

/// The word that is being written, and where it begins.
std::pair<QString, int> wordAt(const QString& text, int cursor) {
    int start = cursor;
    while (start > 0 && (text[start - 1].isLetterOrNumber() || text[start - 1] == '_'))
        --start;
    return {text.mid(start, cursor - start), start};
}

}  // namespace

SelectBar::SelectBar(WorkspaceModel& model, QWidget* parent)
    : QWidget(parent),
      model_(model),
      field_(new QLineEdit),
      about_(new Label({}, FontRole::Meta, Token::T2)),
      answer_(new Label({}, FontRole::Meta, Token::T2)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::panelPadding, 6, 8, 6);
    row->setSpacing(metrics::controlGap);
    row->addWidget(new Label(tr("Select where"), FontRole::Title));
    field_->setFont(views::font(FontRole::Mono));
    field_->setPlaceholderText(tr("depth <= 3 and name ~ 'whale'"));
    field_->setAccessibleName(tr("Condition"));
    row->addWidget(field_, 1);
    row->addWidget(answer_);
    const auto button = [&](const QString& text, const QString& tip, How how) {
        auto* made = new PlainButton(text);
        made->setToolTip(tip);
        connect(made, &QPushButton::clicked, this, [this, how] { apply(how); });
        row->addWidget(made);
    };
    button(tr("Select"), tr("Takes them as the selection (Return)"), How::Take);
    button(tr("Add"), tr("Union: adds them to the selection (Shift+Return)"), How::Add);
    button(tr("Keep only"), tr("Intersection: keeps what is selected and fulfils the condition"),
           How::Common);
    button(tr("Remove"), tr("Minus: takes them out of the selection (Alt+Return)"), How::Remove);
    row->addWidget(about_);
    auto* help = new IconButton("help", tr("What can be asked"));
    connect(help, &QToolButton::clicked, this, &SelectBar::helpRequested);
    row->addWidget(help);
    auto* close = new IconButton("close", tr("Close"));
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    row->addWidget(close);
    later_.setSingleShot(true);
    later_.setInterval(askAfter);
    connect(&later_, &QTimer::timeout, this, &SelectBar::ask);
    connect(field_, &QLineEdit::textChanged, this, [this] { later_.start(); });
    const auto stale = [this] {
        facts_ = nullptr;
        if (isVisible()) later_.start();
    };
    connect(&model_, &WorkspaceModel::objectsChanged, this, stale);
    connect(&model_, &WorkspaceModel::selectionChanged, this, stale);
    completeNames();
    hide();
}

void SelectBar::completeNames() {
    auto* completer = new QCompleter(this);
    completer->setModel(new QStringListModel(completer));
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setWidget(field_);
    connect(field_, &QLineEdit::textEdited, this, [this, completer] {
        const auto [word, start] = wordAt(field_->text(), field_->cursorPosition());
        const bool inText = field_->text().left(start).count('\'') % 2 == 1;
        if (word.isEmpty() || inText || !facts_) return completer->popup()->hide();
        QStringList names{"and", "or", "not", "below('", "above('", "set('", "level("};
        for (const std::string& name : facts_->names()) {
            const QString text = QString::fromStdString(name);
            names << (text.contains(QRegularExpression("[^A-Za-z0-9_.]")) ? "`" + text + "`" : text);
        }
        static_cast<QStringListModel*>(completer->model())->setStringList(names);
        completer->setCompletionPrefix(word);
        if (completer->completionCount() == 0 || completer->currentCompletion() == word)
            return completer->popup()->hide();
        completer->complete(
            QRect(std::min(start * field_->fontMetrics().averageCharWidth(), field_->width() - 180), 0, 180,
                  field_->height()));
    });
    connect(
        completer, qOverload<const QString&>(&QCompleter::activated), this, [this](const QString& chosen) {
            const auto [word, start] = wordAt(field_->text(), field_->cursorPosition());
            field_->setText(field_->text().left(start) + chosen + field_->text().mid(start + word.size()));
            field_->setCursorPosition(start + static_cast<int>(chosen.size()));
        });
}

void SelectBar::open(const std::string& objectId, const QString& text) {
    if (!objectId.empty()) objectId_ = objectId;
    facts_ = nullptr;
    if (!text.isEmpty()) field_->setText(text);
    show();
    field_->setFocus(Qt::ShortcutFocusReason);
    field_->selectAll();
    ask();
}

QString SelectBar::answer() const {
    return answer_->text();
}

void SelectBar::ask() {
    found_.clear();
    valid_ = false;
    const auto object = model_.workspace().find(objectId_);
    if (!facts_ && object) facts_ = ItemFacts::of(model_.workspace(), *object);
    about_->setText(object && facts_ ? tr("in %1").arg(QString::fromStdString(object->name)) : QString());
    answer_->setToken(Token::T2);
    if (!facts_) return answer_->setText(tr("open a hierarchy or an embedding first"));
    if (field_->text().trimmed().isEmpty())
        return answer_->setText(tr("%1 items").arg(countText(static_cast<qint64>(facts_->items().size()))));
    const auto expression = Expression::parse(field_->text().toStdString());
    auto chosen = expression ? expression->select(*facts_) : Result<std::vector<char>>(expression.error());
    if (!chosen) {
        answer_->setToken(Token::Warn);
        answer_->setToolTip(QString::fromStdString(chosen.error().advice));
        return answer_->setText(QString::fromStdString(chosen.error().cause));
    }
    for (size_t i = 0; i < chosen->size(); ++i)
        if ((*chosen)[i]) found_.push_back(facts_->items().id(i));
    valid_ = true;
    answer_->setToolTip({});
    answer_->setText(tr("%1 of %2")
                         .arg(countText(static_cast<qint64>(found_.size())),
                              countText(static_cast<qint64>(chosen->size()))));
}

void SelectBar::apply(How how) {
    if (later_.isActive()) later_.stop(), ask();
    if (!valid_) return field_->setFocus();
    const Selection& now = model_.selection();
    const std::vector<ItemId> found = found_;
    switch (how) {
        case How::Take:
            return model_.select(Selection(found, "condition"));
        case How::Add:
            return model_.select(now.with(found, "condition"));
        case How::Common:
            return model_.select(now.common(found, "condition"));
        case How::Remove:
            return model_.select(now.without(found, "condition"));
    }
}

void SelectBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return hide();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return apply(event->modifiers() & Qt::ShiftModifier ? How::Add
                     : event->modifiers() & Qt::AltModifier ? How::Remove
                                                            : How::Take);
    QWidget::keyPressEvent(event);
}

void SelectBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), colour(Token::Panel));
    painter.setPen(colour(Token::Line));
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

}  // namespace horo::app
