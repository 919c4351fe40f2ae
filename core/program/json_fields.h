// The members of a JSON object that a person wrote, each checked where it is asked for.
#pragma once

#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace horo {

/// Keeps the first fault, so that a whole object can be read before anybody looks. Every member that was
/// asked for is known; `done` refuses all others.
class JsonFields {
public:
    /// `path` = where the object stands, such as "inputs[0]"; empty for the outermost one.
    JsonFields(const nlohmann::json& object, std::string path);

    /// Null where the member is absent or null. Error unless one of the two it is.
    const nlohmann::json* optional(const char* name);
    const nlohmann::json* required(const char* name);

    std::string text(const char* name);  ///< required, not empty
    std::string text(const char* name, std::string fallback);
    bool boolean(const char* name, bool fallback);
    /// From `low` to `high`.
    double number(const char* name, double fallback, double low, double high);
    /// The entries of a list; empty where it is absent.
    std::vector<nlohmann::json> list(const char* name);
    std::vector<std::string> texts(const char* name);

    /// "inputs[0].kinds"
    std::string pathOf(std::string_view name) const;
    /// Notes that this member `is` wrong: "is no list".
    void refuse(std::string_view name, const std::string& is, std::string advice);
    void refuse(const Error& error);
    /// The first fault: a member that is wrong or missing, or one that nobody asked for.
    Result<void> done() const;

private:
    const nlohmann::json& object_;
    std::string path_;
    std::vector<std::string> known_;
    std::optional<Error> fault_;
};

}  // namespace horo
