#include "core/program/program_ports.h"

#include <fmt/format.h>

#include <algorithm>

namespace horo {

using nlohmann::json;

namespace {

/// Formats that a kind can be written in and read from again, the usual one first; none for other kinds.
std::vector<std::string> formatsOf(Kind kind) {
    switch (kind) {
        case Kind::Embedding:
            return {"npz"};
        case Kind::Hierarchy:
        case Kind::Table:
            return {"tsv", "csv"};
        case Kind::Text:
            return {"txt"};
        case Kind::Segmentation:
            return {"json"};
        default:
            return {};
    }
}

void readKinds(JsonFields& fields, Port& port) {
    const std::vector<std::string> known{"hierarchy", "embedding", "table", "text", "segmentation"};
    const auto names = fields.texts("kinds");
    if (names.empty())
        fields.refuse("kinds", "is empty", fmt::format("name one: {}", fmt::join(known, ", ")));
    for (size_t i = 0; i < names.size(); ++i) {
        const auto kind = kindFromName(names[i]);
        if (kind && !formatsOf(*kind).empty()) {
            port.kinds.push_back(*kind);
            continue;
        }
        const auto nearest = nearestName(names[i], known);
        fields.refuse(fmt::format("kinds[{}]", i), fmt::format("is '{}', which is no kind of data", names[i]),
                      nearest.empty() ? fmt::format("kinds are: {}", fmt::join(known, ", "))
                                      : fmt::format("did you mean '{}'?", nearest));
    }
}

std::string readFormat(JsonFields& fields, const Port& port) {
    std::string format =
        fields.text("format", port.kinds.empty() ? "" : formatsOf(port.kinds.front()).front());
    for (const Kind kind : port.kinds) {
        const auto possible = formatsOf(kind);
        if (std::ranges::find(possible, format) == possible.end())
            fields.refuse("format", fmt::format("is {}, but a {} is not written so", format, kindName(kind)),
                          fmt::format("write {}", fmt::join(possible, " or ")));
    }
    return format;
}

std::optional<ParameterType> typeFromName(std::string_view name) {
    for (int i = 0; i <= static_cast<int>(ParameterType::Text); ++i)
        if (parameterTypeName(static_cast<ParameterType>(i)) == name) return static_cast<ParameterType>(i);
    return std::nullopt;
}

/// The default as a value of the type, or none.
std::optional<Value> valueOf(const json& value, ParameterType type) {
    switch (type) {
        case ParameterType::Boolean:
            if (value.is_boolean()) return Value(value.get<bool>());
            break;
        case ParameterType::Integer:
            if (value.is_number_unsigned() && value.get<uint64_t>() > uint64_t{INT64_MAX}) break;
            if (value.is_number_integer()) return Value(value.get<int64_t>());
            break;
        case ParameterType::Real:
            if (value.is_number()) return Value(value.get<double>());
            break;
        default:
            if (value.is_string()) return Value(value.get<std::string>());
    }
    return std::nullopt;
}

void readRange(JsonFields& fields, Parameter& p) {
    if (p.type == ParameterType::Choice) {
        p.choices = fields.texts("range");
        return;
    }
    const json* range = fields.optional("range");
    if (!range) return;
    const bool isNumber = p.type == ParameterType::Integer || p.type == ParameterType::Real;
    const auto isEnd = [](const json& end) { return end.is_null() || end.is_number(); };
    if (!isNumber || !range->is_array() || range->size() != 2 || !isEnd((*range)[0]) || !isEnd((*range)[1])) {
        fields.refuse("range", "is no range of this type",
                      "write [low, high] for numbers (null = open), a list of texts for a choice");
        return;
    }
    if ((*range)[0].is_number()) p.low = (*range)[0].get<double>();
    if ((*range)[1].is_number()) p.high = (*range)[1].get<double>();
}

Parameter readParameter(JsonFields& fields) {
    Parameter p;
    p.name = fields.text("name");
    p.label = fields.text("label", p.name);
    p.unit = fields.text("unit", "");
    p.help = fields.text("help");
    p.advanced = fields.boolean("advanced", false);
    const std::string typeName = fields.text("type");
    const auto type = typeFromName(typeName);
    const json* fallback = fields.required("default");
    if (!type) {
        fields.refuse("type", fmt::format("is '{}', which is no type", typeName),
                      "types are: boolean, integer, real, choice, text");
        fields.optional("range");
        return p;
    }
    p.type = *type;
    readRange(fields, p);
    if (const auto value = fallback ? valueOf(*fallback, p.type) : std::nullopt)
        p.fallback = *value;
    else
        fields.refuse("default", fmt::format("is no value of type {}", typeName), "write one");
    return p;
}

}  // namespace

void readProgramPorts(JsonFields& fields, const char* list, std::vector<Port>& ports,
                      std::vector<std::string>& formats) {
    const auto entries = fields.list(list);
    for (size_t i = 0; i < entries.size(); ++i) {
        JsonFields entry(entries[i], fields.pathOf(fmt::format("{}[{}]", list, i)));
        Port port;
        port.name = entry.text("name");
        port.help = entry.text("help");
        port.required = entry.boolean("required", true);
        readKinds(entry, port);
        formats.push_back(readFormat(entry, port));
        ports.push_back(std::move(port));
        if (const auto done = entry.done(); !done) fields.refuse(done.error());
    }
}

void readProgramParameters(JsonFields& fields, const char* list, std::vector<Parameter>& parameters) {
    const auto entries = fields.list(list);
    for (size_t i = 0; i < entries.size(); ++i) {
        JsonFields entry(entries[i], fields.pathOf(fmt::format("{}[{}]", list, i)));
        parameters.push_back(readParameter(entry));
        if (const auto done = entry.done(); !done) fields.refuse(done.error());
    }
}

}  // namespace horo
