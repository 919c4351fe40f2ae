// The page of plugins: where they are put, and what became of each.
#pragma once

#include <QWidget>
#include <vector>

#include "app/PluginAccess.h"

class QScrollArea;
class QVBoxLayout;

namespace horo::views {
class EmptyState;
}

namespace horo::app {

class PluginCard;

class PluginsPage : public QWidget {
    Q_OBJECT
public:
    explicit PluginsPage(PluginAccess access, QWidget* parent = nullptr);

    /// Asks for the plugins anew and shows them; cards of the same plugins stay.
    void refresh();
    const std::vector<PluginCard*>& cards() const { return cards_; }
    /// Switches a plugin, or tries one again that ended the program; then `changed` or `failed` comes.
    void setOff(const std::string& id, bool off);
    void tryAgain(const std::string& id);

Q_SIGNALS:
    void methodChosen(const std::string& id);
    void helpRequested();
    void folderRequested(const QString& folder);
    void closed();
    void changed();  ///< a plugin was switched, so there may be other methods, readers and views
    void failed(const QString& what, const horo::Error& error);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeHead();
    QWidget* makeFolderLine();
    void makeCards(const std::vector<Plugin>& plugins);
    void fillNotices(const std::vector<Plugin>& plugins);
    void take(const QString& what, const Result<void>& result);

    PluginAccess access_;
    QVBoxLayout *notices_, *list_;
    QWidget* empty_;
    std::vector<PluginCard*> cards_;
};

}  // namespace horo::app
