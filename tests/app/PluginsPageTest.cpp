// The page of plugins with plugins in every state.
#include "app/PluginsPage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include "app/MainWindow.h"
#include "app/PluginCard.h"
#include "tests/app/MadeUpPlugins.h"
#include "tests/views/TestMain.h"
#include "views/kit/Buttons.h"
#include "views/kit/EmptyState.h"
#include "views/kit/Label.h"
#include "views/kit/Notice.h"
#include "views/kit/SegmentedControl.h"

using namespace horo;
using namespace horo::app;

class PluginsPageTest : public views::ViewTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName("HorocycleTest");
        QCoreApplication::setApplicationName("PluginsPageTest");
        QSettings().clear();
    }

    void saysTheStateInAWordAndASentence() {
        auto plugins = madeUpPlugins();
        PluginsPage page(accessTo(plugins));
        QCOMPARE(page.cards().size(), plugins.size());
        QStringList words;
        for (const auto* card : page.cards())
            words << pluginStateWord(card->plugin());
        QCOMPARE(words, QStringList({"loaded", "found", "refused", "failed", "refused", "refused"}));
        QCOMPARE(page.cards()[0]->remark(), QString());
        QCOMPARE(page.cards()[1]->remark(), QString("It is switched off."));
        QCOMPARE(page.cards()[5]->remark(), QString("It has no field 'id'."));
        // What has no id cannot be switched.
        QVERIFY(!page.cards()[0]->findChild<views::SegmentedControl*>()->isHidden());
        QVERIFY(page.cards()[5]->findChild<views::SegmentedControl*>()->isHidden());
    }

    void whatIsSwitchedOffStaysLoadedUntilTheEnd() {
        auto plugins = madeUpPlugins();
        PluginsPage page(accessTo(plugins));
        QSignalSpy changed(&page, &PluginsPage::changed);
        PluginCard* card = page.cards()[0];
        card->findChild<views::SegmentedControl*>()->setCurrent(1);
        QCOMPARE(changed.count(), 1);
        QVERIFY(plugins[0].off);
        QCOMPARE(page.cards()[0], card);
        QVERIFY(card->remark().contains("stays loaded until Horocycle ends"));
        card->findChild<views::SegmentedControl*>()->setCurrent(0);
        QCOMPARE(changed.count(), 2);
        QCOMPARE(card->remark(), QString());
    }

    void aSwitchThatDoesNotWorkSpringsBack() {
        auto plugins = madeUpPlugins();
        PluginsPage page(accessTo(plugins));
        QSignalSpy changed(&page, &PluginsPage::changed), failed(&page, &PluginsPage::failed);
        auto* onOff = page.cards()[3]->findChild<views::SegmentedControl*>();
        onOff->setCurrent(1);
        QCOMPARE(changed.count(), 0);
        QCOMPARE(failed.count(), 1);
        QCOMPARE(onOff->current(), 0);
    }

    void aCrashIsToldAtTheTopUntilItIsDealtWith() {
        auto plugins = madeUpPlugins();
        PluginsPage page(accessTo(plugins));
        page.show();
        QCOMPARE(notices(page).size(), 1);
        QVERIFY(notices(page).front()->accessibleName().startsWith("Bold <moves> ended"));
        press(*notices(page).front(), "Try again");
        QVERIFY(!plugins[4].crashed);
        QVERIFY(notices(page).isEmpty());
        plugins[4].crashed = true;
        page.refresh();
        press(*notices(page).front(), "Switch it off");
        QVERIFY(plugins[4].off);
        QVERIFY(notices(page).isEmpty());
    }

    void methodsOfALoadedPluginAreLinks() {
        auto plugins = madeUpPlugins();
        PluginsPage page(accessTo(plugins));
        QSignalSpy chosen(&page, &PluginsPage::methodChosen);
        auto* offers = named<views::Label>(*page.cards()[0], "What it offers");
        QVERIFY(offers->text().contains("href=\"chunk.spaces\""));
        QVERIFY(offers->text().contains("the view radii"));
        QVERIFY(!named<views::Label>(*page.cards()[2], "What it offers")->text().contains("href"));
        Q_EMIT offers->linkActivated("chunk.spaces");
        QCOMPARE(chosen.count(), 1);
    }

    void thePathOfAPluginIsCopied() {
        auto plugins = madeUpPlugins();
        PluginsPage page(accessTo(plugins));
        named<views::IconButton>(*page.cards()[0], "Copy the path")->click();
        QCOMPARE(QGuiApplication::clipboard()->text().toStdString(), plugins[0].description.file.string());
    }

    void withoutPluginsItSaysTheNextStep() {
        std::vector<Plugin> none;
        PluginsPage page(accessTo(none));
        page.resize(900, 700);
        page.show();
        auto* empty = page.findChild<views::EmptyState*>();
        QVERIFY(empty->isVisible());
        QSignalSpy help(&page, &PluginsPage::helpRequested);
        press(*empty, "How to write one");
        QCOMPARE(help.count(), 1);
        none = madeUpPlugins();
        page.refresh();
        QVERIFY(!empty->isVisible());
        QCOMPARE(page.cards().size(), size_t(6));
    }

    void everyControlHasANameAndTabReachesTheCards() {
        auto plugins = madeUpPlugins();
        PluginsPage page(accessTo(plugins));
        page.resize(900, 700);
        page.show();
        page.setFocus();
        QStringList order;
        for (QWidget* at = page.focusProxy(); order.size() < 60; at = at->nextInFocusChain()) {
            if (!at->isVisible() || !(at->focusPolicy() & Qt::TabFocus)) continue;
            order << (at->accessibleName().isEmpty() ? at->metaObject()->className() : at->accessibleName());
        }
        auto* copy = named<views::IconButton>(*page.cards()[0], "Copy the path");
        copy->setFocus();
        QTest::keyClick(copy, Qt::Key_Return);
        QCOMPARE(QGuiApplication::clipboard()->text().toStdString(), plugins[0].description.file.string());
        QVERIFY(order.contains("Copy the path"));
        QVERIFY(order.contains("What it offers"));
        const auto buttons = page.findChildren<views::IconButton*>();
        for (const auto* button : buttons)
            QVERIFY(!button->accessibleName().isEmpty());
    }

    void theWindowShowsItAndComesBack() {
        auto plugins = madeUpPlugins();
        MainWindow window(accessTo(plugins));
        window.show();
        QVERIFY(!window.plugins().isVisible());
        window.showPlugins();
        QVERIFY(window.plugins().isVisible());
        QTest::keyClick(&window.plugins(), Qt::Key_Escape);
        QVERIFY(!window.plugins().isVisible());
        // The start page tells of the crash and offers to switch the plugin off.
        const auto told = [&window]() -> QWidget* {
            for (auto* notice : window.findChildren<views::Notice*>())
                if (notice->isVisible() && notice->accessibleName().contains("Bold")) return notice;
            return nullptr;
        };
        QVERIFY(told());
        press(*told(), "Switch it off");
        QVERIFY(plugins[4].off);
        QVERIFY(!told());
    }

private:
    static QList<views::Notice*> notices(const PluginsPage& page) {
        QList<views::Notice*> shown;
        for (auto* notice : page.findChildren<views::Notice*>())
            if (!notice->isHidden()) shown << notice;
        return shown;
    }

    static void press(QWidget& parent, const QString& text) {
        for (auto* button : parent.findChildren<QPushButton*>())
            if (button->text() == text) return button->click();
        QFAIL(qPrintable("there is no button " + text));
    }

    template <class Class>
    static Class* named(const QWidget& parent, const QString& name) {
        for (auto* each : parent.findChildren<Class*>())
            if (each->accessibleName() == name) return each;
        return nullptr;
    }
};

HOROCYCLE_TEST_MAIN(PluginsPageTest)
#include "PluginsPageTest.moc"
