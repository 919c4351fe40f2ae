// The page of plugins in the window, and what follows when a plugin is switched.
#include <QDesktopServices>
#include <QDir>
#include <QStackedWidget>
#include <QUrl>

#include "app/DockArea.h"
#include "app/HelpPanel.h"
#include "app/JobsStrip.h"
#include "app/MainWindow.h"
#include "app/PluginsPage.h"
#include "app/StartPage.h"
#include "app/TopBar.h"

namespace horo::app {

void MainWindow::connectPlugins() {
    connect(plugins_, &PluginsPage::closed, this, &MainWindow::closePlugins);
    connect(plugins_, &PluginsPage::changed, this, &MainWindow::pluginsChanged);
    connect(plugins_, &PluginsPage::failed, this, &MainWindow::report);
    connect(plugins_, &PluginsPage::helpRequested, this, [this] { help_->showPage("plugins"); });
    connect(plugins_, &PluginsPage::methodChosen, this, [this](const std::string& id) {
        showWorkspace(true);
        chooseMethod(id);
    });
    connect(plugins_, &PluginsPage::folderRequested, this, [this](const QString& folder) {
        if (!QDir().mkpath(folder) || !QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
            note(tr("No program opens folders here. The folder is %1").arg(folder));
    });
    connect(start_, &StartPage::pluginsRequested, this, &MainWindow::showPlugins);
    connect(start_, &StartPage::crashedOffRequested, this, [this] {
        for (const auto& plugin : pluginAccess_.all())
            if (plugin.crashed && !plugin.off) plugins_->setOff(plugin.description.id, true);
    });
    pluginsChanged();
}

void MainWindow::showPlugins() {
    plugins_->refresh();
    if (pages_->currentWidget() != plugins_) behindPlugins_ = pages_->currentWidget();
    pages_->setCurrentWidget(plugins_);
    topBar_->setWorkspaceShown(false);
    plugins_->setFocus();
}

void MainWindow::closePlugins() {
    showWorkspace(behindPlugins_ == docks_);
}

void MainWindow::pluginsChanged() {
    fillMethods();
    fillViewTypes();
    docks_->sync();  // views of a type that was not there until now
    QStringList crashed;
    for (const auto& plugin : pluginAccess_.all ? pluginAccess_.all() : std::vector<Plugin>())
        if (plugin.crashed && !plugin.off) crashed << QString::fromStdString(plugin.description.name);
    start_->setCrashedPlugins(crashed);
}

}  // namespace horo::app
