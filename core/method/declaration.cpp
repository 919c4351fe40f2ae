#include "core/method/declaration.h"

#include <fmt/format.h>

#include <array>

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

}  // namespace horo
