// The border between Horocycle and a plugin's library.
#pragma once

#include "core/base/offer.h"
#include "core/io/reader.h"
#include "core/method/method.h"
#include "core/plugin/fingerprint.h"

namespace horo {

/// What a library's entry function returns. The lists live as long as the program, since plugins are never
/// closed.
struct PluginEntry {
    int api = pluginApi;
    const Offer<Method>* methods = nullptr;
    const Offer<Reader>* readers = nullptr;
};

/// The name of the entry function, `const PluginEntry*()`; horocycle_add_plugin writes it.
constexpr const char* pluginEntryName = "horocycle_plugin_entry";

}  // namespace horo
