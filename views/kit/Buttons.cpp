#include "views/kit/Buttons.h"

#include "views/theme/Icons.h"
#include "views/theme/Metrics.h"

namespace horo::views {

PrimaryButton::PrimaryButton(const QString& text, const QString& iconName, QWidget* parent)
    : QPushButton(parent), label_(text), iconName_(iconName) {
    setProperty("primary", true);
    refresh();
}

void PrimaryButton::setAction(const QString& text, const QString& iconName) {
    label_ = text;
    iconName_ = iconName;
    refresh();
}

void PrimaryButton::setMissing(const QString& sentence) {
    missing_ = sentence;
    refresh();
}

void PrimaryButton::refresh() {
    const bool ready = missing_.isEmpty();
    setEnabled(ready);
    setText(ready ? label_ : missing_);
    setIcon(ready && !iconName_.isEmpty() ? views::icon(iconName_, Token::OnAccent) : QIcon());
    setAccessibleName(ready ? label_ : label_ + QStringLiteral(": ") + missing_);
}

PlainButton::PlainButton(const QString& text, const QString& iconName, QWidget* parent)
    : QPushButton(text, parent) {
    if (!iconName.isEmpty()) setIcon(views::icon(iconName, Token::T1));
}

IconButton::IconButton(const QString& iconName, const QString& text, QWidget* parent)
    : QToolButton(parent), text_(text) {
    setIcon(views::icon(iconName));
    setIconExtent(metrics::smallIconSize);
    setToolTip(text);
    setAccessibleName(text);
    setFocusPolicy(Qt::TabFocus);
    setAutoRaise(true);
}

void IconButton::setShortcutText(const QString& shortcut) {
    setToolTip(shortcut.isEmpty() ? text_ : QStringLiteral("%1 (%2)").arg(text_, shortcut));
}

}  // namespace horo::views
