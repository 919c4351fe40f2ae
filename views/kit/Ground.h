// The colour that a widget stands on.
#pragma once

#include "views/theme/Tokens.h"

class QWidget;

namespace horo::views {

/// Fills the widget with a colour of the theme, now and after each change of theme. For a list, tree or table
/// it is the colour of the rows' ground and of the head.
void setGround(QWidget& widget, Token token);

}  // namespace horo::views
