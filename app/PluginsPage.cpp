#include "app/PluginsPage.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "app/Documents.h"
#include "app/PluginCard.h"
#include "views/kit/Buttons.h"
#include "views/kit/ElidedLabel.h"
#include "views/kit/EmptyState.h"
#include "views/kit/Ground.h"
#include "views/kit/Label.h"
#include "views/kit/Notice.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"
#include "views/theme/ThemeSource.h"

namespace horo::app {

using namespace views;

namespace {

constexpr int pageWidth = 760;

QString shortened(const QString& folder) {
    const QString home = QDir::homePath();
    return folder.startsWith(home + QLatin1Char('/')) ? QLatin1Char('~') + folder.mid(home.size()) : folder;
}

}  // namespace

PluginsPage::PluginsPage(PluginAccess access, QWidget* parent) : QWidget(parent), access_(std::move(access)) {
    setGround(*this, Token::Panel);
    setAccessibleName(tr("Plugins"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    setGround(*scroll, Token::Panel);
    outer->addWidget(scroll);
    auto* ground = new QWidget;
    setGround(*ground, Token::Panel);
    scroll->setWidget(ground);
    auto* centring = new QHBoxLayout(ground);
    centring->setContentsMargins(24, 0, 24, 0);
    auto* page = new QWidget;
    page->setMaximumWidth(pageWidth);
    centring->addStretch(1);
    centring->addWidget(page, 100);
    centring->addStretch(1);

    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 40, 0, 24);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(makeFolderLine());
    column->addSpacing(16);
    notices_ = new QVBoxLayout;
    notices_->setSpacing(metrics::controlGap);
    column->addLayout(notices_);
    list_ = new QVBoxLayout;
    list_->setSpacing(metrics::controlGap);
    column->addLayout(list_);
    auto* empty =
        new EmptyState(tr("Copy plugins/template, build it and put it here."), tr("How to write one"));
    empty->setMinimumHeight(240);
    connect(empty, &EmptyState::activated, this, &PluginsPage::helpRequested);
    empty_ = empty;
    column->addWidget(empty);
    column->addStretch(1);
    connect(&ThemeSource::instance(), &ThemeSource::changed, this,
            &PluginsPage::refresh);  // colours of links
    refresh();
}

QWidget* PluginsPage::makeHead() {
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(new Label(tr("Plugins"), FontRole::Display));
    row->addStretch(1);
    auto* help = new IconButton("help", tr("Help on plugins"));
    auto* close = new IconButton("close", tr("Close"));
    close->setShortcutText(tr("Esc"));
    connect(help, &QToolButton::clicked, this, &PluginsPage::helpRequested);
    connect(close, &QToolButton::clicked, this, &PluginsPage::closed);
    row->addWidget(help);
    row->addWidget(close);
    setFocusProxy(close);
    return head;
}

QWidget* PluginsPage::makeFolderLine() {
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 4, 0, 0);
    row->setSpacing(4);
    row->addWidget(new Label(tr("They are put into"), FontRole::Base, Token::T2));
    auto* path = new Label;
    const auto colourise = [path, text = shortened(access_.folder).toHtmlEscaped()] {
        path->setText(QStringLiteral("<a href=\"folder\" style=\"color:%1;text-decoration:none\">%2</a>")
                          .arg(colour(Token::Accent).name(), text));
    };
    colourise();
    connect(&ThemeSource::instance(), &ThemeSource::changed, path, colourise);
    path->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    path->setToolTip(tr("Open the folder"));
    path->setAccessibleName(tr("Open the folder %1").arg(access_.folder));
    connect(path, &QLabel::linkActivated, this, [this] { Q_EMIT folderRequested(access_.folder); });
    row->addWidget(path);
    auto* copy = new IconButton("copy", tr("Copy the path"));
    connect(copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(access_.folder); });
    row->addWidget(copy);
    row->addStretch(1);
    return line;
}

void PluginsPage::refresh() {
    const auto plugins = access_.all ? access_.all() : std::vector<Plugin>();
    fillNotices(plugins);
    const bool same = std::ranges::equal(
        cards_, plugins, {}, [](const PluginCard* card) { return card->plugin().description.file; },
        [](const Plugin& plugin) { return plugin.description.file; });
    if (!same) makeCards(plugins);
    for (size_t i = 0; same && i < plugins.size(); ++i)
        cards_[i]->setPlugin(plugins[i]);
    empty_->setVisible(plugins.empty());
}

void PluginsPage::makeCards(const std::vector<Plugin>& plugins) {
    qDeleteAll(cards_);
    cards_.clear();
    for (const auto& plugin : plugins) {
        auto* card = new PluginCard(plugin);
        connect(card, &PluginCard::methodChosen, this, &PluginsPage::methodChosen);
        connect(card, &PluginCard::switched, this,
                [this, id = plugin.description.id](bool on) { setOff(id, !on); });
        list_->addWidget(card);
        cards_.push_back(card);
    }
}

void PluginsPage::fillNotices(const std::vector<Plugin>& plugins) {
    while (QLayoutItem* item = notices_->takeAt(0)) {
        // The button that was pressed may be in it.
        if (item->widget()) item->widget()->hide(), item->widget()->deleteLater();
        delete item;
    }
    for (const auto& plugin : plugins) {
        if (!plugin.crashed || plugin.off) continue;
        const QString name = QString::fromStdString(plugin.description.name).toHtmlEscaped();
        auto* notice = new Notice(Tone::Warn, "warning",
                                  tr("<b>%1</b> ended Horocycle while it was being opened.").arg(name));
        const std::string id = plugin.description.id;
        connect(notice->addButton(tr("Switch it off"), true), &QPushButton::clicked, this,
                [this, id] { setOff(id, true); });
        connect(notice->addButton(tr("Try again")), &QPushButton::clicked, this,
                [this, id] { tryAgain(id); });
        notices_->addWidget(notice);
        notice->show();
    }
    notices_->setContentsMargins(0, 0, 0, notices_->count() > 0 ? 16 : 0);
}

void PluginsPage::setOff(const std::string& id, bool off) {
    if (access_.setOff)
        take(off ? tr("The plugin could not be switched off") : tr("The plugin could not be switched on"),
             access_.setOff(id, off));
}

void PluginsPage::tryAgain(const std::string& id) {
    if (access_.tryAgain) take(tr("The plugin could not be tried again"), access_.tryAgain(id));
}

void PluginsPage::take(const QString& what, const Result<void>& result) {
    refresh();
    if (result)
        Q_EMIT changed();
    else
        Q_EMIT failed(what, result.error());
}

void PluginsPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return Q_EMIT closed();
    // Qt presses buttons by the space bar only.
    auto* button = qobject_cast<QAbstractButton*>(focusWidget());
    if (button && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) return button->click();
    QWidget::keyPressEvent(event);
}

}  // namespace horo::app
