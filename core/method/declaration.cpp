#include "core/method/declaration.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "core/method/parameters.h"

namespace horo {

using nlohmann::json;

Parameter integer(std::string name, std::string label, int64_t fallback, double low, double high,
                  std::string unit, std::string help) {
    return {std::move(name), std::move(label), ParameterType::Integer, fallback, low, high, {},
            std::move(unit), std::move(help)};
}

Parameter real(std::string name, std::string label, double fallback, double low, double high,
               std::string unit, std::string help) {
    return {std::move(name), std::move(label), ParameterType::Real, fallback, low, high, {},
            std::move(unit), std::move(help)};
}

Parameter boolean(std::string name, std::string label, bool fallback, std::string help) {
    return {std::move(name), std::move(label), ParameterType::Boolean, fallback, {}, {}, {}, {},
            std::move(help)};
}

Parameter choice(std::string name, std::string label, std::vector<std::string> choices, std::string help) {
    Value first = choices.front();
    return {std::move(name),
            std::move(label),
            ParameterType::Choice,
            std::move(first),
            {},
            {},
            std::move(choices),
            {},
            std::move(help)};
}

Parameter advanced(Parameter parameter) {
    parameter.advanced = true;
    return parameter;
}

std::string_view parameterTypeName(ParameterType type) {
    constexpr std::array<std::string_view, 5> names{"boolean", "integer", "real", "choice", "text"};
    return names[static_cast<size_t>(type)];
}

json toJson(const Value& value) {
    return std::visit([](const auto& v) { return json(v); }, value);
}

std::string toText(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
    if (const auto* number = std::get_if<double>(&value)) return fmt::format("{}", *number);
    return std::to_string(std::get<int64_t>(value));
}

namespace {

json portsToJson(const std::vector<Port>& ports) {
    json list = json::array();
    for (const auto& port : ports) {
        json kinds = json::array();
        for (const Kind kind : port.kinds)
            kinds.push_back(kindName(kind));
        list.push_back(
            {{"name", port.name}, {"kinds", kinds}, {"required", port.required}, {"help", port.help}});
    }
    return list;
}

json rangeOf(const Parameter& parameter) {
    if (parameter.type == ParameterType::Choice) return parameter.choices;
    if (!parameter.low && !parameter.high) return nullptr;
    return {parameter.low ? json(*parameter.low) : json(), parameter.high ? json(*parameter.high) : json()};
}

}  // namespace

json toJson(const Declaration& d) {
    json parameters = json::array();
    for (const auto& p : d.parameters)
        parameters.push_back({{"name", p.name},
                              {"type", parameterTypeName(p.type)},
                              {"default", toJson(p.fallback)},
                              {"range", rangeOf(p)},
                              {"unit", p.unit},
                              {"help", p.help}});
    return {{"id", d.id},
            {"version", d.version},
            {"title", d.title},
            {"summary", d.summary},
            {"citation", d.citation},
            {"inputs", portsToJson(d.inputs)},
            {"outputs", portsToJson(d.outputs)},
            {"parameters", parameters},
            {"deterministic", d.deterministic},
            {"resumable", d.resumable},
            {"gpu", d.gpu}};
}

namespace {

/// Lower case letters, digits and `joiner`, a letter first.
bool isKey(std::string_view text, char joiner) {
    const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
    return !text.empty() && lower(text.front()) && std::ranges::all_of(text, [&](char c) {
        return lower(c) || (c >= '0' && c <= '9') || c == joiner;
    });
}

bool isMethodId(const std::string& id) {
    const size_t point = id.find('.');
    return isKey(point == std::string::npos ? id : id.substr(point + 1), '-') &&
           (point == std::string::npos || isKey(id.substr(0, point), '-'));
}

bool isSentence(const std::string& text) {
    return text.find(' ') != std::string::npos && text.find('\n') == std::string::npos;
}

/// What is missing, or nothing.
std::string faultOf(const Port& port) {
    if (!isKey(port.name, '_'))
        return fmt::format("has a name, '{}', that is not of a-z, 0-9 and _", port.name);
    if (port.kinds.empty() || std::ranges::find(port.kinds, Kind::None) != port.kinds.end())
        return "has no kind";
    return port.help.empty() ? "has no help" : "";
}

std::string faultOf(const Parameter& p) {
    if (!isKey(p.name, '_')) return fmt::format("has a name, '{}', that is not of a-z, 0-9 and _", p.name);
    if (p.label.empty()) return "has no label";
    if (!isSentence(p.help)) return "has no help of one sentence";
    if (p.type == ParameterType::Choice && p.choices.empty()) return "has no choices";
    if ((p.type == ParameterType::Integer || p.type == ParameterType::Real) && p.low && p.high &&
        *p.low > *p.high)
        return "has a range that ends before it starts";
    const auto type = std::min<size_t>(static_cast<size_t>(p.type), 3);  // choices are texts, too
    if (p.fallback.index() != type) return "has a default of another type";
    const auto own = parseValue(p, toText(p.fallback));
    if (!own) return "refuses its own default: " + own.error().cause;
    return "";
}

}  // namespace

Result<void> requireComplete(const Declaration& d) {
    const auto lacking = [&](const std::string& what, const std::string& fault) {
        return inputError(fmt::format("the declaration of {} is not complete: {} {}",
                                      d.id.empty() ? "a method" : d.id, what, fault),
                          "complete it; see the guide to plugins");
    };
    if (!isMethodId(d.id)) return lacking("its id", "is not of the form family.name");
    if (d.version.empty()) return lacking("it", "has no version");
    if (d.title.empty()) return lacking("it", "has no title");
    if (!isSentence(d.summary)) return lacking("it", "has no summary of one sentence");
    if (d.citation.empty()) return lacking("it", "has no citation");
    std::set<std::string> names;
    for (const auto& ports : {d.inputs, d.outputs})
        for (const auto& port : ports)
            if (const std::string fault = faultOf(port); !fault.empty())
                return lacking("port " + port.name, fault);
    for (const auto& p : d.parameters)
        if (const std::string fault = faultOf(p); !fault.empty())
            return lacking("parameter " + p.name, fault);
    for (const auto& port : d.inputs)
        if (!names.insert(port.name).second) return lacking("input " + port.name, "is there twice");
    for (const auto& p : d.parameters)
        if (!names.insert(p.name).second) return lacking("parameter " + p.name, "is there twice");
    std::set<std::string> given;
    for (const auto& port : d.outputs)
        if (!given.insert(port.name).second) return lacking("output " + port.name, "is there twice");
    return {};
}

}  // namespace horo
