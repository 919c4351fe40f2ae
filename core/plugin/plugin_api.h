// The border between Horocycle and a plugin's library.
#pragma once

#include "core/base/offer.h"
#include "core/io/reader.h"
#include "core/method/method.h"

namespace horo {

/// Grows by one when something at the border changes its meaning; what is there is never taken away.
constexpr int pluginApi = 1;

/// What a library's entry function returns; lists live as long as the program, as plugins are never closed.
struct PluginEntry {
    int api = pluginApi;
    const Offer<Method>* methods = nullptr;
    const Offer<Reader>* readers = nullptr;
};

/// The name of the entry function, `const PluginEntry* ()`. The build writes it (installer/cmake).
constexpr const char* pluginEntryName = "horocycle_plugin_entry";

}  // namespace horo
