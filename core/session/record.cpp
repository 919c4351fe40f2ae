#include "core/session/record.h"

#include <fmt/format.h>

#include <algorithm>

namespace horo {

namespace {

/// The id in the workspace of an input, added where needed.
std::string recordInput(Workspace& workspace, const Object& input) {
    for (const auto& present : workspace.objects) {
        const bool sameObject = present->payload == input.payload;
        const bool sameSource = !input.origin.sha256.empty() && present->kind() == input.kind() &&
                                present->origin.source == input.origin.source &&
                                present->origin.sha256 == input.origin.sha256;
        if (sameObject || sameSource) return present->id;
    }
    Object object = input;
    object.id = workspace.freshId(kindName(input.kind()));
    object.name = workspace.freshName(input.name);
    const std::string id = object.id;
    workspace.add(std::move(object));
    return id;
}

}  // namespace

std::string nameOfOutput(const Declaration& declaration, const Outcome& outcome) {
    if (!outcome.name.empty()) return outcome.name;
    const auto* embedding = std::get_if<std::shared_ptr<const Embedding>>(&outcome.output);
    if (!embedding)
        return declaration.outputs.size() < 2
                   ? declaration.title
                   : fmt::format("{}, {}", declaration.title, declaration.outputs.front().name);
    std::string space(manifoldName((*embedding)->manifold.kind()));
    if (space == "poincare") space = "Poincaré";
    space[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(space[0])));
    const size_t dim =
        (*embedding)->columns() - ((*embedding)->manifold.kind() == ManifoldKind::Lorentz ? 1 : 0);
    // What is made of rows is called after how, what is made of a hierarchy after where.
    const bool projected = declaration.id.starts_with("project.");
    return fmt::format("{} {}-D", projected ? declaration.title : space, dim);
}

void recordOtherOutputs(Workspace& workspace, const Run& run, const Finished& finished, const MadeBy& made,
                        const WrittenOutputs& written) {
    const Declaration& declaration = run.method->declaration();
    for (size_t i = 1; i < declaration.outputs.size(); ++i) {
        const std::string& name = declaration.outputs[i].name;
        Object object;
        object.payload = outputOf(declaration, finished.outcome, name);
        if (kindOf(object.payload) == Kind::None) continue;
        if (const auto file = written.find(name); file != written.end()) object.origin = file->second;
        object.madeBy = made;
        object.madeBy->output = name;
        object.id = workspace.freshId(kindName(object.kind()));
        object.name = workspace.freshName(fmt::format("{}, {}", declaration.title, name));
        workspace.add(std::move(object));
    }
}

std::string recordRun(Workspace& workspace, const Run& run, const Finished& finished,
                      const WrittenOutputs& written) {
    const Declaration& declaration = run.method->declaration();
    Object object;
    object.madeBy = finished.madeBy;
    for (const auto& [name, input] : run.inputs)
        object.madeBy->inputs[name] = recordInput(workspace, *input);
    object.payload = finished.outcome.output;
    if (kindOf(object.payload) == Kind::None)
        object.payload = std::make_shared<const Report>(finished.outcome.report);
    else if (const auto file = written.find(declaration.outputs.front().name); file != written.end())
        object.origin = file->second;
    object.id = workspace.freshId(kindName(object.kind()));
    object.name = workspace.freshName(nameOfOutput(declaration, finished.outcome));
    const std::string id = object.id;
    const MadeBy made = *object.madeBy;
    workspace.add(std::move(object));
    recordOtherOutputs(workspace, run, finished, made, written);
    return id;
}

}  // namespace horo
