#include "app/PluginCard.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "views/kit/Buttons.h"
#include "views/kit/ElidedLabel.h"
#include "views/kit/Label.h"
#include "views/kit/SegmentedControl.h"
#include "views/kit/Tag.h"
#include "views/theme/Metrics.h"
#include "views/theme/Shapes.h"
#include "views/theme/Theme.h"

namespace horo::app {

using namespace views;

namespace {

constexpr int captionWidth = 56;

Tone toneOf(const Plugin& plugin) {
    switch (plugin.state) {
        case PluginState::Loaded:
            return Tone::Ok;
        case PluginState::Refused:
            return Tone::Warn;
        case PluginState::Failed:
            return Tone::Error;
        case PluginState::Found:
            break;
    }
    return Tone::Neutral;
}

/// The core writes reasons as errors are written: without a capital and a full stop.
QString sentence(const std::string& words) {
    QString text = QString::fromStdString(words).trimmed();
    if (text.isEmpty()) return text;
    const QString first = text.section(QLatin1Char(' '), 0, 0);  // a file name keeps its letters
    if (!first.contains(QLatin1Char('.')) && !first.contains(QLatin1Char('/'))) text[0] = text[0].toUpper();
    if (!text.endsWith(QLatin1Char('.'))) text += QLatin1Char('.');
    return text;
}

QString joined(const std::vector<std::string>& words) {
    QStringList list;
    for (const auto& word : words)
        list << QString::fromStdString(word);
    return list.join(QStringLiteral(", "));
}

}  // namespace

QString pluginStateWord(const Plugin& plugin) {
    switch (plugin.state) {
        case PluginState::Loaded:
            return PluginCard::tr("loaded");
        case PluginState::Refused:
            return PluginCard::tr("refused");
        case PluginState::Failed:
            return PluginCard::tr("failed");
        case PluginState::Found:
            break;
    }
    return PluginCard::tr("found");
}

PluginCard::PluginCard(const Plugin& plugin, QWidget* parent) : QWidget(parent), plugin_(plugin) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 12, 14);
    column->setSpacing(4);
    auto* head = new QHBoxLayout;
    head->setSpacing(metrics::controlGap);
    name_ = new ElidedLabel({}, FontRole::Name);
    name_->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    version_ = new Label({}, FontRole::Base, Token::T3);
    state_ = new Tag({});
    switch_ = new SegmentedControl({tr("On"), tr("Off")});
    switch_->setFixedWidth(88);
    head->addWidget(name_);
    head->addWidget(version_);
    head->addWidget(state_);
    head->addStretch(1);
    head->addWidget(switch_);
    column->addLayout(head);
    summary_ = new Label({}, FontRole::Base, Token::T2);
    summary_->setWordWrap(true);
    column->addWidget(summary_);
    remark_ = new Label;
    remark_->setWordWrap(true);
    remark_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(remark_);
    column->addSpacing(4);

    facts_ = new QGridLayout;
    facts_->setHorizontalSpacing(metrics::controlGap);
    facts_->setVerticalSpacing(4);
    facts_->setColumnMinimumWidth(0, captionWidth);
    facts_->setColumnStretch(1, 1);
    column->addLayout(facts_);
    offers_ = addFact(tr("Offers"));
    offers_->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    offers_->setAccessibleName(tr("What it offers"));
    connect(offers_, &QLabel::linkActivated, this,
            [this](const QString& id) { Q_EMIT methodChosen(id.toStdString()); });
    needs_ = addFact(tr("Needs"));
    by_ = addFact(tr("By"));
    auto* place = new QWidget;
    auto* placeRow = new QHBoxLayout(place);
    placeRow->setContentsMargins(0, 0, 0, 0);
    placeRow->setSpacing(4);
    file_ = new ElidedLabel({}, FontRole::Meta, Token::T2);
    file_->setElideMode(Qt::ElideMiddle);
    auto* copy = new IconButton("copy", tr("Copy the path"));
    connect(copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(file_->text()); });
    placeRow->addWidget(file_, 1);
    copy->setMaximumHeight(lineHeight(FontRole::Meta));
    placeRow->addWidget(copy);
    addFact(tr("File"), place);
    setPlugin(plugin);
    connect(switch_, &SegmentedControl::currentChanged, this, [this](int index) {
        if ((index == 1) != plugin_.off) Q_EMIT switched(index == 0);
    });
}

Label* PluginCard::addFact(const QString& name, QWidget* value) {
    const int line = facts_->rowCount();
    auto* caption = new Label(name, FontRole::Meta, Token::T3);
    facts_->addWidget(caption, line, 0, Qt::AlignLeft | (value ? Qt::AlignVCenter : Qt::AlignTop));
    auto* label = value ? nullptr : new Label({}, FontRole::Meta, Token::T2);
    if (label) label->setWordWrap(true);
    facts_->addWidget(value ? value : label, line, 1);
    return label;
}

QString PluginCard::offersText() const {
    QStringList list;
    for (const auto& offer : plugin_.description.offers) {
        const QString id = QString::fromStdString(offer).toHtmlEscaped();
        const QString kind = id.section(QLatin1Char(':'), 0, 0), name = id.section(QLatin1Char(':'), 1);
        if (!name.isEmpty())
            list << (kind == "view"     ? tr("the view %1").arg(name)
                     : kind == "reader" ? tr("the reader %1").arg(name)
                                        : id);
        else if (plugin_.state == PluginState::Loaded)
            list << QStringLiteral("<a href=\"%1\" style=\"color:%2;text-decoration:none\">%1</a>")
                        .arg(id, colour(Token::Accent).name());
        else
            list << id;
    }
    return list.join(QStringLiteral(", "));
}

QString PluginCard::remark() const {
    if (plugin_.off && plugin_.state == PluginState::Loaded)
        return tr("Switched off. It stays loaded until Horocycle ends.");
    if (plugin_.off && plugin_.reason.empty()) return tr("It is switched off.");
    return sentence(plugin_.reason);
}

void PluginCard::setPlugin(const Plugin& plugin) {
    plugin_ = plugin;
    const auto& d = plugin_.description;
    const auto put = [](Label* label, const QString& text) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    };
    const QString name = QString::fromStdString(d.name.empty() ? d.file.filename().string() : d.name);
    name_->setText(name);
    put(version_, QString::fromStdString(d.version));
    state_->setText(pluginStateWord(plugin_));
    state_->setTone(toneOf(plugin_));
    put(summary_, QString::fromStdString(d.summary));
    const bool good = plugin_.state == PluginState::Loaded || plugin_.state == PluginState::Found;
    remark_->setToken(good ? Token::T2 : textToken(toneOf(plugin_)));
    put(remark_, remark());
    put(offers_, offersText());
    put(needs_, joined(d.needs));
    QStringList by{QString::fromStdString(d.author), QString::fromStdString(d.licence)};
    by.removeAll(QString());
    put(by_, by.join(QStringLiteral(", ")));
    for (Label* value : {offers_, needs_, by_}) {
        int line = 0, column = 0, rows = 0, columns = 0;
        facts_->getItemPosition(facts_->indexOf(value), &line, &column, &rows, &columns);
        facts_->itemAtPosition(line, 0)->widget()->setVisible(!value->text().isEmpty());
    }
    file_->setText(QString::fromStdString(d.file.string()));
    // Without an id there is nothing that could be remembered.
    switch_->setVisible(!d.id.empty());
    switch_->setCurrent(plugin_.off ? 1 : 0);
    switch_->setAccessibleName(tr("%1 on or off").arg(name));
    setAccessibleName(tr("%1, %2").arg(name, pluginStateWord(plugin_)));
    setAccessibleDescription(remark());
}

void PluginCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintBox(painter, rect(), metrics::cardRadius, colour(Token::Raise), colour(Token::Line));
}

}  // namespace horo::app
