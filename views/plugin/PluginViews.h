// Views that plugins bring.
#pragma once

#include "core/plugin/plugins.h"

namespace horo::views {

/// What the workbench has for plugins: Qt, the interface of the views, and a place for theirs.
PluginHost workbenchHost();

}  // namespace horo::views
