// The models in which a space can be seen in three dimensions.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace horo::views {

/// Hyperboloid: the upper sheet of the plane, where geodesics are cuts by planes through the origin. Ball:
/// Poincare's, where angles are right. Klein: the ball in which geodesics are straight. Plain: coordinates as
/// they are.
enum class SpaceModel { Hyperboloid, Ball, Klein, Plain };

inline constexpr std::array<std::string_view, 4> spaceModelNames{"hyperboloid", "ball", "klein", "plain"};

inline std::optional<SpaceModel> spaceModelFromName(std::string_view name) {
    for (size_t k = 0; k < spaceModelNames.size(); ++k)
        if (spaceModelNames[k] == name) return static_cast<SpaceModel>(k);
    return {};
}

}  // namespace horo::views
