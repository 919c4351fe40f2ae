// Everything between the rows of an embedding and the pixels they are seen at.
#pragma once

#include "views/space/SpaceCamera.h"
#include "views/space/SpaceShape.h"

namespace horo::views {

struct SpaceSight {
    SpaceProjection projection;
    SpaceShape shape;
    SpaceCamera camera;
    double ringEvery = 0;       ///< units of the manifold's distance between two rings; 0 = there are none
    std::vector<double> rings;  ///< their displayed radii

    /// While points are `live`, a scale that follows them goes in steps, so that the picture does not
    /// breathe.
    static SpaceSight of(const SpacePoints& points, const SpaceAxes& axes, const SpaceSettings& settings,
                         double width, double height, bool live = false);

    SpaceSeen see(const SpacePlace& place) const { return camera.see(shape.body(place)); }
    SpaceSeen see(const Vector3& point, double q) const { return see(projection.place(point, q)); }
};

}  // namespace horo::views
