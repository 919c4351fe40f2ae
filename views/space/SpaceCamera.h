// From the body that is looked at to pixels, in perspective.
#pragma once

#include "views/space/SpaceSettings.h"

namespace horo::views {

/// A pixel, y downwards; `depth` grows towards the eye, 0 in the middle of the body; `near` = how much larger
/// things are seen there than in the middle.
struct SpaceSeen {
    double x = 0, y = 0, depth = 0, near = 1;
    bool inFront = true;  ///< false: behind the eye, and x and y mean nothing
};

struct SpaceCamera {
    double width = 0, height = 0;
    double x = 0, y = 0;  ///< pixel of the middle of the body
    double radius = 1;    ///< pixels of length 1 in the middle
    double base = 1;      ///< the same at zoom 1
    double yaw = 0, pitch = 0;

    /// Distance of the eye from the middle of the body.
    static constexpr double eye = 4.5;

    static SpaceCamera fit(double width, double height, const SpaceSettings& settings);
    SpaceSeen see(const Vector3& body) const;
    /// Radius in pixels of the outline of the unit ball about the middle.
    double outline() const;
    /// Turned so that this direction of the body comes to the eye.
    static void face(const Vector3& direction, SpaceSettings& settings);
};

}  // namespace horo::views
