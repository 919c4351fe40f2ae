// The bundled fonts, by role.
#pragma once

#include <QtGui/QFont>

#include "views/theme/Tokens.h"

namespace horo::views {

/// Makes the bundled fonts known to Qt. Called by `ThemeSource::install`; needs a QGuiApplication.
void loadFonts();

/// The font for a role. `weight` other than the role's own marks values and active names (500) or what is
/// selected (600). Digits have equal widths in all but Display.
QFont font(FontRole role);
QFont font(FontRole role, QFont::Weight weight);

/// Distance from one line of text to the next.
int lineHeight(FontRole role);

}  // namespace horo::views
