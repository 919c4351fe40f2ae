#include "core/program/program_run.h"

#include <fmt/format.h>

#include <csignal>

#include "core/base/file.h"
#include "core/io/writer.h"
#include "core/program/child_process.h"
#include "core/program/private_folder.h"
#include "core/program/program_listener.h"
#include "core/program/written_files.h"

namespace horo {

namespace {

constexpr std::chrono::milliseconds tick{50};

/// The input of any kind that can be written; none where it is not given.
Payload payloadOf(const Inputs& inputs, const std::string& name) {
    if (auto hierarchy = inputs.hierarchy(name)) return hierarchy;
    if (auto embedding = inputs.embedding(name)) return embedding;
    if (auto table = inputs.table(name)) return table;
    if (auto text = inputs.text(name)) return text;
    if (auto segmentation = inputs.segmentation(name)) return segmentation;
    return {};
}

/// Why the program was told to stop.
enum class Stop { None, ByPerson, Silent };

class ProgramRun {
public:
    ProgramRun(const ProgramDescription& description, Context& context, const PrivateFolder& folder)
        : description_(description),
          context_(context),
          folder_(folder),
          listener_(context, description, folder.path()),
          output_(folder.file("output." + description.outputFormat)),
          results_(folder.file("results.json")) {}

    /// Writes the inputs and gives every placeholder its value.
    Result<PlaceholderValues> prepare(const Inputs& inputs, const Parameters& parameters) const;
    Result<Outcome> run(const std::vector<std::string>& arguments);

private:
    Stop watch(ChildProcess& child);
    Error failure(const ProcessEnd& end) const;
    Result<Outcome> collect(bool partial) const;
    const std::string& id() const { return description_.declaration.id; }

    const ProgramDescription& description_;
    Context& context_;
    const PrivateFolder& folder_;
    ProgramListener listener_;
    std::filesystem::path output_, results_;
};

Result<PlaceholderValues> ProgramRun::prepare(const Inputs& inputs, const Parameters& parameters) const {
    PlaceholderValues values{{"folder", description_.folder.string()},
                             {"seed", std::to_string(context_.conditions().seed)},
                             {"threads", std::to_string(context_.conditions().threads)},
                             {"output", output_.string()},
                             {"results", results_.string()}};
    for (const auto& parameter : description_.declaration.parameters) {
        std::string text = toText(parameters.value(parameter.name));
        if (text.find('\0') != std::string::npos)
            return usageError(fmt::format("{} holds a zero byte, which no argument can hold", parameter.name),
                              "leave it out");
        values[parameter.name] = std::move(text);
    }
    for (size_t i = 0; i < description_.inputFormats.size(); ++i) {
        const std::string& name = description_.declaration.inputs[i].name;
        const Payload payload = payloadOf(inputs, name);
        values["input." + name] = std::nullopt;
        if (kindOf(payload) == Kind::None) continue;
        const auto file = folder_.file("input-" + name + "." + description_.inputFormats[i]);
        const auto bytes = payloadBytes(payload, file);
        if (!bytes) return bytes.error();
        if (auto written = writeFile(file, *bytes); !written) return written.error();
        values["input." + name] = file.string();
    }
    return values;
}

/// Until the program has ended, or has had its grace.
Stop ProgramRun::watch(ChildProcess& child) {
    const auto hear = [&](Stream stream, std::string_view bytes) { listener_.hear(stream, bytes); };
    Stop stop = Stop::None;
    while (stop == Stop::None) {
        if (!child.listen(tick, hear)) return stop;
        if (!context_.keepGoing())
            stop = Stop::ByPerson;
        else if (description_.silence > 0 && listener_.secondsOfSilence() > description_.silence)
            stop = Stop::Silent;
    }
    child.askToStop();
    const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(description_.grace);
    while (std::chrono::steady_clock::now() < end && child.listen(tick, hear)) {
    }
    return stop;
}

Error ProgramRun::failure(const ProcessEnd& end) const {
    const std::string last = listener_.lastLine();
    std::string advice = "run the program by hand to see why, or ask its author";
    if (end.signal == SIGKILL) advice = "there may not have been enough memory: try less data";
    return inputError(fmt::format("{} {}{}{}", id(), end.text(), last.empty() ? "" : ": ", last),
                      listener_.linesBefore(advice));
}

Result<Outcome> ProgramRun::collect(bool partial) const {
    Outcome outcome;
    outcome.partial = partial;
    const auto& outputs = description_.declaration.outputs;
    if (!outputs.empty()) {
        // Of a program that ended well, rows that are not usable are refused by whoever executes the run.
        auto opened = openWritten(output_, outputs.front().kinds, partial);
        if (!opened && partial) return cancelledError();
        if (!opened)
            return Error{
                fmt::format("{} ended without an output that can be read: {}", id(), opened.error().cause),
                listener_.linesBefore(opened.error().advice), opened.error().place};
        outcome.output = std::move(opened->payload);
        outcome.report.warnings = std::move(opened->warnings);
    }
    if (description_.writesResults) {
        const auto read = readResults(results_, id(), outcome.report);
        if (!read && partial && outputs.empty()) return cancelledError();
        if (!read && !partial)
            return Error{
                fmt::format("{} ended without results that can be read: {}", id(), read.error().cause),
                read.error().advice, read.error().place};
        if (!read) outcome.report.scores.clear();
    }
    const auto& warnings = listener_.warnings();
    outcome.report.warnings.insert(outcome.report.warnings.end(), warnings.begin(), warnings.end());
    return outcome;
}

Result<Outcome> ProgramRun::run(const std::vector<std::string>& arguments) {
    if (!context_.keepGoing()) return cancelledError();
    ChildProcess child;
    if (auto started = child.start(arguments, folder_.path()); !started) return started.error();
    const Stop stop = watch(child);
    const ProcessEnd end = child.finish();
    listener_.end();
    if (stop == Stop::Silent)
        return inputError(
            fmt::format("{} gave no sign of life for {} s and was taken as hung", id(), description_.silence),
            listener_.linesBefore("try again, or ask the author of the program"));
    if (stop == Stop::None && !end.good()) return failure(end);
    return collect(stop == Stop::ByPerson);
}

}  // namespace

Result<Outcome> runProgram(const ProgramDescription& description, const Inputs& inputs,
                           const Parameters& parameters, Context& context) {
    const auto folder = PrivateFolder::create();
    if (!folder) return folder.error();
    ProgramRun run(description, context, *folder);
    const auto values = run.prepare(inputs, parameters);
    if (!values) return values.error();
    return run.run(fillArguments(description.program, *values));
}

}  // namespace horo
