// The border between Horocycle's views and a plugin's library; the entry function is written by
// horocycle_add_plugin(... VIEWS).
#pragma once

#include "views/view/PaintedView.h"
#include "views/view/ViewClass.h"

namespace horo::views {

/// The name of the entry function, `const Offer<ViewClass>*()`.
constexpr const char* viewEntryName = "horocycle_view_entry";

}  // namespace horo::views
