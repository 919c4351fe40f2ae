#include "core/program/written_files.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/file.h"
#include "core/io/json_text.h"
#include "core/program/json_fields.h"

namespace horo {

using nlohmann::json;

namespace {

/// A pipe or a device would be waited for, or read without end.
Result<void> requirePlainFile(const std::filesystem::path& file) {
    std::error_code ignored;
    if (std::filesystem::is_regular_file(file, ignored)) return {};
    return inputError("there is no such file", "see the guide to outside programs", file.filename().string());
}

bool isResultKey(std::string_view key) {
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    };
    return !key.empty() && key.size() <= 80 && key.front() >= 'a' && key.front() <= 'z' &&
           std::ranges::all_of(key, fits);
}

void addNumber(Report& report, const std::string& key, const json* value, std::string convention,
               std::string unit, int64_t n) {
    if (!value)
        report.addUndefined(key, "the program gave no number", std::move(convention), std::move(unit)).n = n;
    else
        report.add(key, value->get<double>(), std::move(convention), std::move(unit), n);
}

Result<void> readResult(const std::string& key, const json& value, const std::string& by, Report& report) {
    const std::string convention = "as computed by " + by;
    if (!isResultKey(key))
        return inputError(fmt::format("'{}' is no key", key.substr(0, 80)),
                          "write keys of a-z, 0-9, _ and the point");
    if (value.is_number() || value.is_null()) {
        addNumber(report, key, value.is_null() ? nullptr : &value, convention, "", 0);
        return {};
    }
    if (!value.is_object())
        return inputError(fmt::format("'{}' is no number", key),
                          "write a number, null or {\"value\", \"convention\", \"unit\", \"n\"}");
    JsonFields fields(value, key);
    const json* number = fields.optional("value");
    if (!value.contains("value") || (number && !number->is_number()))
        fields.refuse("value", "is no number", "write a number, or null where it is not defined");
    const std::string stated = fields.text("convention", convention), unit = fields.text("unit", "");
    const json* n = fields.optional("n");
    if (n && (!n->is_number_unsigned() || n->get<uint64_t>() > uint64_t{INT64_MAX}))
        fields.refuse("n", "is no whole number from 0 on", "write how many things the number is over");
    if (auto done = fields.done(); !done) return done.error();
    addNumber(report, key, number, stated, unit, n ? n->get<int64_t>() : 0);
    return {};
}

}  // namespace

Result<Opened> openWritten(const std::filesystem::path& file, const std::vector<Kind>& kinds, bool usable) {
    if (auto plain = requirePlainFile(file); !plain) return plain.error();
    auto opened = openSource(file.string(), kinds);
    if (!opened) {
        // The folder means nothing to a person, and is gone when they read this.
        std::string& place = opened.error().place;
        const std::string folder = file.parent_path().string() + "/";
        if (place.starts_with(folder)) place.erase(0, folder.size());
        return opened.error();
    }
    if (std::ranges::find(kinds, kindOf(opened->payload)) == kinds.end())
        return inputError(fmt::format("is a {}", kindName(kindOf(opened->payload))),
                          "write the kind that is declared", file.filename().string());
    if (const auto* embedding = std::get_if<std::shared_ptr<const Embedding>>(&opened->payload);
        embedding && usable)
        if (const auto fit = requireUsable(**embedding); !fit) return fit.error();
    return opened;
}

Result<void> readResults(const std::filesystem::path& file, const std::string& by, Report& report) {
    if (auto plain = requirePlainFile(file); !plain) return plain.error();
    const std::string place = file.filename().string();
    const auto bytes = readFile(file, uint64_t{16} << 20);
    if (!bytes) return Error{bytes.error().cause, bytes.error().advice, place};
    const auto object = parseJson(*bytes, place);
    if (!object)
        return Error{object.error().cause,
                     "write JSON; null for a number that is not defined, as NaN is no JSON", place};
    if (!object->is_object()) return inputError("is no JSON object", "write {\"key\": number, ...}", place);
    for (const auto& [key, value] : object->items())
        if (auto read = readResult(key, value, by, report); !read)
            return Error{read.error().cause, read.error().advice, place};
    return {};
}

}  // namespace horo
