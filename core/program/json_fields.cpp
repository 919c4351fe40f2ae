#include "core/program/json_fields.h"

#include <fmt/format.h>

#include <algorithm>

namespace horo {

using nlohmann::json;

JsonFields::JsonFields(const json& object, std::string path) : object_(object), path_(std::move(path)) {
    if (!object_.is_object())
        refuse(inputError(path_.empty() ? "the description is no JSON object"
                                        : fmt::format("'{}' is no JSON object", path_),
                          "write {\"name\": value, ...}"));
}

std::string JsonFields::pathOf(std::string_view name) const {
    return path_.empty() ? std::string(name) : fmt::format("{}.{}", path_, name);
}

void JsonFields::refuse(const Error& error) {
    if (!fault_) fault_ = error;
}

void JsonFields::refuse(std::string_view name, const std::string& is, std::string advice) {
    refuse(inputError(fmt::format("'{}' {}", pathOf(name), is), std::move(advice)));
}

const json* JsonFields::optional(const char* name) {
    known_.emplace_back(name);
    if (!object_.is_object()) return nullptr;
    const auto found = object_.find(name);
    return found == object_.end() || found->is_null() ? nullptr : &*found;
}

const json* JsonFields::required(const char* name) {
    const json* member = optional(name);
    if (!member) refuse(name, "is missing", "add it");
    return member;
}

std::string JsonFields::text(const char* name) {
    if (!required(name)) return {};
    std::string value = text(name, "");
    if (value.empty()) refuse(name, "is empty", "write a text");
    return value;
}

std::string JsonFields::text(const char* name, std::string fallback) {
    const json* member = optional(name);
    if (!member) return fallback;
    if (member->is_string()) return member->get<std::string>();
    refuse(name, "is no text", "put it into double quotes");
    return {};
}

bool JsonFields::boolean(const char* name, bool fallback) {
    const json* member = optional(name);
    if (!member) return fallback;
    if (member->is_boolean()) return member->get<bool>();
    refuse(name, "is neither true nor false", "write true or false");
    return fallback;
}

double JsonFields::number(const char* name, double fallback, double low, double high) {
    const json* member = optional(name);
    if (!member) return fallback;
    if (member->is_number() && member->get<double>() >= low && member->get<double>() <= high)
        return member->get<double>();
    const std::string wanted = fmt::format("a number from {} to {}", low, high);
    refuse(name, "is not " + wanted, "write " + wanted);
    return fallback;
}

std::vector<json> JsonFields::list(const char* name) {
    const json* member = optional(name);
    if (!member) return {};
    if (member->is_array()) return member->get<std::vector<json>>();
    refuse(name, "is no list", "write [..., ...]");
    return {};
}

std::vector<std::string> JsonFields::texts(const char* name) {
    std::vector<std::string> values;
    for (const json& entry : list(name)) {
        if (entry.is_string())
            values.push_back(entry.get<std::string>());
        else
            refuse(fmt::format("{}[{}]", name, values.size()), "is no text", "put it into double quotes");
    }
    return values;
}

Result<void> JsonFields::done() const {
    if (fault_) return *fault_;
    for (const auto& [name, value] : object_.items()) {
        if (std::ranges::find(known_, name) != known_.end()) continue;
        const auto nearest = nearestName(name, known_);
        return inputError(fmt::format("'{}' is no field that is known", pathOf(name)),
                          nearest.empty() ? fmt::format("there are: {}", fmt::join(known_, ", "))
                                          : fmt::format("did you mean '{}'?", nearest));
    }
    return {};
}

}  // namespace horo
