#include "app/TopBar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QPainter>
#include <QTabBar>

#include "views/kit/Buttons.h"
#include "views/kit/Ground.h"
#include "views/kit/KeyCap.h"
#include "views/kit/Label.h"
#include "views/theme/Icons.h"
#include "views/theme/Metrics.h"
#include "views/theme/Shapes.h"
#include "views/theme/Theme.h"

namespace horo::app {

using namespace views;

namespace {

constexpr int findWidth = 260;

class Logo : public QWidget {
public:
    Logo() { setFixedSize(20, 20); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        paintLogo(painter, rect());
    }
};

/// Looks like a search field and opens the palette.
class FindButton : public QAbstractButton {
public:
    explicit FindButton(const QString& text) {
        setText(text);
        setAccessibleName(text);
        setFixedSize(findWidth, metrics::fieldHeight);
        setCursor(Qt::IBeamCursor);
        setFocusPolicy(Qt::NoFocus);  // Ctrl+K opens it from everywhere
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 6, 0);
        row->addStretch(1);
        auto* key = new KeyCap(QStringLiteral("Ctrl+K"));
        key->setAttribute(Qt::WA_TransparentForMouseEvents);
        row->addWidget(key);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paintBox(painter, rect(), metrics::fieldRadius, colour(Token::Field),
                 colour(hasFocus() ? Token::Accent : Token::Line2));
        paintIcon(painter, QRectF(9, (height() - 14) / 2.0, 14, 14), QStringLiteral("search"),
                  colour(Token::T2));
        painter.setPen(colour(Token::T3));
        painter.drawText(rect().adjusted(30, 0, -52, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(text(), Qt::ElideRight, width() - 86));
    }
};

}  // namespace

TopBar::TopBar(QWidget* parent) : QWidget(parent) {
    setFixedHeight(metrics::topBarHeight);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::panelPadding, 0, 8, 0);
    row->setSpacing(4);
    row->addWidget(new Logo);
    row->addSpacing(8);
    menus_ = new QMenuBar;
    menus_->setNativeMenuBar(false);
    menus_->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    row->addWidget(menus_);
    row->addStretch(1);
    tabs_ = new QTabBar;
    tabs_->setDrawBase(false);
    tabs_->setExpanding(false);
    tabs_->setAccessibleName(tr("Perspectives"));
    row->addWidget(tabs_);
    auto* plus = new IconButton("add", tr("Save this arrangement as a perspective"));
    plus_ = plus;
    row->addWidget(plus);
    row->addStretch(2);
    session_ = new Label({}, FontRole::Base, Token::T2);
    row->addWidget(session_);
    row->addSpacing(8);
    undo_ = new IconButton("undo", tr("Undo"));
    redo_ = new IconButton("redo", tr("Redo"));
    row->addWidget(undo_);
    row->addWidget(redo_);
    row->addSpacing(4);
    auto* find = new FindButton(tr("Find a command, method, node"));
    find_ = find;
    row->addWidget(find);
    connect(find, &QAbstractButton::clicked, this, &TopBar::paletteRequested);
    connect(plus, &QToolButton::clicked, this, &TopBar::perspectiveAdded);
    connect(tabs_, &QTabBar::tabBarClicked, this, [this](int index) {
        if (index >= 0) Q_EMIT perspectiveChosen(tabs_->tabText(index));
    });
}

void TopBar::setPerspectives(const QStringList& names, const QString& current) {
    while (tabs_->count() > 0)
        tabs_->removeTab(0);
    for (const QString& name : names)
        tabs_->addTab(name);
    tabs_->setCurrentIndex(std::max<int>(0, static_cast<int>(names.indexOf(current))));
}

void TopBar::setWorkspaceShown(bool shown) {
    tabs_->setVisible(shown);
    plus_->setVisible(shown);
    session_->setVisible(shown);
}

void TopBar::setSessionName(const QString& name, bool modified) {
    session_->setText(modified ? name + QStringLiteral(" •") : name);
    session_->setToolTip(modified ? tr("Changed since it was saved") : QString());
}

void TopBar::setUndo(QAction* undo, QAction* redo) {
    const auto bind = [](QWidget* widget, QAction* action) {
        auto* button = static_cast<IconButton*>(widget);
        const auto sync = [button, action] {
            button->setEnabled(action->isEnabled());
            button->setToolTip(QStringLiteral("%1  %2").arg(
                action->text(), action->shortcut().toString(QKeySequence::NativeText)));
        };
        connect(action, &QAction::changed, button, sync);
        connect(button, &QToolButton::clicked, action, &QAction::trigger);
        sync();
    };
    bind(undo_, undo);
    bind(redo_, redo);
}

void TopBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), colour(Token::Win));
    paintEdge(painter, rect(), Qt::BottomEdge, colour(Token::Line));
}

}  // namespace horo::app
