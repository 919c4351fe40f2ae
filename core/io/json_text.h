// JSON that comes from outside.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace horo {

/// Nested more deeply than this nothing sensible is; copying and writing JSON goes down level by level on the
/// stack.
constexpr size_t jsonDepthLimit = 200;

/// The value that the text spells. Error: no JSON (the byte named), or nested too deeply.
HOROCYCLE_EXPORT Result<nlohmann::json> parseJson(std::string_view text, const std::string& place);

}  // namespace horo
