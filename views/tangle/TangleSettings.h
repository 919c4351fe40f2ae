// How two hierarchies face each other: plain values that sessions store and figures read.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace horo::views {

struct TangleSettings {
    std::string with;               ///< id of the other hierarchy, empty = the one that shares most
    std::string colour = "branch";  ///< "branch" of A, or "status"
    int level = 0;                  ///< whose branches get hues, 0 = the one the hierarchy suggests
    std::string focusA, focusB;     ///< names of the nodes that fill the sides, empty = everything
    bool untangle = true;
    bool labels = true;
    bool list = false;  ///< of moved nodes, at the right

    bool operator==(const TangleSettings&) const = default;
};

/// Missing or ill-typed keys keep their defaults; numbers are brought into their ranges.
TangleSettings tangleSettingsFromJson(const nlohmann::json& json);
nlohmann::json toJson(const TangleSettings& settings);

}  // namespace horo::views
