// Decides which theme is in use and tells everybody.
#pragma once

#include <QtCore/QObject>

class QApplication;

namespace horo::views {

enum class ThemeChoice { System, Light, Dark };

/// One a program. The environment variable HOROCYCLE_THEME (light or dark) wins over the preference.
class ThemeSource : public QObject {
    Q_OBJECT

public:
    static ThemeSource& instance();

    /// Loads the fonts, sets style, palette, font and icon of the program. Call once, before the first
    /// widget.
    void install(QApplication& application, ThemeChoice choice = ThemeChoice::System);

    /// The preference; takes effect at once.
    void choose(ThemeChoice choice);
    ThemeChoice choice() const { return choice_; }

    /// Motion can be switched off by one preference: all durations are then 0.
    void setMotion(bool on) { motion_ = on; }
    /// `milliseconds`, or 0 where motion is off.
    int duration(int milliseconds) const { return motion_ ? milliseconds : 0; }

Q_SIGNALS:
    /// `Theme::current()` is the new one and Qt's palette is set; repaint what is cached.
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    ThemeSource() = default;
    bool wantsDark() const;
    void readSystem();
    void apply();

    QApplication* application_ = nullptr;
    ThemeChoice choice_ = ThemeChoice::System;
    bool systemIsDark_ = false;
    bool reading_ = false;
    bool motion_ = true;
};

}  // namespace horo::views
