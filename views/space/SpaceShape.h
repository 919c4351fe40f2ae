// What a model makes of displayed points: the body that is looked at.
#pragma once

#include <vector>

#include "views/space/SpaceProjection.h"

namespace horo::views {

using SpaceCurve = std::vector<Vector3>;

/// Body coordinates: z upright, everything that matters within about 1 of the middle.
class SpaceShape {
public:
    SpaceShape() = default;
    /// `extent`: displayed radius at which a hyperboloid ends. `flat`: the space is a plane, so a ball shows
    /// a disk.
    SpaceShape(SpaceModel model, SpaceKind kind, double extent, bool flat)
        : model_(model), kind_(kind), extent_(extent), flat_(flat) {}

    SpaceModel model() const { return model_; }
    double extent() const { return extent_; }
    /// Whether it is a full ball, which has an outline from every side.
    bool isRound() const;
    /// Hyperboloid: (x, y, t) / sinh(extent), its middle height at 0. Ball: (x, y, z) / (1 + t). Klein: / t.
    Vector3 body(const SpacePlace& place) const;
    /// The geodesic of what is displayed, in `pieces`; appends pieces + 1 points.
    void appendGeodesic(const SpacePlace& from, const SpacePlace& to, int pieces, SpaceCurve& out) const;
    bool isStraight() const { return model_ == SpaceModel::Klein || model_ == SpaceModel::Plain; }

    /// The faint lines that tell the body: rings at these displayed radii and meridians of a sheet, rings and
    /// rim of a disk, three great circles of a ball, three axes of a flat space.
    std::vector<SpaceCurve> mesh(const std::vector<double>& rings) const;

private:
    SpaceCurve ring(double rho) const;

    SpaceModel model_ = SpaceModel::Ball;
    SpaceKind kind_ = SpaceKind::Hyperbolic;
    double extent_ = 2.2;
    bool flat_ = false;
};

}  // namespace horo::views
