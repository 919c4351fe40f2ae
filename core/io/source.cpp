#include "core/io/source.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace horo {

namespace {

constexpr std::array<std::string_view, 2> schemes{"wordnet", "fashion-mnist"};

Result<void> parseOptions(std::string_view text, Source& source) {
    while (!text.empty()) {
        const size_t end = std::min(text.find('&'), text.size());
        const std::string_view part = text.substr(0, end);
        const size_t equals = part.find('=');
        if (equals == std::string_view::npos || equals == 0)
            return usageError(fmt::format("'{}' in '{}' is no option", part, source.text),
                              "write ?name=value&name=value");
        source.options[std::string(part.substr(0, equals))] = std::string(part.substr(equals + 1));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return {};
}

}  // namespace

Result<Source> Source::parse(const std::string& text) {
    Source source;
    source.text = text;
    source.name = text;
    if (text.empty())
        return usageError("an empty source",
                          "name a file, a folder or a built-in source such as wordnet:mammal");
    std::error_code ignored;
    if (std::filesystem::exists(text, ignored)) return source;  // a file may have ? or : in its name
    if (const size_t mark = text.rfind('?'); mark != std::string::npos) {
        source.name = text.substr(0, mark);
        if (auto done = parseOptions(std::string_view(text).substr(mark + 1), source); !done)
            return done.error();
    }
    for (const auto scheme : schemes)
        if (source.name.starts_with(std::string(scheme) + ":")) {
            source.scheme = scheme;
            source.name.erase(0, scheme.size() + 1);
        }
    return source;
}

bool Source::isFolder() const {
    std::error_code ignored;
    return scheme.empty() && std::filesystem::is_directory(path(), ignored);
}

std::optional<std::string> Source::option(const std::string& key) const {
    const auto found = options.find(key);
    if (found == options.end()) return std::nullopt;
    return found->second;
}

Result<std::string> Source::choice(const std::string& key, const std::vector<std::string>& allowed) const {
    const auto value = option(key);
    if (!value) return allowed.front();
    if (std::ranges::find(allowed, *value) != allowed.end()) return *value;
    return usageError(fmt::format("'{}={}' in '{}' is not known", key, *value, text),
                      fmt::format("{} is one of: {}", key, fmt::join(allowed, ", ")));
}

std::string Source::title() const {
    if (!scheme.empty()) return scheme + ":" + name;
    if (name == "-") return "standard input";
    const auto last = path().filename().empty() ? path().parent_path() : path();
    return isFolder() ? last.filename().string() : last.stem().string();
}

}  // namespace horo
