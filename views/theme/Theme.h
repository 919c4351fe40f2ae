// Colours and fonts of the workbench, by name.
#pragma once

#include <QtGui/QColor>
#include <QtGui/QFont>
#include <QtGui/QPalette>

#include <array>
#include <optional>

#include "views/theme/Tokens.h"

namespace horo::views {

/// An immutable set of colours. Ask `current()` when painting, never keep a colour.
class Theme {
public:
    /// Blur and distance of the shadow that popups cast.
    struct ShadowShape {
        int offset = 0;
        int blur = 0;
    };

    /// The theme in use; the light one before `ThemeSource::install`.
    static const Theme& current();

    /// Reads a theme file: `dark`, `colours` by the names of `tokenName`, `shadow`. Nothing if a colour is
    /// missing or not a colour; `problem` then says which.
    static std::optional<Theme> fromJson(const QByteArray& text, QString* problem = nullptr);
    /// One of the two themes that are built in.
    static Theme builtIn(bool dark);

    bool isDark() const { return dark_; }
    QColor colour(Token token) const { return colours_[static_cast<size_t>(token)]; }
    /// The same colour with another opacity, 0 to 1.
    QColor colour(Token token, double opacity) const;
    ShadowShape shadow() const { return shadow_; }

    /// The palette that carries these colours to Qt's own widgets.
    QPalette palette() const;

private:
    bool dark_ = false;
    std::array<QColor, static_cast<size_t>(Token::Count)> colours_;
    ShadowShape shadow_;
};

/// The name of a colour in theme files, for example "accentSoft".
const char* tokenName(Token token);

/// Short for `Theme::current().colour(token)`.
inline QColor colour(Token token) {
    return Theme::current().colour(token);
}

}  // namespace horo::views
