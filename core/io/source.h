// What a person names when asked for data: a file, a folder, standard input or a built-in source.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace horo {

/// "wordnet:mammal?edges=hypernym" = scheme wordnet, name mammal, option edges; "a/b.tsv?order=parent-child"
/// = no scheme, the path, option order. Options follow the last `?` and are joined by `&`.
struct HOROCYCLE_EXPORT Source {
    std::string text;    ///< as written
    std::string scheme;  ///< empty for paths
    std::string name;    ///< what follows the scheme, or the path
    std::map<std::string, std::string> options;

    static Result<Source> parse(const std::string& text);
    std::filesystem::path path() const { return name; }
    bool isFolder() const;
    std::optional<std::string> option(const std::string& key) const;
    /// One of `allowed`, or the first of them where the option is not given. Error: another value.
    Result<std::string> choice(const std::string& key, const std::vector<std::string>& allowed) const;
    /// Name for the workspace: the last part of the path without its ending, or the named source.
    std::string title() const;
};

}  // namespace horo
