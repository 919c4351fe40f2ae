#include "core/program/program_description.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/program/json_fields.h"
#include "core/program/program_ports.h"

namespace horo {

using nlohmann::json;

namespace {

constexpr std::array<std::string_view, 5> ownPlaceholders{"folder", "seed", "threads", "output", "results"};

bool isOwn(std::string_view name) {
    return std::ranges::find(ownPlaceholders, name) != ownPlaceholders.end();
}

/// Everything that may stand between braces.
std::vector<std::string> placeholdersOf(const Declaration& d) {
    std::vector<std::string> names(ownPlaceholders.begin(), ownPlaceholders.end());
    for (const auto& port : d.inputs)
        names.push_back("input." + port.name);
    for (const auto& parameter : d.parameters)
        names.push_back(parameter.name);
    return names;
}

void readArguments(JsonFields& fields, ProgramDescription& p) {
    if (!fields.required("program")) return;
    const auto known = placeholdersOf(p.declaration);
    const auto texts = fields.texts("program");
    if (texts.empty()) fields.refuse("program", "is empty", "write the program and its arguments");
    for (size_t i = 0; i < texts.size(); ++i) {
        const std::string field = fmt::format("program[{}]", i);
        auto argument = parseArgument(texts[i]);
        if (!argument) {
            fields.refuse(field, argument.error().cause, argument.error().advice);
            continue;
        }
        if (texts[i].find('\0') != std::string::npos)
            fields.refuse(field, "holds a zero byte", "leave it out");
        for (const auto& piece : argument->pieces) {
            if (!piece.isPlaceholder || std::ranges::find(known, piece.text) != known.end()) continue;
            const auto nearest = nearestName(piece.text, known);
            fields.refuse(field, fmt::format("has a placeholder, {{{}}}, that names nothing", piece.text),
                          nearest.empty() ? fmt::format("there are: {{{}}}", fmt::join(known, "}, {"))
                                          : fmt::format("did you mean {{{}}}?", nearest));
        }
        p.program.push_back(std::move(*argument));
    }
}

/// The first argument names a program of PATH, or a file whose place does not depend on where it is started.
void checkProgramName(JsonFields& fields, const ProgramArgument& first) {
    for (const auto& piece : first.pieces)
        if (piece.isPlaceholder && piece.text != "folder")
            fields.refuse("program[0]", "holds a placeholder other than {folder}",
                          "name the program itself; values of a run are arguments");
    if (first.pieces.empty()) fields.refuse("program[0]", "is empty", "name the program");
    if (first.pieces.empty() || first.pieces.front().isPlaceholder) return;
    const std::string& text = first.pieces.front().text;
    if (text.front() != '/' && (text.find('/') != std::string::npos || !first.isFixed()))
        fields.refuse("program[0]", "is a path that begins nowhere", "begin it with {folder}/");
}

/// What is declared reaches the program, and what the program writes is declared.
void checkUse(JsonFields& fields, const ProgramDescription& p) {
    const auto named = [&](std::string_view placeholder) {
        return std::ranges::any_of(p.program, [&](const auto& a) { return a.names(placeholder); });
    };
    const auto demand = [&](const std::string& placeholder) {
        if (!named(placeholder))
            fields.refuse("program", fmt::format("does not hold {{{}}}", placeholder),
                          "pass it on, or take it out of the description");
    };
    const Declaration& d = p.declaration;
    if (d.outputs.size() > 1)
        fields.refuse("outputs", "has more than one output", "let the program write one file, {output}");
    for (const auto& port : d.inputs)
        demand("input." + port.name);
    for (const auto& parameter : d.parameters)
        demand(parameter.name);
    if (!d.outputs.empty()) demand("output");
    if (d.outputs.empty() && named("output"))
        fields.refuse("program", "holds {output}, but no output is declared", "declare it in 'outputs'");
    if (d.outputs.empty() && !p.writesResults)
        fields.refuse("program", "holds neither {output} nor {results}",
                      "let the program write its results to {results}");
}

}  // namespace

Result<ProgramDescription> readProgramDescription(const json& description,
                                                  const std::filesystem::path& folder) {
    ProgramDescription p;
    std::error_code ignored;
    p.folder = std::filesystem::absolute(folder, ignored).lexically_normal();
    JsonFields fields(description, "");
    Declaration& d = p.declaration;
    d.id = fields.text("id");
    d.version = fields.text("version");
    d.title = fields.text("title");
    d.summary = fields.text("summary");
    d.citation = fields.text("citation");
    d.deterministic = fields.boolean("deterministic", false);
    readProgramPorts(fields, "inputs", d.inputs, p.inputFormats);
    std::vector<std::string> outputFormats;
    readProgramPorts(fields, "outputs", d.outputs, outputFormats);
    if (!outputFormats.empty()) p.outputFormat = outputFormats.front();
    readProgramParameters(fields, "parameters", d.parameters);
    for (const auto& parameter : d.parameters)
        if (isOwn(parameter.name))
            fields.refuse("parameters",
                          fmt::format("has '{}', which is a placeholder already", parameter.name),
                          "give the parameter another name");
    readArguments(fields, p);
    p.grace = fields.number("grace", p.grace, 0, 3600);
    p.silence = fields.number("silence", p.silence, 0, 1e6);
    p.writesResults = std::ranges::any_of(p.program, [](const auto& a) { return a.names("results"); });
    if (!p.program.empty()) checkProgramName(fields, p.program.front());
    auto done = fields.done();
    if (done) {
        checkUse(fields, p);
        done = fields.done();
    }
    if (!done) {
        if (!d.id.empty()) done.error().cause = d.id + ": " + done.error().cause;
        return done.error();
    }
    if (const auto complete = requireComplete(d); !complete) return complete.error();
    return p;
}

}  // namespace horo
