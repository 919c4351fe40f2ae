#include "app/StartPage.h"

#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "app/StartParts.h"
#include "views/kit/Buttons.h"
#include "views/kit/Ground.h"
#include "views/kit/Label.h"
#include "views/kit/Notice.h"
#include "views/theme/Icons.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"

namespace horo::app {

using namespace views;

namespace {

constexpr int leftWidth = 296;
constexpr int pageWidth = 1192;
constexpr int recentShown = 6;

class LargeLogo : public QWidget {
public:
    LargeLogo() { setFixedSize(40, 40); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        paintLogo(painter, rect());
    }
};

QString agoText(const QDateTime& when) {
    const qint64 seconds = when.secsTo(QDateTime::currentDateTime());
    if (seconds < 60) return StartPage::tr("just now");
    if (seconds < 3600) return StartPage::tr("%1 min ago").arg(seconds / 60);
    const qint64 days = when.date().daysTo(QDate::currentDate());
    if (days == 0) return when.time().toString("HH:mm");
    if (days == 1) return StartPage::tr("yesterday");
    const QLocale english(QLocale::English);
    return days < 7 ? english.dayName(when.date().dayOfWeek()) : english.toString(when.date(), "d MMM");
}

QString recentIcon(const QString& source) {
    if (source.endsWith(".horo")) return "disk";
    if (source.endsWith(".npz") || source.endsWith(".npy")) return "scatter";
    if (source.endsWith(".txt") || source.endsWith(".md")) return "text";
    return QFileInfo(source).isDir() ? "folder" : "tree";
}

QString shortFolder(const QString& source) {
    if (!QFileInfo::exists(source)) return {};
    QString folder = QFileInfo(source).absolutePath();
    if (folder.startsWith(QDir::homePath())) folder.replace(0, QDir::homePath().size(), "~");
    return folder;
}

QWidget* tip(const QString& head, const QString& text) {
    auto* widget = new QWidget;
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 10, 0, 0);
    column->setSpacing(2);
    column->addWidget(new Label(head, FontRole::Title));
    auto* body = new Label(text, FontRole::Meta, Token::T2);
    body->setWordWrap(true);
    column->addWidget(body);
    return widget;
}

}  // namespace

StartPage::StartPage(Documents& documents, QWidget* parent) : QWidget(parent), documents_(documents) {
    setGround(*this, Token::Panel);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
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
    column->setContentsMargins(0, 48, 0, 24);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(new LargeLogo);
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(new Label(tr("Horocycle"), FontRole::Display));
    names->addWidget(
        new Label(tr("A workbench for hierarchical representations"), FontRole::Base, Token::T2));
    head->addLayout(names);
    head->addStretch(1);
    column->addLayout(head);
    column->addSpacing(36);
    auto* sides = new QHBoxLayout;
    sides->setSpacing(48);
    sides->addWidget(makeLeft());
    sides->addWidget(makeSamples(), 1);
    column->addLayout(sides);
    column->addStretch(1);
    refresh();
}

QWidget* StartPage::makeLeft() {
    auto* left = new QWidget;
    left->setFixedWidth(leftWidth);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* open = new Label(tr("Open"), FontRole::Title);
    open->setContentsMargins(8, 0, 0, 4);
    column->addWidget(open);
    auto* file = new StartRow("file", tr("File or folder"), {}, "Ctrl O", true);
    connect(file, &QAbstractButton::clicked, this, &StartPage::openRequested);
    column->addWidget(file);
    column->addSpacing(8);
    auto* drop = new DropArea;
    connect(drop, &QAbstractButton::clicked, this, &StartPage::openRequested);
    column->addWidget(drop);
    column->addSpacing(24);
    recentHead_ = new QWidget;
    auto* headRow = new QHBoxLayout(recentHead_);
    headRow->setContentsMargins(8, 0, 8, 4);
    headRow->addWidget(new Label(tr("Recent"), FontRole::Title));
    headRow->addStretch(1);
    auto* clear = new PlainButton(tr("Clear"));
    clear->setFlat(true);
    connect(clear, &QPushButton::clicked, this, [this] {
        documents_.clearRecent();
        refresh();
    });
    headRow->addWidget(clear);
    column->addWidget(recentHead_);
    recentRows_ = new QVBoxLayout;
    recentRows_->setSpacing(0);
    column->addLayout(recentRows_);
    column->addStretch(1);
    return left;
}

QWidget* StartPage::makeSamples() {
    auto* right = new QWidget;
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->addWidget(new Label(tr("Samples"), FontRole::Title));
    head->addStretch(1);
    head->addWidget(new Label(tr("installed by the set-up, they work offline"), FontRole::Meta, Token::T3));
    column->addLayout(head);
    auto* cards = new QHBoxLayout;
    cards->setSpacing(16);
    const auto add = [&](const QString& source, const QString& picture, const QString& name,
                         const QString& text) {
        auto* card = new SampleCard(source, picture, name, text);
        connect(card, &QAbstractButton::clicked, this, [this, source] { Q_EMIT sampleChosen(source); });
        cards->addWidget(card, 1);
    };
    add("wordnet:mammal", "mammals", tr("Mammals of WordNet"),
        tr("1,182 nodes. Train a Poincaré disk and watch it arrange itself."));
    add("wordnet:noun", "nouns", tr("WordNet nouns"),
        tr("82,115 nodes, 84,427 edges. The full noun hierarchy."));
    add("wordnet:verb", "verbs", tr("WordNet verbs"), tr("13,542 concepts in 334 trees, short and wide."));
    column->addLayout(cards);
    column->addSpacing(8);
    auto* tips = new QHBoxLayout;
    tips->setSpacing(16);
    tips->addWidget(
        tip(tr("Find anything"), tr("Ctrl K finds commands, methods, objects and nodes in one list.")), 1);
    tips->addWidget(tip(tr("Everything is linked"),
                        tr("Hover or select in one view: the same nodes light up in all of them.")),
                    1);
    tips->addWidget(tip(tr("Everything is a command"),
                        tr("Each number and figure can be made again by horocycle-cli replay.")),
                    1);
    column->addLayout(tips);
    column->addSpacing(16);
    recovery_ = new Notice(Tone::Accent, "clock", {});
    auto* discard = recovery_->addButton(tr("Discard"), true);
    auto* recover = recovery_->addButton(tr("Recover"));
    connect(discard, &QPushButton::clicked, this, [this] {
        Documents::discardRecovery();
        refresh();
    });
    connect(recover, &QPushButton::clicked, &documents_, &Documents::recover);
    column->addWidget(recovery_);
    crashed_ = new Notice(Tone::Warn, "warning", {});
    connect(crashed_->addButton(tr("Switch it off"), true), &QPushButton::clicked, this,
            &StartPage::crashedOffRequested);
    connect(crashed_->addButton(tr("Show")), &QPushButton::clicked, this, &StartPage::pluginsRequested);
    crashed_->hide();
    column->addWidget(crashed_);
    column->addStretch(1);
    return right;
}

void StartPage::refresh() {
    fillRecent();
    const bool offer = !Documents::recoverable().isEmpty();
    recovery_->setVisible(offer);
    if (offer)
        recovery_->setText(tr("A session was open when the workbench stopped. Its last autosave is from %1.")
                               .arg(Documents::recoverableTime().toString("d MMM, HH:mm")));
}

void StartPage::setCrashedPlugins(const QStringList& names) {
    crashed_->setVisible(!names.isEmpty());
    if (names.size() == 1)
        crashed_->setText(
            tr("<b>%1</b> ended Horocycle while it was being opened.").arg(names.front().toHtmlEscaped()));
    else if (!names.isEmpty())
        crashed_->setText(tr("<b>%1</b> and %2 more ended Horocycle while they were being opened.")
                              .arg(names.front().toHtmlEscaped())
                              .arg(names.size() - 1));
}

void StartPage::fillRecent() {
    while (QLayoutItem* row = recentRows_->takeAt(0)) {
        delete row->widget();
        delete row;
    }
    const auto recent = documents_.recent();
    recentHead_->setVisible(!recent.isEmpty());
    for (const auto& document : recent.mid(0, recentShown)) {
        const bool file = QFileInfo::exists(document.source);
        auto* row = new StartRow(recentIcon(document.source),
                                 file ? QFileInfo(document.source).fileName() : document.source,
                                 shortFolder(document.source), agoText(document.when), false);
        connect(row, &QAbstractButton::clicked, this,
                [this, source = document.source] { Q_EMIT sourceChosen(source); });
        recentRows_->addWidget(row);
    }
}

}  // namespace horo::app
