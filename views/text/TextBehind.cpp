#include "views/text/TextBehind.h"

#include <set>

namespace horo::views {

namespace {

std::shared_ptr<const Object> behind(const Workspace& workspace, const std::shared_ptr<const Object>& object,
                                     std::set<std::string>& seen) {
    if (!object || !seen.insert(object->id).second) return nullptr;
    if (object->kind() == Kind::Text) return object;
    if (!object->madeBy) return nullptr;
    for (const auto& [name, id] : object->madeBy->inputs)
        if (auto found = behind(workspace, workspace.find(id), seen)) return found;
    return nullptr;
}

}  // namespace

std::shared_ptr<const Object> textBehind(const Workspace& workspace,
                                         const std::shared_ptr<const Object>& object) {
    std::set<std::string> seen;
    return behind(workspace, object, seen);
}

}  // namespace horo::views
