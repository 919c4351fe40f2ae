// What the window needs of the program's plugins, as functions, so that tests can make plugins up.
#pragma once

#include <QString>
#include <functional>
#include <string>
#include <vector>

#include "core/plugin/plugin.h"

namespace horo::app {

/// Functions that are not set: there are no plugins.
struct PluginAccess {
    std::function<std::vector<Plugin>()> all;
    std::function<Result<void>(const std::string& id, bool off)> setOff;
    std::function<Result<void>(const std::string& id)> tryAgain;
    QString folder;  ///< where a person puts plugins
};

}  // namespace horo::app
