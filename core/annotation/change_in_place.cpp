#include "core/annotation/change_in_place.h"

#include "core/method/registry.h"
#include "core/method/run.h"

namespace horo {

namespace {

struct Annotation {
    const char* method;
    const char* input;
};

std::optional<Annotation> annotationOf(Kind kind) {
    if (kind == Kind::Hierarchy) return Annotation{"annotate.hierarchy", "hierarchy"};
    if (kind == Kind::Embedding) return Annotation{"annotate.embedding", "embedding"};
    return std::nullopt;
}

/// The object before all changes by hand: its input, or itself.
std::shared_ptr<const Object> originalOf(const Workspace& workspace,
                                         const std::shared_ptr<const Object>& object,
                                         const Annotation& annotation) {
    if (!object->madeBy || object->madeBy->method != annotation.method) return object;
    const auto input = object->madeBy->inputs.find(annotation.input);
    const auto original = input == object->madeBy->inputs.end() ? nullptr : workspace.find(input->second);
    return original ? original : object;
}

/// Puts a copy of the object beside it, and makes it what results were made from.
std::string setAside(Workspace& workspace, const Object& object) {
    Object copy = object;
    copy.id = workspace.freshId(kindName(object.kind()));
    copy.name = workspace.freshName(object.name + " as it was");
    for (auto& each : workspace.objects) {
        if (!each->madeBy) continue;
        Object referring = *each;
        bool refers = false;
        for (auto& [name, id] : referring.madeBy->inputs)
            if (id == object.id) {
                id = copy.id;
                refers = true;
            }
        if (refers) each = std::make_shared<const Object>(std::move(referring));
    }
    const std::string id = copy.id;
    workspace.add(std::move(copy));
    return id;
}

}  // namespace

Result<void> changeInPlace(Workspace& workspace, const std::string& id, const std::vector<Change>& changes) {
    const auto object = workspace.find(id);
    const auto annotation = object ? annotationOf(object->kind()) : std::nullopt;
    if (!annotation)
        return inputError("only a hierarchy or an embedding can be changed by hand", "choose one");
    const auto original = originalOf(workspace, object, *annotation);
    std::string text = textOf(changes);
    if (original != object) text = object->madeBy->parameters.value("changes", std::string()) + text;
    const auto method = Registry::global().find(annotation->method);
    if (!method) return method.error();
    Run run;
    run.method = *method;
    run.parameters = Parameters((*method)->declaration());
    if (const auto set = run.parameters.set((*method)->declaration(), "changes", text); !set)
        return set.error();
    run.inputs[annotation->input] = original;
    Context context({});
    auto done = execute(run, context);
    if (!done) return done.error();
    Object after = *object;
    after.payload = done->outcome.output;
    after.origin = {};
    after.madeBy = done->madeBy;
    after.madeBy->inputs = {
        {annotation->input, original == object ? setAside(workspace, *object) : original->id}};
    workspace.replace(std::move(after));
    return {};
}

}  // namespace horo
