// What a plugin offers, made by its own code.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "core/io/reader.h"
#include "core/method/method.h"
#include "core/plugin/plugin.h"

namespace horo {

struct PluginContents {
    std::vector<std::unique_ptr<const Method>> methods;
    std::vector<std::unique_ptr<const Reader>> readers;
    void* library = nullptr;  ///< null for outside programs
};

/// Opens the library (all symbols at once, seen by nobody else) or reads the descriptions of programs.
/// Nothing that the plugin throws gets out. Error: a missing library or symbol, no entry function, an
/// exception, a declaration that is not complete, as a sentence.
Result<PluginContents> openPlugin(const PluginDescription& description);

/// Runs `call` and turns what it throws into an error that says who failed.
Result<void> guardPlugin(const std::string& what, const std::function<void()>& call);

}  // namespace horo
