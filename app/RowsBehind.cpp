#include "app/RowsBehind.h"

namespace horo::app {

std::string rowsBehind(const Workspace& workspace, const std::string& id) {
    std::string behind = id;
    for (size_t steps = 0; steps < workspace.objects.size(); ++steps) {
        const auto object = workspace.find(behind);
        if (!object || !object->madeBy || !object->madeBy->method.starts_with("project.")) break;
        const auto source = object->madeBy->inputs.find("embedding");
        if (source == object->madeBy->inputs.end() || !workspace.find(source->second)) break;
        behind = source->second;
    }
    return behind;
}

}  // namespace horo::app
