#include "core/method/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <new>

#include "core/method/registry.h"

namespace horo {

namespace {

std::string listKinds(const Port& port) {
    std::vector<std::string_view> names;
    for (const Kind kind : port.kinds)
        names.push_back(kindName(kind));
    return fmt::format("{}", fmt::join(names, " or "));
}

/// A fault of the method: ours where it is built in, else of the plugin that brought it.
Error methodFault(const Run& run, const std::string& what) {
    const std::string origin = Registry::global().originOf(*run.method);
    Error error = programError(fmt::format("{} {}", run.method->declaration().id, what));
    if (!origin.empty() && origin != "built-in")
        error.advice = fmt::format(
            "this is a fault of the plugin {}: report it to its author, or switch it off", origin);
    return error;
}

Result<Outcome> guarded(const Run& run, const Inputs& inputs, Context& context) {
    try {
        return run.method->run(inputs, run.parameters, context);
    } catch (const std::bad_alloc&) {
        return inputError("there is not enough memory for this",
                          "use fewer rows, fewer dimensions or float32");
    } catch (const std::exception& fault) {
        return methodFault(run, fmt::format("failed: {}", fault.what()));
    } catch (...) {
        return methodFault(run, "failed for an unknown reason");
    }
}

/// What makes an output unfit for the workspace, or nothing.
std::string outputFault(const Port& port, const Payload& output) {
    const Kind kind = kindOf(output);
    if (std::visit(
            [](const auto& pointer) {
                if constexpr (requires { pointer == nullptr; }) return pointer == nullptr;
                return false;
            },
            output))
        return fmt::format("gave an empty pointer as its {}", kindName(kind));
    if (std::ranges::find(port.kinds, kind) == port.kinds.end())
        return fmt::format("gave a {} that it does not declare", kindName(kind));
    if (const auto* made = std::get_if<std::shared_ptr<const Embedding>>(&output)) {
        const Embedding& embedding = **made;
        if (!embedding.items || embedding.items->size() != embedding.rows())
            return fmt::format("made {} rows for {} ids", embedding.rows(),
                               embedding.items ? embedding.items->size() : 0);
        if (!embedding.labels.empty() && embedding.labels.size() != embedding.rows())
            return fmt::format("made {} labels for {} rows", embedding.labels.size(), embedding.rows());
        if (const auto usable = requireUsable(embedding); !usable)
            return "made rows that are not usable: " + usable.error().cause;
    }
    if (const auto* made = std::get_if<std::shared_ptr<const Segmentation>>(&output))
        if (const auto nested = requireNested(**made); !nested)
            return "made spans that do not nest: " + nested.error().cause;
    if (const auto* made = std::get_if<std::shared_ptr<const Arrays>>(&output))
        for (const auto& array : (*made)->arrays)
            if (!array.fits())
                return fmt::format("made an array {} whose values do not fill its shape", array.name);
    if (const auto* made = std::get_if<std::shared_ptr<const Table>>(&output))
        for (const auto& column : (*made)->columns)
            if (column.size() != (*made)->rows())
                return fmt::format("made a table whose column {} has {} lines instead of {}", column.name,
                                   column.size(), (*made)->rows());
    return "";
}

/// The same of all outputs. A partial outcome may lack some.
std::string outputFault(const Declaration& declaration, const Outcome& outcome) {
    for (const auto& port : declaration.outputs) {
        const Payload output = outputOf(declaration, outcome, port.name);
        if (kindOf(output) == Kind::None) {
            if (outcome.partial) continue;
            return declaration.outputs.size() == 1
                       ? "gave no output though it declares one"
                       : fmt::format("gave no {} though it declares one", port.name);
        }
        if (std::string fault = outputFault(port, output); !fault.empty()) return fault;
    }
    if (declaration.outputs.empty() && kindOf(outcome.output) != Kind::None)
        return fmt::format("gave a {} that it does not declare", kindName(kindOf(outcome.output)));
    for (const auto& [name, output] : outcome.others)
        if (std::ranges::find(declaration.outputs, name, &Port::name) == declaration.outputs.end())
            return fmt::format("gave an output '{}' that it does not declare", name);
    return "";
}

void refuseNotFinite(Report& report) {
    for (auto& score : report.scores)
        if (score.value && !std::isfinite(*score.value)) {
            score.value.reset();
            report.warnings.push_back(score.key + " came out as not finite and is left undefined");
        }
}

/// An embedding with the name of the method, its parameters and what it was made from, as its file tells
/// them; anything else as it is.
Payload signedBy(const Run& run, const Payload& output) {
    const auto* made = std::get_if<std::shared_ptr<const Embedding>>(&output);
    if (!made) return output;
    Embedding embedding = **made;
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

Payload outputOf(const Declaration& declaration, const Outcome& outcome, std::string_view name) {
    if (!declaration.outputs.empty() && declaration.outputs.front().name == name) return outcome.output;
    const auto found = outcome.others.find(name);
    return found == outcome.others.end() ? Payload() : found->second;
}

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
    if (const std::string fault = outputFault(declaration, finished.outcome); !fault.empty())
        return methodFault(run, fault);

    finished.outcome.output = signedBy(run, finished.outcome.output);
    for (auto& [name, output] : finished.outcome.others)
        output = signedBy(run, output);

    MadeBy& madeBy = finished.madeBy;
    madeBy.method = declaration.id;
    madeBy.version = declaration.version;
    madeBy.origin = Registry::global().originOf(*run.method);
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
