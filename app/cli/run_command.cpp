#include <fmt/format.h>

#include "app/cli/commands.h"
#include "app/cli/terminal.h"
#include "core/base/file.h"
#include "core/base/parallel.h"
#include "core/io/reader.h"
#include "core/io/writer.h"
#include "core/method/device.h"
#include "core/method/registry.h"
#include "core/method/run.h"
#include "core/session/record.h"
#include "core/session/session.h"

namespace horo::cli {

namespace {

using nlohmann::json;

Result<std::pair<std::string, std::string>> splitPair(const std::string& text, const char* form) {
    const size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0)
        return usageError(fmt::format("'{}' is not of the form {}", text, form),
                          fmt::format("write {}", form));
    return std::pair(text.substr(0, equals), text.substr(equals + 1));
}

/// Opens each --in, as the kind that the method declares for it.
Result<void> openInputs(const RunOptions& options, Run& run, std::vector<std::string>& warnings) {
    const Declaration& declaration = run.method->declaration();
    for (const auto& text : options.inputs) {
        const auto pair = splitPair(text, "NAME=SOURCE");
        if (!pair) return pair.error();
        const auto& [name, source] = *pair;
        std::vector<Kind> kinds;
        for (const auto& port : declaration.inputs)
            if (port.name == name) kinds = port.kinds;
        auto object = std::make_shared<Object>();
        object->id = name;
        object->origin.source = source;
        if (!kinds.empty()) {
            auto opened = openSource(source, kinds);
            if (!opened) return opened.error();
            object->name = opened->name;
            object->payload = std::move(opened->payload);
            object->origin = opened->origin;
            for (const auto& warning : opened->warnings)
                warnings.push_back(name + ": " + warning);
        }
        if (run.inputs.contains(name))
            return usageError(fmt::format("the input '{}' is given twice", name), "give it once");
        run.inputs[name] = std::move(object);
    }
    if (const auto checked = checkInputs(declaration, run.inputs); !checked) return checked.error();
    return {};
}

Result<void> readSettings(const RunOptions& options, Run& run) {
    run.parameters = Parameters(run.method->declaration());
    for (const auto& text : options.settings) {
        const auto pair = splitPair(text, "PARAM=VALUE");
        if (!pair) return pair.error();
        if (auto done = run.parameters.set(run.method->declaration(), pair->first, pair->second); !done)
            return done.error();
    }
    return {};
}

json describeRun(const RunOptions&, const Run& run, const Finished& finished, const json& outputs,
                 const std::vector<std::string>& warnings) {
    const MadeBy& made = finished.madeBy;
    json inputs = json::object();
    for (const auto& [name, object] : run.inputs)
        inputs[name] = {{"source", object->origin.source},
                        {"sha256", object->origin.sha256},
                        {"kind", kindName(object->kind())}};
    json object = {{"method", made.method},
                   {"version", made.version},
                   {"inputs", inputs},
                   {"parameters", made.parameters},
                   {"seed", made.seed},
                   {"threads", made.threads},
                   {"device", made.device},
                   {"deterministic", made.deterministic},
                   {"seconds", finished.seconds},
                   {"results", resultsToJson(finished.outcome.report)},
                   {"about", aboutToJson(finished.outcome.report)},
                   {"outputs", outputs},
                   {"warnings", warnings}};
    if (finished.outcome.partial) object["partial"] = true;
    return object;
}

void printRun(const Run& run, const Finished& finished, const json& outputs,
              const std::vector<std::string>& warnings) {
    std::vector<std::pair<std::string, std::string>> rows{
        {"method", fmt::format("{}, version {}", finished.madeBy.method, finished.madeBy.version)}};
    for (const auto& [name, object] : run.inputs)
        rows.emplace_back(name, object->origin.source);
    rows.emplace_back("seconds", fmt::format("{:.3f}", finished.seconds));
    for (auto& row : rowsOf(finished.outcome.report))
        rows.push_back(std::move(row));
    for (const auto& [name, path] : outputs.items())
        rows.emplace_back(name, path.get<std::string>());
    if (finished.outcome.partial) rows.emplace_back("partial", "stopped before its end");
    for (const auto& warning : warnings)
        rows.emplace_back("warning", warning);
    printPairs(rows);
}

/// Where an output goes: the first one to the file of --out, others beside it as NAME-output.EXT; with the
/// ending of their kind where that of --out does not suit them.
Output fileOf(const Declaration& declaration, const Port& port, const Output& out) {
    if (port.name == declaration.outputs.front().name) return out;
    Output beside = out;
    beside.path.replace_filename(
        fmt::format("{}-{}{}", out.path.stem().string(), port.name, out.path.extension().string()));
    if (!checkEnding(port.kinds.front(), beside)) {
        beside.format.clear();
        if (!checkEnding(port.kinds.front(), beside))
            beside.path.replace_extension(endingOf(port.kinds.front()));
    }
    return beside;
}

Result<WrittenOutputs> writeOutputs(const Declaration& declaration, const Outcome& outcome,
                                    const Output& out) {
    WrittenOutputs written;
    for (const auto& port : declaration.outputs) {
        const Payload output = outputOf(declaration, outcome, port.name);
        if (kindOf(output) == Kind::None) continue;
        const Output file = fileOf(declaration, port, out);
        const auto bytes = payloadBytes(output, file);
        if (!bytes) return bytes.error();
        if (auto done = writeFile(file.path, *bytes); !done) return done.error();
        written[port.name] = {file.path.string(), sha256(*bytes)};
    }
    return written;
}

}  // namespace

Result<int> run(const RunOptions& options) {
    const auto method = Registry::global().find(options.id);
    if (!method) return method.error();
    Run run;
    run.method = *method;
    const Declaration& declaration = run.method->declaration();
    if (auto done = readSettings(options, run); !done) return done.error();
    std::vector<std::string> warnings;
    const auto device = chooseDevice(options.device, declaration, warnings);
    if (!device) return device.error();
    Workspace session;
    std::error_code ignored;
    if (!options.session.empty() && std::filesystem::exists(options.session, ignored)) {
        auto loaded = loadSession(options.session);
        if (!loaded) return loaded.error();
        session = std::move(*loaded);
    }
    if (auto done = openInputs(options, run, warnings); !done) return done.error();
    // The ending of --out is checked before hours of work, not after.
    const auto out = Output::parse(options.out);
    if (!out) return out.error();
    if (!options.out.empty())
        for (const auto& port : declaration.outputs)
            if (auto fits = checkEnding(port.kinds.front(), fileOf(declaration, port, *out)); !fits)
                return fits.error();

    Conditions conditions{options.seed, options.threads > 0 ? options.threads : availableThreads(), *device,
                          options.deterministic};
    if (options.deterministic && !declaration.deterministic) conditions.threads = 1;
    auto finished = [&] {
        TerminalContext context(conditions);
        auto result = execute(run, context);
        if (result) result->madeBy.curves = context.curves(), result->madeBy.planned = context.planned();
        return result;
    }();
    if (!finished) return finished.error();
    const Outcome& outcome = finished->outcome;
    warnings.insert(warnings.end(), outcome.report.warnings.begin(), outcome.report.warnings.end());

    const bool numbersOnly = kindOf(outcome.output) == Kind::None;
    json outputs = json::object();
    WrittenOutputs written;
    if (!options.out.empty() && !numbersOnly) {
        auto files = writeOutputs(declaration, outcome, *out);
        if (!files) return files.error();
        written = std::move(*files);
        for (const auto& [name, origin] : written)
            outputs[name] = origin.source;
    } else if (!options.out.empty()) {
        outputs["report"] = out->path.string();
    }
    const json description = describeRun(options, run, *finished, outputs, warnings);
    if (!options.out.empty() && numbersOnly)
        if (auto done = writeFile(out->path, description.dump(2) + "\n"); !done) return done.error();
    if (!options.session.empty()) {
        recordRun(session, run, *finished, written);
        if (auto saved = saveSession(session, options.session); !saved) return saved.error();
    }
    if (options.json)
        fmt::print("{}\n", description.dump(2, ' ', false, json::error_handler_t::replace));
    else
        printRun(run, *finished, outputs, warnings);
    return outcome.partial ? 3 : 0;
}

}  // namespace horo::cli
