#include "core/method/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <new>

namespace horo {

namespace {

std::string listKinds(const Port& port) {
    std::vector<std::string_view> names;
    for (const Kind kind : port.kinds)
        names.push_back(kindName(kind));
    return fmt::format("{}", fmt::join(names, " or "));
}

Result<Outcome> guarded(const Run& run, const Inputs& inputs, Context& context) {
    try {
        return run.method->run(inputs, run.parameters, context);
    } catch (const std::bad_alloc&) {
        return inputError("there is not enough memory for this",
                          "use fewer rows, fewer dimensions or float32");
    } catch (const std::exception& fault) {
        return programError(fmt::format("{} failed: {}", run.method->declaration().id, fault.what()));
    } catch (...) {
        return programError(fmt::format("{} failed for an unknown reason", run.method->declaration().id));
    }
}

void refuseNotFinite(Report& report) {
    for (auto& score : report.scores)
        if (score.value && !std::isfinite(*score.value)) {
            score.value.reset();
            report.warnings.push_back(score.key + " came out as not finite and is left undefined");
        }
}

/// The embedding with the name of the method, its parameters and what it was made from, as its file tells
/// them.
std::shared_ptr<const Embedding> signedBy(const Run& run, Embedding embedding) {
    embedding.method = run.method->declaration().id;
    embedding.parameters = run.parameters.toJson().dump();
    for (const auto& port : run.method->declaration().inputs) {
        const auto input = run.inputs.find(port.name);
        if (input == run.inputs.end()) continue;
        const Object& object = *input->second;
        embedding.parent = object.origin.source.empty() ? object.name : object.origin.source;
        break;
    }
    return std::make_shared<const Embedding>(std::move(embedding));
}

}  // namespace

Result<Inputs> checkInputs(const Declaration& declaration,
                           const std::map<std::string, std::shared_ptr<const Object>>& given) {
    std::vector<std::string> names;
    for (const auto& port : declaration.inputs)
        names.push_back(port.name);
    Inputs inputs;
    for (const auto& [name, object] : given) {
        const auto port = std::ranges::find(declaration.inputs, name, &Port::name);
        if (port == declaration.inputs.end()) {
            const auto nearest = nearestName(name, names);
            return usageError(fmt::format("{} has no input '{}'", declaration.id, name),
                              nearest.empty() ? fmt::format("it takes: {}", fmt::join(names, ", "))
                                              : fmt::format("did you mean '{}'?", nearest));
        }
        if (std::ranges::find(port->kinds, object->kind()) == port->kinds.end())
            return inputError(fmt::format("'{}' is a {}, but input '{}' of {} takes a {}", object->name,
                                          kindName(object->kind()), name, declaration.id, listKinds(*port)),
                              "give a source of that kind", object->origin.source);
        inputs.set(name, object->payload);
    }
    for (const auto& port : declaration.inputs)
        if (port.required && !inputs.has(port.name))
            return usageError(
                fmt::format("{} needs the input '{}' ({})", declaration.id, port.name, listKinds(port)),
                fmt::format("add --in {}=SOURCE", port.name));
    return inputs;
}

Result<Finished> execute(const Run& run, Context& context) {
    const Declaration& declaration = run.method->declaration();
    const auto inputs = checkInputs(declaration, run.inputs);
    if (!inputs) return inputs.error();
    const auto start = std::chrono::steady_clock::now();
    auto outcome = guarded(run, *inputs, context);
    if (!outcome) return outcome.error();
    Finished finished{std::move(*outcome), 0, {}};
    finished.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    refuseNotFinite(finished.outcome.report);
    if (const auto* made = std::get_if<std::shared_ptr<const Embedding>>(&finished.outcome.output))
        if (const auto usable = requireUsable(**made); !usable)
            return programError(
                fmt::format("{} made rows that are not usable: {}", declaration.id, usable.error().cause));

    if (const auto* made = std::get_if<std::shared_ptr<const Embedding>>(&finished.outcome.output))
        finished.outcome.output = signedBy(run, **made);

    MadeBy& madeBy = finished.madeBy;
    madeBy.method = declaration.id;
    madeBy.version = declaration.version;
    madeBy.parameters = run.parameters.toJson();
    for (const auto& [name, object] : run.inputs)
        madeBy.inputs[name] = object->id;
    madeBy.seed = context.conditions().seed;
    madeBy.threads = context.conditions().threads;
    madeBy.device = context.conditions().device;
    madeBy.deterministic = context.conditions().deterministic;
    madeBy.partial = finished.outcome.partial;
    for (const auto& score : finished.outcome.report.scores)
        madeBy.results[score.key] = score.value ? nlohmann::json(*score.value) : nlohmann::json();
    return finished;
}

}  // namespace horo
