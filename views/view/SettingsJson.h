// Settings of views out of JSON that anybody may have written.
#pragma once

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <string>

namespace horo::views {

/// Takes what stands under `key` where it is of the kind of `value`; else leaves it. Numbers that are not finite are
/// left out, whole numbers brought within a million, since one beyond an int must not be converted to one.
template <class T>
void take(const nlohmann::json& json, const char* key, T& value) {
    const auto found = json.find(key);
    if (found == json.end()) return;
    if constexpr (std::is_same_v<T, bool>) {
        if (found->is_boolean()) value = found->get<bool>();
    } else if constexpr (std::is_same_v<T, std::string>) {
        if (found->is_string()) value = found->get<std::string>();
    } else if constexpr (std::is_same_v<T, int>) {
        if (found->is_number()) value = static_cast<int>(std::clamp(found->get<double>(), -1e6, 1e6));
    } else {
        if (found->is_number() && std::isfinite(found->get<double>())) value = found->get<double>();
    }
}

}  // namespace horo::views
