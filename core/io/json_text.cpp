#include "core/io/json_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace horo {

namespace {

/// Levels of brackets outside of strings.
size_t depthOf(std::string_view text) {
    size_t depth = 0, deepest = 0;
    bool inString = false;
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString && c == '\\') ++i;
        if (c == '"') inString = !inString;
        if (inString) continue;
        if (c == '[' || c == '{') deepest = std::max(deepest, ++depth);
        if ((c == ']' || c == '}') && depth > 0) --depth;
    }
    return deepest;
}

}  // namespace

Result<nlohmann::json> parseJson(std::string_view text, const std::string& place) {
    if (depthOf(text) > jsonDepthLimit)
        return inputError(fmt::format("is JSON nested more than {} levels deep", jsonDepthLimit),
                          "make the file again with fewer levels", place);
    try {
        return nlohmann::json::parse(text);
    } catch (const nlohmann::json::parse_error& fault) {
        return inputError(fmt::format("is no JSON from byte {} on", fault.byte), "make the file again",
                          place);
    } catch (const nlohmann::json::exception&) {  // a number that no double holds
        return inputError("is JSON with a number that is too large", "make the file again", place);
    }
}

}  // namespace horo
