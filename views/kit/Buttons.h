// The two buttons under a form, and the small ones in headers.
#pragma once

#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

namespace horo::views {

/// The one button of a panel that does what the panel is for.
class PrimaryButton : public QPushButton {
    Q_OBJECT

public:
    explicit PrimaryButton(const QString& text, const QString& iconName = {}, QWidget* parent = nullptr);

    /// Changes what the button does, for example from Run to Pause.
    void setAction(const QString& text, const QString& iconName = {});

    /// While something is missing the button is off and says so; an empty text ends that.
    void setMissing(const QString& sentence);
    const QString& missing() const { return missing_; }

private:
    void refresh();

    QString label_, iconName_, missing_;
};

/// Any other button.
class PlainButton : public QPushButton {
    Q_OBJECT

public:
    explicit PlainButton(const QString& text, const QString& iconName = {}, QWidget* parent = nullptr);
};

/// A 24 px button that shows only an icon. Its tooltip is the text and the shortcut.
class IconButton : public QToolButton {
    Q_OBJECT

public:
    IconButton(const QString& iconName, const QString& text, QWidget* parent = nullptr);

    /// Shown in the tooltip; the action itself belongs to whoever handles it.
    void setShortcutText(const QString& shortcut);
    /// Header icons are 14 px, chevrons 12.
    void setIconExtent(int extent) { setIconSize({extent, extent}); }

private:
    QString text_;
};

}  // namespace horo::views
