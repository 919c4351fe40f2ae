// The values of one run, checked against a declaration.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/method/declaration.h"

namespace horo {

/// Every parameter of the declaration has a value of its type and in its range.
class HOROCYCLE_EXPORT Parameters {
public:
    Parameters() = default;
    /// All defaults.
    explicit Parameters(const Declaration& declaration);

    /// Sets one value from text, as typed. Error: unknown name (the nearest one is offered), wrong type,
    /// out of range.
    Result<void> set(const Declaration& declaration, const std::string& name, const std::string& text);
    /// Defaults, then the members of `values`; unknown members are errors.
    static Result<Parameters> fromJson(const Declaration& declaration, const nlohmann::json& values);
    nlohmann::json toJson() const;

    int64_t integer(std::string_view name) const;
    double real(std::string_view name) const;
    bool boolean(std::string_view name) const;
    const std::string& text(std::string_view name) const;
    const Value& value(std::string_view name) const;
    bool operator==(const Parameters&) const = default;

private:
    std::map<std::string, Value, std::less<>> values_;
};

/// What is wrong with `text` as a value of `parameter`, or the value.
HOROCYCLE_EXPORT Result<Value> parseValue(const Parameter& parameter, const std::string& text);

}  // namespace horo
