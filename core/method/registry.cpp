#include "core/method/registry.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace horo {

Context::~Context() = default;
Method::~Method() = default;

Registry& Registry::global() {
    static Registry registry;
    return registry;
}

Result<void> Registry::add(std::unique_ptr<const Method> method, std::string origin) {
    const std::string& id = method->declaration().id;
    const auto place = std::ranges::lower_bound(
        entries_, id, {},
        [](const Entry& entry) -> const std::string& { return entry.method->declaration().id; });
    if (place != entries_.end() && place->method->declaration().id == id)
        return inputError(fmt::format("a method called {} is there already (from {})", id, place->origin),
                          "give it another id");
    entries_.insert(place, {std::move(method), std::move(origin)});
    return {};
}

Result<const Method*> Registry::find(std::string_view id) const {
    std::vector<std::string> known;
    for (const auto& entry : entries_) {
        if (entry.method->declaration().id == id) return entry.method.get();
        known.push_back(entry.method->declaration().id);
    }
    const auto nearest = nearestName(id, known);
    return usageError(
        fmt::format("there is no method '{}'", id),
        nearest.empty() ? "see 'horocycle-cli methods'" : fmt::format("did you mean '{}'?", nearest));
}

BuiltIn::BuiltIn(std::unique_ptr<const Method> method) {
    if (auto added = Registry::global().add(std::move(method), "built-in"); !added) {
        std::fprintf(stderr, "%s\n", added.error().text().c_str());
        std::abort();  // two built-in methods of one id: cannot be shipped
    }
}

}  // namespace horo
