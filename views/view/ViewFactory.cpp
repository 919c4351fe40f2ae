#include "views/view/ViewFactory.h"

#include <fmt/format.h>

#include <algorithm>

#include "views/view/ViewClass.h"

namespace horo::views {

namespace {

std::vector<ViewType>& table() {
    static std::vector<ViewType> types = [] {
        std::vector<ViewType> own;
        for (const auto* offer = Offer<ViewClass>::newest(); offer; offer = offer->next())
            own.push_back(offer->make()->type());
        std::ranges::sort(own, {}, &ViewType::type);
        return own;
    }();
    return types;
}

}  // namespace

const std::vector<ViewType>& viewTypes() {
    return table();
}

std::shared_ptr<const Object> newestFor(const ViewType& type, const Workspace& workspace) {
    for (const Kind kind : type.kinds)
        for (auto object = workspace.objects.rbegin(); object != workspace.objects.rend(); ++object)
            if ((*object)->kind() == kind) return *object;
    return nullptr;
}

const ViewType* findViewType(const std::string& type) {
    const auto found = std::ranges::find(table(), type, &ViewType::type);
    return found == table().end() ? nullptr : &*found;
}

Result<void> addViewType(ViewType type) {
    if (findViewType(type.type))
        return inputError(fmt::format("a view called {} is there already", type.type),
                          "give it another type");
    if (type.type.empty() || type.title.isEmpty() || type.icon.isEmpty() || type.kinds.empty() ||
        !type.create)
        return inputError(
            fmt::format("the view '{}' does not say its type, title, icon and kinds", type.type),
            "complete its viewType()");
    table().push_back(std::move(type));
    return {};
}

}  // namespace horo::views
