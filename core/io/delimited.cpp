#include "core/io/delimited.h"

#include <fmt/format.h>

#include <algorithm>

namespace horo {

char detectSeparator(std::string_view text) {
    while (!text.empty()) {
        const size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        for (const char separator : {'\t', ',', ' '})
            if (line.find(separator) != std::string_view::npos) return separator;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return '\t';
}

namespace {

/// Reads one field from `text` at `at`; stops on the separator or line end. False: a quote is not closed.
bool readField(std::string_view text, size_t& at, char separator, size_t& line, std::string& field) {
    field.clear();
    if (separator != ' ' && at < text.size() && text[at] == '"') {
        for (++at; at < text.size(); ++at) {
            if (text[at] == '\n') ++line;
            if (text[at] != '"') {
                field += text[at];
            } else if (at + 1 < text.size() && text[at + 1] == '"') {
                field += '"';
                ++at;
            } else {
                ++at;
                // What follows a closing quote up to the separator belongs to the field as it is.
                const size_t behind = at;
                while (at < text.size() && text[at] != separator && text[at] != '\n')
                    field += text[at++];
                if (at > behind && field.ends_with('\r')) field.pop_back();
                return true;
            }
        }
        return false;
    }
    const size_t start = at;
    while (at < text.size() && text[at] != separator && text[at] != '\n')
        ++at;
    field.assign(text.substr(start, at - start));
    if (field.ends_with('\r') && (at == text.size() || text[at] == '\n')) field.pop_back();
    return true;
}

}  // namespace

Result<Delimited> splitDelimited(std::string_view text, char separator) {
    Delimited result;
    result.separator = separator;
    size_t line = 1;
    std::string field;
    for (size_t at = 0; at < text.size();) {
        DelimitedLine current;
        current.number = line;
        for (;;) {
            if (separator == ' ')
                while (at < text.size() && (text[at] == ' ' || text[at] == '\r'))
                    ++at;
            if (separator == ' ' && (at == text.size() || text[at] == '\n')) break;
            if (!readField(text, at, separator, line, field))
                return inputError("a quote that opens here is never closed", "close it, or double it: \"\"",
                                  fmt::format("line {}", current.number));
            current.fields.push_back(field);
            if (at == text.size() || text[at] == '\n') break;
            ++at;  // the separator
            if (at == text.size() && separator != ' ') {
                current.fields.emplace_back();
                break;
            }
        }
        if (at < text.size()) ++at;
        ++line;
        const bool empty =
            current.fields.empty() || (current.fields.size() == 1 && current.fields[0].empty());
        if (!empty) result.lines.push_back(std::move(current));
    }
    return result;
}

std::string quoteField(const std::string& field, char separator) {
    if (field.find_first_of(std::string("\"\n\r") + separator) == std::string::npos) return field;
    std::string quoted = "\"";
    for (const char c : field) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

}  // namespace horo
