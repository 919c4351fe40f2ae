// What a method says of itself. Form, command line, help page and session all come from this.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/export.h"
#include "core/data/workspace.h"

namespace horo {

using Value = std::variant<bool, int64_t, double, std::string>;

enum class ParameterType { Boolean, Integer, Real, Choice, Text };

struct Parameter {
    std::string name;   ///< key: lower case with _
    std::string label;  ///< in forms
    ParameterType type = ParameterType::Text;
    Value fallback;  ///< used where nothing is set
    std::optional<double> low, high;
    std::vector<std::string> choices;
    std::string unit;
    std::string help;  ///< one sentence
    bool advanced = false;
};

/// An input or output by name and kind.
struct Port {
    std::string name;
    std::vector<Kind> kinds;
    std::string help;
    bool required = true;
};

struct Declaration {
    std::string id;       ///< family.name
    std::string version;  ///< changes when the numbers of a run may change
    std::string title;
    std::string summary;  ///< one sentence
    std::string citation;
    std::vector<Port> inputs;
    std::vector<Port> outputs;  ///< the first is what pictures show and what --out names
    std::vector<Parameter> parameters;
    bool deterministic = true;  ///< same seed, same threads = same bytes (where false: only if asked for)
    bool resumable = false;     ///< can be paused and gone on with
    bool gpu = false;           ///< has a path for --device cuda
};

// Short forms, so that a declaration reads like a table.
HOROCYCLE_EXPORT Parameter integer(std::string name, std::string label, int64_t fallback, double low,
                                   double high, std::string unit, std::string help);
HOROCYCLE_EXPORT Parameter real(std::string name, std::string label, double fallback, double low, double high,
                                std::string unit, std::string help);
HOROCYCLE_EXPORT Parameter boolean(std::string name, std::string label, bool fallback, std::string help);
HOROCYCLE_EXPORT Parameter choice(std::string name, std::string label, std::vector<std::string> choices,
                                  std::string help);  ///< the first one is the default
HOROCYCLE_EXPORT Parameter advanced(Parameter parameter);

HOROCYCLE_EXPORT std::string_view parameterTypeName(ParameterType type);
HOROCYCLE_EXPORT nlohmann::json toJson(const Value& value);
/// As a person would type it: 0.3, true, poincare.
HOROCYCLE_EXPORT std::string toText(const Value& value);
HOROCYCLE_EXPORT nlohmann::json toJson(const Declaration& declaration);

/// Error: the first thing that forms, help pages and the command line would lack, such as a parameter without
/// a help sentence or a default out of its range.
HOROCYCLE_EXPORT Result<void> requireComplete(const Declaration& declaration);

}  // namespace horo
