// The entry function of a plugin; part of each by horocycle_add_plugin.
#include "core/plugin/plugin_api.h"
#ifdef HOROCYCLE_PLUGIN_VIEWS
#include "views/plugin/ViewApi.h"
#endif

extern "C" __attribute__((visibility("default"))) const horo::PluginEntry* horocycle_plugin_entry() {
    static const horo::PluginEntry entry{horo::pluginApi, horo::Offer<horo::Method>::newest(),
                                         horo::Offer<horo::Reader>::newest()};
    return &entry;
}

#ifdef HOROCYCLE_PLUGIN_VIEWS
extern "C" __attribute__((visibility("default"))) const horo::Offer<horo::views::ViewClass>*
horocycle_view_entry() {
    return horo::Offer<horo::views::ViewClass>::newest();
}
#endif
