// One plugin on the page of plugins.
#pragma once

#include <QWidget>

#include "core/plugin/plugin.h"

class QGridLayout;

namespace horo::views {
class ElidedLabel;
class Label;
class SegmentedControl;
class Tag;
}  // namespace horo::views

namespace horo::app {

/// Name, what it offers, where it lies, its state with the reason, and a switch.
class PluginCard : public QWidget {
    Q_OBJECT
public:
    explicit PluginCard(const Plugin& plugin, QWidget* parent = nullptr);

    /// Other facts about the same plugin; nothing loses the focus.
    void setPlugin(const Plugin& plugin);
    const Plugin& plugin() const { return plugin_; }
    /// What stands under the summary about the state, or an empty text.
    QString remark() const;

Q_SIGNALS:
    void methodChosen(const std::string& id);
    void switched(bool on);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    views::Label* addFact(const QString& name, QWidget* value = nullptr);
    QString offersText() const;

    Plugin plugin_;
    QGridLayout* facts_;
    views::ElidedLabel* name_;
    views::Label *version_, *summary_, *remark_, *offers_, *needs_, *by_;
    views::ElidedLabel* file_;
    views::Tag* state_;
    views::SegmentedControl* switch_;
};

/// The state in one word, and its colour.
QString pluginStateWord(const Plugin& plugin);

}  // namespace horo::app
