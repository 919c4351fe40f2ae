// What else must be equal for a plugin with views. Compiled into both sides, as core/plugin/fingerprint.h is.
#pragma once

#include <QtCore/qconfig.h>
#include <QtCore/qtcoreversion.h>

#include "core/plugin/fingerprint.h"

namespace horo::views {

/// The facts of the build with Qt and the interface of the views.
[[maybe_unused]] static std::map<std::string, std::string> viewFingerprint() {
    auto facts = buildFingerprint();
    facts["views"] = HOROCYCLE_VIEW_INTERFACE;
    facts["qt"] = QTCORE_VERSION_STR;
    return facts;
}

}  // namespace horo::views
