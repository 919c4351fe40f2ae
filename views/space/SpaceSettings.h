// How a space is shown in three dimensions: plain values that sessions store and figures read.
#pragma once

#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "views/space/SpaceModel.h"

namespace horo::views {

using Vector3 = std::array<double, 3>;

struct SpaceSettings {
    std::optional<SpaceModel> model;  ///< none = what suits the embedding best
    Vector3 centre{0, 0, 0};          ///< stands in the middle: of the ball (K = -1), or of plain coordinates
    double yaw = 0.6, pitch = 0.45;   ///< radians: turned about the upright axis, then seen from above
    double zoom = 1;
    double panX = 0, panY = 0;  ///< middle of the space off the middle of the view, in radii of the space
    double scale = 0;  ///< s of the displayed radius s * rho; 1 is isometric, 0 what lets far points fit
    std::string colour = "branch";  ///< "branch", "none" or a key of diskNumbers
    int level = 2;                  ///< level whose branches get hues
    bool edges = true, labels = true, mesh = true;

    bool operator==(const SpaceSettings&) const = default;
};

/// Missing or ill-typed keys keep their defaults; numbers are brought into their ranges.
SpaceSettings spaceSettingsFromJson(const nlohmann::json& json);
nlohmann::json toJson(const SpaceSettings& settings);

}  // namespace horo::views
