// The head that every view has, with the same things at the same places.
#pragma once

#include <QtWidgets/QWidget>

#include <optional>

class QHBoxLayout;
class QMenu;

namespace horo::views {

class ElidedLabel;
class IconButton;
class Label;
class MenuButton;
class ThinProgressBar;

/// 32 px, left to right: icon, title, object (elides first), free space, the view's own control, drawn /
/// total, the menu of colours, link, settings, export.
class ViewHeader : public QWidget {
    Q_OBJECT

public:
    ViewHeader(const QString& iconName, const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    /// What the view shows, in grey behind the title.
    void setObjectText(const QString& object);
    /// A remark at the right in place of or before the counts; simple rich text.
    void setRemark(const QString& remark);
    /// What is drawn of how much; hidden with no value.
    void setCounts(std::optional<qint64> drawn, qint64 total = 0);
    /// The view's own control, for example the level.
    void setOwnControl(QWidget* control);
    /// Shows the menu of colours; `setColourText` says what is chosen.
    void setColourMenu(QMenu* menu);
    void setColourText(const QString& text);
    /// Views that cannot do one of these hide its button.
    void setButtonsVisible(bool link, bool settings, bool exporting);

    void setLinked(bool linked);
    bool isLinked() const;
    /// While something loads or runs: a line at the lower edge; a negative share where none can be told.
    void setBusy(std::optional<double> share);

    /// Shows a menu below the settings button until something is chosen.
    void popUpSettings(QMenu& menu);

    IconButton* settingsButton() const { return settings_; }
    IconButton* exportButton() const { return export_; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void linkToggled(bool linked);
    void settingsRequested();
    void exportRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void giveWay();

    QString iconName_;
    ElidedLabel* title_;
    ElidedLabel* object_;
    QWidget* own_ = nullptr;
    Label* remark_;
    Label* counts_;
    MenuButton* colour_;
    IconButton *link_, *settings_, *export_;
    ThinProgressBar* busy_;
    QHBoxLayout* row_;
};

}  // namespace horo::views
