// What the hover card says about a unit of a text.
#pragma once

#include "views/kit/HoverCard.h"
#include "views/text/UnitText.h"

namespace horo::views {

/// Its text with spaces and line ends made visible, where it starts and ends, how often its label occurs.
HoverContent unitCard(const UnitText& text, size_t level, size_t unit);

/// A label on one line: spaces as dots, line ends as pilcrows, no more than `longest` characters.
QString visibleLabel(const std::string& label, int longest);

}  // namespace horo::views
