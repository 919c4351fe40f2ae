#include "core/method/replay.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "core/data/same_payload.h"
#include "core/io/reader.h"
#include "core/method/registry.h"

namespace horo {

using nlohmann::json;

namespace {

/// The object of a step's input as it is now: made again, read again, or the session's own copy.
class CurrentObjects {
public:
    CurrentObjects(const Workspace& workspace, std::vector<std::string>& warnings)
        : workspace_(workspace), warnings_(warnings) {}

    std::shared_ptr<const Object> find(const std::string& id) {
        if (const auto known = objects_.find(id); known != objects_.end()) return known->second;
        auto stored = workspace_.find(id);
        if (!stored) return nullptr;
        if (!stored->madeBy && !stored->origin.source.empty()) stored = readAgain(*stored);
        return objects_[id] = stored;
    }
    void set(const std::string& id, std::shared_ptr<const Object> object) {
        objects_[id] = std::move(object);
    }

private:
    std::shared_ptr<const Object> readAgain(const Object& stored) {
        auto copy = std::make_shared<Object>(stored);
        const auto opened = openSource(stored.origin.source, {stored.kind()});
        if (!opened)
            warnings_.push_back(fmt::format("{} could not be read again, the session's copy was taken ({})",
                                            stored.origin.source, opened.error().cause));
        else if (opened->origin.sha256 != stored.origin.sha256)
            warnings_.push_back(
                fmt::format("{} has changed since, the session's copy was taken", stored.origin.source));
        else
            copy->payload = opened->payload;
        return copy;
    }

    const Workspace& workspace_;
    std::vector<std::string>& warnings_;
    std::map<std::string, std::shared_ptr<const Object>> objects_;
};

/// What tells two runs apart.
std::string identity(const MadeBy& made) {
    return json{made.method,  made.parameters, made.inputs,       made.seed,
                made.threads, made.device,     made.deterministic}
        .dump(-1, ' ', false, json::error_handler_t::replace);
}

void compare(const Object& before, const Finished& after, ReplayStep& step) {
    for (const auto& score : after.outcome.report.scores) {
        if (!score.repeatable) continue;
        const json now = score.value ? json(*score.value) : json();
        const json then = before.madeBy->results.value(score.key, json());
        if (then != now) step.differences[score.key] = {then, now};
    }
    const bool onlyNumbers = before.kind() == Kind::Report;
    if (!onlyNumbers && !samePayload(before.payload, step.output))
        step.differences["output"] = {"as saved", "different"};
    step.same = step.differences.empty();
}

}  // namespace

Result<ReplayResult> replay(const Workspace& workspace,
                            const std::function<std::unique_ptr<Context>(const Conditions&)>& makeContext) {
    ReplayResult result;
    CurrentObjects current(workspace, result.warnings);
    std::map<std::string, Finished> finished;
    for (const auto& object : workspace.objects) {
        if (!object->madeBy) continue;
        const MadeBy& made = *object->madeBy;
        const auto method = Registry::global().find(made.method);
        if (!method)
            return Error{method.error().cause,
                         made.origin.empty() || made.origin == "built-in"
                             ? "install the plugin that offers it, or remove the object"
                             : fmt::format("install the plugin {}, which offered it, or remove the object",
                                           made.origin),
                         object->name};
        Run run;
        run.method = *method;
        auto parameters = Parameters::fromJson(run.method->declaration(), made.parameters);
        if (!parameters) return Error{parameters.error().cause, parameters.error().advice, object->name};
        run.parameters = std::move(*parameters);
        for (const auto& [name, id] : made.inputs) {
            run.inputs[name] = current.find(id);
            if (!run.inputs[name])
                return inputError(fmt::format("its input '{}' is not in the session any more", name),
                                  "remove the object, or make it again", object->name);
        }
        if (made.version != run.method->declaration().version)
            result.warnings.push_back(fmt::format("{} was made by version {} of {}, this is version {}",
                                                  object->name, made.version, made.method,
                                                  run.method->declaration().version));
        if (!made.deterministic && !run.method->declaration().deterministic)
            result.warnings.push_back(
                fmt::format("{} was made in the fast mode of {}, whose results differ from run to run; run "
                            "it with --deterministic for equal ones",
                            object->name, made.method));
        if (made.partial)
            result.warnings.push_back(
                fmt::format("{} was stopped before its end; it was made again to the end", object->name));
        const std::string id = identity(made);
        if (made.output.empty() || !finished.contains(id)) {  // else it came with an output before
            const auto context = makeContext({made.seed, made.threads, made.device, made.deterministic});
            auto done = execute(run, *context);
            if (!done) {
                if (done.error().place.empty()) done.error().place = object->name;
                return done.error();
            }
            finished.insert_or_assign(id, std::move(*done));
        }
        const Finished& after = finished.at(id);
        ReplayStep step;
        step.object = object->name;
        step.seconds = after.seconds;
        step.output = made.output.empty() ? after.outcome.output
                                          : outputOf(run.method->declaration(), after.outcome, made.output);
        compare(*object, after, step);
        auto remade = std::make_shared<Object>(*object);
        if (object->kind() != Kind::Report) remade->payload = step.output;
        current.set(object->id, std::move(remade));
        result.steps.push_back(std::move(step));
    }
    return result;
}

}  // namespace horo
