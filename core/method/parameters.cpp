#include "core/method/parameters.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <stdexcept>

namespace horo {

namespace {

template <class Number>
bool parseNumber(const std::string& text, Number& number) {
    const char* end = text.data() + text.size();
    const auto [stop, fault] = std::from_chars(text.data(), end, number);
    return fault == std::errc() && stop == end && !text.empty();
}

Error wrongValue(const Parameter& parameter, const std::string& text, const std::string& wanted) {
    return usageError(fmt::format("{} = {} is not {}", parameter.name, text, wanted),
                      fmt::format("set {} to {}", parameter.name, wanted));
}

Result<void> checkRange(const Parameter& parameter, double number, const std::string& text) {
    if ((parameter.low && number < *parameter.low) || (parameter.high && number > *parameter.high))
        return wrongValue(parameter, text,
                          parameter.high
                              ? fmt::format("from {} to {}", parameter.low.value_or(0), *parameter.high)
                              : fmt::format("at least {}", *parameter.low));
    return {};
}

}  // namespace

Result<Value> parseValue(const Parameter& parameter, const std::string& text) {
    switch (parameter.type) {
        case ParameterType::Boolean:
            if (text == "true" || text == "1" || text == "yes") return Value(true);
            if (text == "false" || text == "0" || text == "no") return Value(false);
            return wrongValue(parameter, text, "true or false");
        case ParameterType::Integer: {
            int64_t number = 0;
            if (!parseNumber(text, number)) return wrongValue(parameter, text, "a whole number");
            if (auto fits = checkRange(parameter, static_cast<double>(number), text); !fits)
                return fits.error();
            return Value(number);
        }
        case ParameterType::Real: {
            double number = 0;
            if (!parseNumber(text, number) || !std::isfinite(number))
                return wrongValue(parameter, text, "a number");
            if (auto fits = checkRange(parameter, number, text); !fits) return fits.error();
            return Value(number);
        }
        case ParameterType::Choice: {
            for (const auto& option : parameter.choices)
                if (option == text) return Value(text);
            std::string wanted = fmt::format("one of {}", fmt::join(parameter.choices, ", "));
            return wrongValue(parameter, text, wanted);
        }
        case ParameterType::Text:
            return Value(text);
    }
    return programError("a parameter without a type");
}

Parameters::Parameters(const Declaration& declaration) {
    for (const auto& parameter : declaration.parameters)
        values_[parameter.name] = parameter.fallback;
}

Result<void> Parameters::set(const Declaration& declaration, const std::string& name,
                             const std::string& text) {
    std::vector<std::string> known;
    for (const auto& parameter : declaration.parameters) {
        if (parameter.name == name) {
            auto parsed = parseValue(parameter, text);
            if (!parsed) return parsed.error();
            values_[name] = *parsed;
            return {};
        }
        known.push_back(parameter.name);
    }
    const auto nearest = nearestName(name, known);
    return usageError(fmt::format("{} has no parameter '{}'", declaration.id, name),
                      nearest.empty() ? fmt::format("it has: {}", fmt::join(known, ", "))
                                      : fmt::format("did you mean '{}'?", nearest));
}

Result<Parameters> Parameters::fromJson(const Declaration& declaration, const nlohmann::json& values) {
    Parameters parameters(declaration);
    if (!values.is_object())
        return inputError("the parameters are not a JSON object", "give {\"name\": value, ...}");
    for (const auto& [name, value] : values.items()) {
        const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
        if (auto done = parameters.set(declaration, name, text); !done) return done.error();
    }
    return parameters;
}

nlohmann::json Parameters::toJson() const {
    nlohmann::json object = nlohmann::json::object();
    for (const auto& [name, value] : values_)
        object[name] = horo::toJson(value);
    return object;
}

const Value& Parameters::value(std::string_view name) const {
    const auto found = values_.find(name);
    if (found == values_.end()) throw std::logic_error(fmt::format("no parameter is called '{}'", name));
    return found->second;
}

int64_t Parameters::integer(std::string_view name) const {
    return std::get<int64_t>(value(name));
}
double Parameters::real(std::string_view name) const {
    return std::get<double>(value(name));
}
bool Parameters::boolean(std::string_view name) const {
    return std::get<bool>(value(name));
}
const std::string& Parameters::text(std::string_view name) const {
    return std::get<std::string>(value(name));
}

}  // namespace horo
