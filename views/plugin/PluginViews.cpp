#include "views/plugin/PluginViews.h"

#include <dlfcn.h>

#include "views/plugin/ViewApi.h"
#include "views/plugin/ViewFingerprint.h"

namespace horo::views {

namespace {

Result<std::vector<std::string>> takeViews(void* library) {
    std::vector<std::string> names;
    using Entry = const Offer<ViewClass>* (*)();
    const auto entry = reinterpret_cast<Entry>(dlsym(library, viewEntryName));
    if (!entry) return names;
    for (const auto* offer = entry(); offer; offer = offer->next()) {
        ViewType type = offer->make()->type();
        names.push_back("view:" + type.type);
        if (auto added = addViewType(std::move(type)); !added) return added.error();
    }
    return names;
}

}  // namespace

PluginHost workbenchHost() {
    PluginHost host;
    const BuildFacts own = viewFingerprint();
    host.facts.insert(own.begin(), own.end());
    host.take = takeViews;
    return host;
}

}  // namespace horo::views
