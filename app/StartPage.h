// The first page: open, drop, recent at the left, samples at the right.
#pragma once

#include <QWidget>

#include "app/Documents.h"

class QVBoxLayout;

namespace horo::views {
class Notice;
}

namespace horo::app {

class StartPage : public QWidget {
    Q_OBJECT
public:
    explicit StartPage(Documents& documents, QWidget* parent = nullptr);
    /// Reads the recent list and the recovery anew.
    void refresh();
    /// A quiet line about plugins that ended the program while they were opened; none: no line.
    void setCrashedPlugins(const QStringList& names);

Q_SIGNALS:
    void openRequested();
    void sourceChosen(const QString& source);
    void sampleChosen(const QString& source);
    void crashedOffRequested();  ///< switch the plugins of that line off
    void pluginsRequested();     ///< show them

private:
    QWidget* makeLeft();
    QWidget* makeSamples();
    void fillRecent();

    Documents& documents_;
    QVBoxLayout* recentRows_ = nullptr;
    QWidget* recentHead_ = nullptr;
    views::Notice* recovery_ = nullptr;
    views::Notice* crashed_ = nullptr;
};

}  // namespace horo::app
