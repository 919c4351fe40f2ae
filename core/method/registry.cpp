#include "core/method/registry.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace horo {

Context::~Context() = default;
Method::~Method() = default;

namespace {

Registry builtIn() {
    Registry registry;
    for (const auto* offer = Offer<Method>::newest(); offer; offer = offer->next())
        if (auto added = registry.add(offer->make(), "built-in"); !added) {
            std::fprintf(stderr, "%s\n", added.error().text().c_str());
            std::abort();  // cannot be shipped: the tests run this
        }
    return registry;
}

}  // namespace

Registry& Registry::global() {
    static Registry registry = builtIn();
    return registry;
}

Result<void> Registry::add(std::unique_ptr<const Method> method, std::string origin) {
    const std::string& id = method->declaration().id;
    if (const auto complete = requireComplete(method->declaration()); !complete) return complete.error();
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

std::string Registry::originOf(const Method& method) const {
    const auto found =
        std::ranges::find(entries_, &method, [](const Entry& entry) { return entry.method.get(); });
    return found == entries_.end() ? std::string() : found->origin;
}

}  // namespace horo
