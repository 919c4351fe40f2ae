#include "views/theme/ThemeSource.h"

#include <QtCore/QEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QToolTip>

#include "views/theme/Fonts.h"
#include "views/theme/Icons.h"
#include "views/theme/Resources.h"
#include "views/theme/Theme.h"
#include "views/theme/WorkbenchStyle.h"

namespace horo::views {

namespace {

Theme& currentTheme() {
    static Theme theme = Theme::builtIn(false);
    return theme;
}

}  // namespace

const Theme& Theme::current() {
    return currentTheme();
}

ThemeSource& ThemeSource::instance() {
    static ThemeSource source;
    return source;
}

void ThemeSource::install(QApplication& application, ThemeChoice choice) {
    application_ = &application;
    choice_ = choice;
    loadFonts();
    readSystem();
    currentTheme() = Theme::builtIn(wantsDark());
    QApplication::setStyle(new WorkbenchStyle);
    QApplication::setFont(font(FontRole::Base));
    QApplication::setWindowIcon(applicationIcon());
    application.installEventFilter(this);
    apply();
}

void ThemeSource::choose(ThemeChoice choice) {
    choice_ = choice;
    if (wantsDark() != Theme::current().isDark()) {
        currentTheme() = Theme::builtIn(wantsDark());
        apply();
    }
}

bool ThemeSource::wantsDark() const {
    const QByteArray forced = qgetenv("HOROCYCLE_THEME").toLower();
    if (forced == "dark") return true;
    if (forced == "light") return false;
    return choice_ == ThemeChoice::System ? systemIsDark_ : choice_ == ThemeChoice::Dark;
}

// Qt 6.4 does not tell the system's colour scheme, but the palette of the platform does. It shows only
// while the program sets none of its own.
void ThemeSource::readSystem() {
    reading_ = true;
    QApplication::setPalette(QPalette());
    systemIsDark_ = QApplication::palette().color(QPalette::Window).lightnessF() < 0.5f;
    reading_ = false;
}

void ThemeSource::apply() {
    if (!application_) return;
    const QPalette palette = Theme::current().palette();
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    QToolTip::setFont(font(FontRole::Meta));
    Q_EMIT changed();
    for (QWidget* widget : QApplication::allWidgets())
        widget->update();
}

bool ThemeSource::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ThemeChange && watched->isWindowType() && !reading_ &&
        choice_ == ThemeChoice::System) {
        const bool before = systemIsDark_;
        readSystem();
        if (before != systemIsDark_) currentTheme() = Theme::builtIn(wantsDark());
        apply();
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace horo::views
