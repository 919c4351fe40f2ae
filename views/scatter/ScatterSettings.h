// How points of a plane are shown: plain values that sessions store and figures read.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace horo::views {

struct ScatterSettings {
    int columnX = 0, columnY = 1;   ///< of the embedding, from 0
    double x = 0, y = 0;            ///< what stands in the middle while `zoom` is not 1
    double zoom = 1;                ///< 1 = all points fit
    std::string colour = "branch";  ///< "branch", "none" or the key of a number
    int level = 2;                  ///< whose branches get hues and names
    std::string size;               ///< key of the number that sizes tell; empty = all alike
    std::string trails;             ///< id of the table of moved rows that is drawn; empty = none
    bool labels = true;
    bool density = false, contours = false;
    bool hull = true;  ///< around what is selected, where it is many
    bool cone = true;  ///< of the focus, in an order embedding

    bool isHome() const { return zoom == 1; }
    bool operator==(const ScatterSettings&) const = default;
};

/// Missing or ill-typed keys keep their defaults; numbers are brought into their ranges.
ScatterSettings scatterSettingsFromJson(const nlohmann::json& json);
nlohmann::json toJson(const ScatterSettings& settings);

}  // namespace horo::views
