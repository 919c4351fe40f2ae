#include "views/tangle/OtherHierarchy.h"

#include <algorithm>
#include <ranges>

namespace horo::views {

size_t sharedItems(const Hierarchy& a, const Hierarchy& b) {
    const auto ids = a.items()->ids();
    return static_cast<size_t>(
        std::count_if(ids.begin(), ids.end(), [&](ItemId id) { return b.items()->rowOf(id).has_value(); }));
}

std::shared_ptr<const Object> otherHierarchy(const Workspace& workspace, const Object& object) {
    const auto hierarchy = object.as<Hierarchy>();
    std::shared_ptr<const Object> best;
    size_t most = 0;
    for (const auto& other : std::views::reverse(workspace.objects)) {
        const auto candidate = other->id == object.id ? nullptr : other->as<Hierarchy>();
        if (!candidate || !hierarchy) continue;
        const size_t shared = sharedItems(*hierarchy, *candidate);
        if (shared > most) best = other, most = shared;
    }
    return best;
}

std::shared_ptr<const Report> comparisonOf(const Workspace& workspace, const std::string& a,
                                           const std::string& b) {
    for (const auto& object : std::views::reverse(workspace.objects)) {
        const auto report = object->as<Report>();
        if (!report || !object->madeBy || object->madeBy->method != "compare.hierarchies" ||
            object->madeBy->partial)
            continue;
        const auto& inputs = object->madeBy->inputs;
        const auto isInput = [&](const char* name, const std::string& id) {
            const auto found = inputs.find(name);
            return found != inputs.end() && found->second == id;
        };
        if ((isInput("a", a) && isInput("b", b)) || (isInput("a", b) && isInput("b", a))) return report;
    }
    return nullptr;
}

}  // namespace horo::views
